/** The help on keys: what each does, to change one, to switch the single ones off. */

import { dialog } from "./dialogs.js";
import { el, fill } from "./dom.js";
import { changeKey, keyFor, usualKeys } from "./keys.js";
import { t } from "./words.js";

/**
 * @param {{ keys: () => [string, string][], changeable: [string, string][], off: boolean, toggle: (off: boolean) => void }} told keys and what they do; the usual ones that can be changed
 */
export function helpDialog({ keys, changeable, off, toggle }) {
  return dialog(t("help_title"), (close) => {
    const box = el("input", { type: "checkbox", id: "single-keys", checked: off, onchange: () => toggle(box.checked) });
    const table = el("tbody", {});
    const show = () => fill(table, ...keys().map(([key, said]) => el("tr", {}, el("th", { scope: "row" }, el("kbd", {}, key)), el("td", {}, said))));
    show();
    return [
      el("p", {}, t("help_single")),
      el("table", {}, table),
      el("label", { class: "inline" }, box, " ", t("help_off")),
      changeForm(changeable, show),
      el("div", { class: "row" }, el("button", { type: "button", onclick: () => close() }, t("close"))),
    ];
  });
}

/** @param {[string, string][]} changeable @param {() => void} changed */
function changeForm(changeable, changed) {
  const which = el("select", { id: "key-which" }, ...changeable.map(([usual, said]) => el("option", { value: usual }, said)));
  const key = el("input", { type: "text", id: "key-new", autocomplete: "off", maxLength: 1, size: 3, required: true });
  const said = el("p", { role: "status", class: "hint" });
  const tell = (/** @type {string} */ message) => { said.textContent = message; key.value = ""; changed(); };
  return el("form", {
    onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      tell(changeKey(which.value, key.value) ? t("key_changed", { key: keyFor(which.value) }) : t("key_refused"));
    },
  }, el("details", { id: "change-keys" }, el("summary", {}, t("key_change")),
    el("div", { class: "row" }, el("label", { for: which.id }, t("key_which")), which, el("label", { for: key.id }, t("key_new")), key, el("button", { class: "small" }, t("answer_use")),
      el("button", { type: "button", class: "small", onclick: () => { usualKeys(); tell(t("key_usual_again")); } }, t("key_usual"))), said));
}
