/** What the page has to say about itself: problems with an input, and notices above the case. */

import { byId, el, fill } from "./dom.js";
import { t } from "./words.js";

/** @param {string} message @param {string} field the id of the field to mend */
export function problem(message, field) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    byId(field).focus();
  };
  const box = el("div", { class: "errors", role: "alert", tabIndex: -1 }, el("h2", {}, t("error_title")), el("ul", {}, el("li", {}, el("a", { href: `#${field}`, onclick: go }, message))));
  fill(byId("errors"), box);
  byId(field).setAttribute("aria-invalid", "true");
  box.focus();
}

export function noProblem() {
  fill(byId("errors"));
  for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

/**
 * One notice of its kind above the case; without a content it is taken away.
 * @param {string} kind
 * @param {(Node | string)[]} [content]
 * @param {boolean} [bad]
 */
export function notice(kind, content, bad = false) {
  const old = document.querySelector(`#notices [data-notice="${kind}"]`);
  const made = content ? el("div", { class: "banner", data: { notice: kind, ...(bad ? { kind: "error" } : {}) } }, ...content) : null;
  if (old && made) old.replaceWith(made);
  else if (made) byId("notices").append(made);
  else old?.remove();
}
