/** How the criteria were read: every criterion, every line, and what to mend. */

import { el } from "../dom.js";
import { places } from "../spans.js";
import { t } from "../words.js";

/**
 * @param {string} text the criteria as evaluated
 * @param {import("../types").Evaluation} evaluation
 * @param {string[]} reviewed ids of the readings that a person has looked at
 * @param {(criterion: string) => void} review
 * @returns {HTMLElement[]}
 */
export function readingsView(text, evaluation, reviewed, review) {
  const remarks = evaluation.remarks;
  return [
    el("ol", { class: "readings" }, ...evaluation.findings.map((finding) => row(finding.criterion, reviewed, review))),
    el("h3", {}, t("remarks")),
    remarks.length
      ? el("ul", { class: "remarks" }, ...remarks.map((remark) => el("li", {}, remark.criterion ? el("strong", {}, remark.criterion, " ") : null, remark.message)))
      : el("p", { class: "hint" }, t("remarks_none")),
    el("details", {}, el("summary", {}, t("lines")), account(text, evaluation.lines)),
  ];
}

/** @param {import("../types").Criterion} criterion @param {string[]} reviewed @param {(criterion: string) => void} review @returns {HTMLLIElement} */
function row(criterion, reviewed, review) {
  const mine = ["judgment", "resembles"].includes(criterion.condition.kind);
  const done = reviewed.includes(criterion.id);
  return el(
    "li",
    {},
    el("p", { class: "criterion" }, el("strong", {}, criterion.id), " ", criterion.text),
    el("p", {}, "→ ", criterion.reading),
    el("p", { class: "hint" }, el("span", { class: "badge", data: { status: mine ? "unknown" : "met" } }, mine ? t("reading_mine") : t("reading_checked")), " ", el("code", {}, criterion.expression)),
    el("button", { type: "button", class: "small", "aria-pressed": String(done), onclick: () => review(criterion.id) }, done ? t("looked_right") : t("looks_right")),
    criterion.parts.length ? el("ol", { class: "readings" }, ...criterion.parts.map((part) => row(part, reviewed, review))) : null,
  );
}

/** @param {string} text @param {import("../types").Line[]} lines */
function account(text, lines) {
  const unit = places(text);
  const rows = lines.filter((line) => line.use !== "blank").map((line) => el("tr", {}, el("th", { scope: "row" }, line.criterion ?? ""), el("td", {}, t(`line_${line.use}`)), el("td", {}, text.slice(unit(line.span.start), unit(line.span.end)))));
  return el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("lines") }, el("table", {}, el("tbody", {}, ...rows)));
}
