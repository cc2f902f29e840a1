/** The acknowledgment as it is worked on: the words that break a rule marked where they stand, each with its reason. */

import { el } from "../dom.js";
import { places } from "../spans.js";
import { t } from "../words.js";

/** @typedef {import("../types").Warning} Warning */

/** The message once more, behind the field, with its marks. @param {string} text @param {Warning[]} warnings @returns {(Node | string)[]} */
export function marksView(text, warnings) {
  const unit = places(text);
  /** @type {(Node | string)[]} */
  const nodes = [];
  let at = 0;
  for (const warning of [...warnings].sort((one, other) => one.span.start - other.span.start)) {
    const [start, end] = [unit(warning.span.start), unit(warning.span.end)];
    if (start < at) continue;
    nodes.push(text.slice(at, start), el("mark", { data: { blocks: String(warning.blocks), rule: warning.rule } }, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at), "\n"];
}

/**
 * @param {Warning[]} warnings
 * @param {(warning: Warning) => void} suggest
 * @returns {HTMLElement[]}
 */
export function warningsView(warnings, suggest) {
  if (!warnings.length) return [el("p", { class: "hint" }, "✓ ", t("warnings_none"))];
  return [el("p", {}, t("warnings", { count: warnings.length })), el("ul", { class: "warnings" }, ...warnings.map((warning) => el(
    "li",
    { data: { blocks: String(warning.blocks) } },
    el("button", { type: "button", class: "fact", title: t("show_in_text"), onclick: () => show(warning) }, el("q", {}, warning.quote)), " ", warning.reason, " ",
    warning.suggestion ? el("span", {}, t("suggestion", { suggestion: warning.suggestion }), " ", el("button", { type: "button", class: "small", onclick: () => suggest(warning) }, t("use_suggestion"))) : null,
  )))];
}

/** @param {Warning} warning */
function show(warning) {
  const field = /** @type {HTMLTextAreaElement | null} */ (document.getElementById("acknowledgment-text"));
  if (!field) return;
  const unit = places(field.value);
  field.focus();
  field.setSelectionRange(unit(warning.span.start), unit(warning.span.end));
}
