/** The situation's text with the evidence marked where it stands. */

import { el } from "../dom.js";
import { places } from "../spans.js";
import { t } from "../words.js";

/**
 * @param {string} text the situation as it was evaluated
 * @param {import("../types").Finding[]} findings
 * @param {(criterion: string) => void} choose called with the criterion of a mark that was chosen
 * @returns {Node[]}
 */
export function evidenceView(text, findings, choose) {
  const unit = places(text);
  const marks = collected(findings).map((mark) => ({ ...mark, start: unit(mark.start), end: unit(mark.end) }));
  marks.sort((one, other) => one.start - other.start || other.end - one.end);
  /** @type {Node[]} */
  const nodes = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    nodes.push(document.createTextNode(text.slice(at, mark.start)));
    nodes.push(marked(text, mark, choose));
    at = mark.end;
  }
  nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** @typedef {{ start: number, end: number, role: string, criteria: string[] }} Mark */

/** @param {import("../types").Finding[]} findings @returns {Mark[]} */
function collected(findings) {
  /** @type {Map<string, Mark>} */
  const found = new Map();
  const visit = (/** @type {import("../types").Finding} */ finding) => {
    for (const proof of finding.evidence) {
      const key = `${proof.span.start}-${proof.span.end}`;
      const mark = found.get(key) ?? { ...proof.span, role: proof.role, criteria: [] };
      if (!mark.criteria.includes(finding.criterion.id)) mark.criteria.push(finding.criterion.id);
      if (proof.role === "supports") mark.role = "supports";
      found.set(key, mark);
    }
    finding.parts.forEach(visit);
  };
  findings.forEach(visit);
  return [...found.values()];
}

/** @param {string} text @param {Mark} mark @param {(criterion: string) => void} choose */
function marked(text, mark, choose) {
  const first = mark.criteria[0] ?? "";
  return el(
    "mark",
    { data: { role: mark.role, start: String(mark.start) } },
    text.slice(mark.start, mark.end),
    el("button", { type: "button", class: "tag", "aria-label": `${mark.criteria.join(", ")}: ${t(`role_${mark.role}`)}`, onclick: () => choose(first) }, mark.criteria.join(" ")),
  );
}
