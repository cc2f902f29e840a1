/** Dialogs: override, commands, preset review, what not to copy, checking a record. */

import { byId, el } from "./dom.js";
import { t } from "./words.js";

/**
 * Shows a dialog and resolves when it is closed.
 * @param {string} title
 * @param {(close: (value?: string) => void) => (Node | null)[]} content
 * @returns {Promise<string>} what it was closed with, "" for Escape
 */
export function dialog(title, content) {
  return new Promise((resolve) => {
    const back = /** @type {HTMLElement | null} */ (document.activeElement);
    const box = el("dialog", { "aria-labelledby": "dialog-title" });
    const close = (/** @type {string | undefined} */ value) => box.close(value ?? "");
    const children = content(close).filter((node) => node !== null);
    box.append(el("h2", { id: "dialog-title" }, title), .../** @type {Node[]} */ (children));
    box.addEventListener("close", () => {
      box.remove();
      back?.focus();
      resolve(box.returnValue);
    });
    byId("dialogs").append(box);
    box.showModal();
  });
}

const REASONS = ["misread", "criterion", "facts", "context", "duplicate", "manager", "other"];

/**
 * @returns {Promise<{ outcome: import("./types").Outcome, reason: string, note: string } | null>}
 */
export async function overrideDialog() {
  /** @type {{ outcome: import("./types").Outcome, reason: string, note: string } | null} */
  let chosen = null;
  const outcomes = /** @type {import("./types").Outcome[]} */ (["escalate", "do_not_escalate", "needs_information"]);
  const radio = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ said, /** @type {boolean} */ on) =>
    el("label", { class: "inline" }, el("input", { type: "radio", name, value, checked: on, required: true }), " ", said);
  await dialog(t("override_title"), (close) => {
    const note = el("input", { type: "text", id: "override-note", autocomplete: "off", maxLength: 200 });
    const problem = el("p", { class: "problem", role: "alert" });
    const form = el(
      "form",
      {
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const data = new FormData(form);
          const reason = String(data.get("why"));
          if (reason === "other" && !note.value.trim()) {
            problem.textContent = t("override_note_needed");
            note.focus();
            return;
          }
          chosen = { outcome: /** @type {import("./types").Outcome} */ (data.get("what")), reason, note: note.value.trim() };
          close("done");
        },
      },
      el("fieldset", {}, el("legend", {}, t("override_what")), ...outcomes.map((outcome) => radio("what", outcome, t(`outcome_${outcome}`), false))),
      el("fieldset", {}, el("legend", {}, t("override_why")), ...REASONS.map((reason) => radio("why", reason, t(`reason_${reason}`), false))),
      el("p", { class: "field" }, el("label", { for: "override-note" }, t("override_note")), note), problem,
      el("div", { class: "row" }, el("button", { class: "primary" }, t("record_override")), el("button", { type: "button", onclick: () => close() }, t("cancel"))),
    );
    return [form];
  });
  return chosen;
}

/**
 * @param {[string, () => void][]} commands
 */
export async function paletteDialog(commands) {
  /** @type {(() => void) | null} */
  let run = null;
  await dialog(t("palette"), (close) => {
    const list = el("ul", { class: "palette" });
    const field = el("input", { type: "search", id: "palette-field", autocomplete: "off", oninput: () => show() });
    const matching = () => commands.filter(([name]) => name.toLowerCase().includes(field.value.trim().toLowerCase()));
    const pick = (/** @type {() => void} */ command) => {
      run = command;
      close("done");
    };
    const show = () => list.replaceChildren(...matching().map(([name, command]) => el("li", {}, el("button", { type: "button", onclick: () => pick(command) }, name))));
    show();
    const form = el("form", { onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); const first = matching()[0]; if (first) pick(first[1]); } }, el("label", { for: "palette-field" }, t("palette_label")), field);
    return [form, list, el("div", { class: "row" }, el("button", { type: "button", onclick: () => close() }, t("close")))];
  });
  if (run) /** @type {() => void} */ (run)();
}

/**
 * A preset that came by a link, shown as it is before it is used.
 * @param {import("./types").Preset} preset
 * @param {string} code
 * @param {string} here the criteria that stand in the page now
 * @returns {Promise<boolean>}
 */
export async function reviewDialog(preset, code, here) {
  const told = JSON.stringify(preset);
  const mails = (told.match(/[\w.+-]+@[\w-]+\.\w+/g) ?? []).length;
  const links = (told.match(/https?:/g) ?? []).length;
  const rows = [["link_name", preset.title], ["link_owner", preset.owner], ["link_version_label", preset.version], ["link_code", code]];
  const said = await dialog(t("link_title"), (close) => [
    el("p", {}, t("link_unknown")),
    el("dl", {}, ...rows.flatMap(([key, value]) => [el("dt", {}, t(key ?? "")), el("dd", {}, value ?? "")])),
    el("p", {}, t("link_holds", { mails, links })),
    here.trim() ? el("p", {}, t("link_replaces")) : null,
    compared(here, preset.criteria),
    el("div", { class: "row" }, el("button", { type: "button", onclick: () => close("use") }, t("link_use")), el("button", { type: "button", onclick: () => close() }, t("link_discard"))),
  ]);
  return said === "use";
}

/** The new criteria line by line; what is not in the old ones is said to be new, what they lose stands below. @param {string} before @param {string} after */
function compared(before, after) {
  const lines = (/** @type {string} */ text) => text.split("\n").map((line) => line.trimEnd());
  const had = new Set(lines(before));
  const has = new Set(lines(after));
  const gone = lines(before).filter((line) => line.trim() && !has.has(line));
  const text = !before.trim() ? [after] : lines(after).flatMap((line) => [line.trim() && !had.has(line) ? el("ins", {}, `+ ${line}`) : `  ${line}`, "\n"]);
  return el("pre", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("criteria") }, ...text, ...gone.flatMap((line) => [el("del", {}, `− ${line}`), "\n"]));
}

export const LEAVE_OUT = "leave out";
export const VALUE = "value:";

/** A figure that was misread: its right value, or that it does not count. @param {import("./types").Evidence} proof @returns {Promise<string>} `LEAVE_OUT`, or the value behind `VALUE` */
export function wrongDialog(proof) {
  return dialog(t("wrong"), (close) => {
    const field = el("input", { type: "text", id: "wrong-value", autocomplete: "off", required: true });
    return [
      el("p", {}, el("q", {}, proof.quote), " ", t("understood_as", { reading: proof.understood_as })),
      el("form", { onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); close(VALUE + field.value.trim()); } },
        el("p", { class: "field" }, el("label", { for: "wrong-value" }, t("wrong_value")), field),
        el("div", { class: "row" }, el("button", {}, t("wrong_use")), el("button", { type: "button", onclick: () => close(LEAVE_OUT) }, t("wrong_leave_out")),
          el("button", { type: "button", onclick: () => close() }, t("cancel")))),
    ];
  });
}

/** Why a stretch of the text is marked. @param {import("./types").Shown[]} found @returns {Promise<import("./types").Shown & { wrong: boolean } | null>} the finding to go to, or whose proof is wrong */
export async function whyDialog(found) {
  const said = await dialog(t("mark_why"), (close) => [
    el("p", {}, el("q", { dir: "auto" }, found[0]?.proof.quote ?? "")),
    ...found.map(({ finding, proof }, place) => el("section", { class: "why" },
      el("p", {}, el("strong", {}, finding.criterion.id), " ", el("span", { class: "badge", data: { status: finding.status } }, t(`status_${finding.status}`)), " ", t(`role_${proof.role}`), "; ", t("understood_as", { reading: proof.understood_as })),
      el("p", { class: "criterion", lang: "en", dir: "auto" }, finding.criterion.text), el("p", { class: "core", lang: "en" }, "→ ", finding.criterion.reading),
      el("div", { class: "row" }, el("button", { type: "button", onclick: () => close(`${place}`) }, t("to_criterion")), proof.role === "ignored" ? null : el("button", { type: "button", onclick: () => close(`${place} wrong`) }, t("wrong"))))),
    el("div", { class: "row" }, el("button", { type: "button", onclick: () => close() }, t("close"))),
  ]);
  const chosen = said ? found[Number.parseInt(said, 10)] : undefined;
  return chosen ? { ...chosen, wrong: said.endsWith("wrong") } : null;
}

/**
 * What looks like a secret in what is about to be copied; the person says what is blacked out.
 * @param {import("./types").Redaction[]} found
 * @returns {Promise<import("./types").Redaction[] | null>} what to black out; null where nothing is to be copied
 */
export async function secretsDialog(found) {
  const boxes = found.map((secret) => ({ secret, box: el("input", { type: "checkbox", checked: true }) }));
  const said = await dialog(t("redact_title"), (close) => [
    el("p", {}, t("redact_hint")),
    el("ul", { class: "checklist" }, ...boxes.map(({ secret, box }) => el("li", {}, el("label", { class: "inline" }, box, " ", el("span", {}, t(`secret_${secret.kind}`), ": ", el("q", {}, secret.quote), ` → ${secret.replacement}`))))),
    el("div", { class: "row" }, el("button", { type: "button", onclick: () => close("black") }, t("redact_all")), el("button", { type: "button", onclick: () => close("keep") }, t("redact_keep")),
      el("button", { type: "button", onclick: () => close() }, t("cancel"))),
  ]);
  if (!said) return null;
  return said === "keep" ? [] : boxes.filter(({ box }) => box.checked).map(({ secret }) => secret);
}

/** @param {string} title @param {string} message @param {[string, string][]} buttons value and text @returns {Promise<string>} */
export function askDialog(title, message, buttons) {
  return dialog(title, (close) => [el("p", {}, message), el("div", { class: "row" }, ...buttons.map(([value, said]) => el("button", { type: "button", onclick: () => close(value) }, said)))]);
}

/** @param {(text: string) => Promise<string>} check @returns {Promise<string>} */
export function verifyDialog(check) {
  return dialog(t("verify"), (close) => {
    const field = el("textarea", { id: "verify-field", rows: "8", spellcheck: false });
    const answer = el("p", { role: "status" });
    return [
      el("label", { for: "verify-field" }, t("verify_label")), field, answer,
      el("div", { class: "row" },
        el("button", { type: "button", onclick: async () => { answer.textContent = await check(field.value); } }, t("verify")),
        el("button", { type: "button", onclick: () => close() }, t("close"))),
    ];
  });
}
