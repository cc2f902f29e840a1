/** The situation's text with the evidence marked where it stands; marks lie within each other where they overlap. */

import { el } from "../dom.js";
import { places } from "../spans.js";
import { t } from "../words.js";
import { ownEvidence } from "./proof.js";

/** @typedef {{ start: number, end: number, role: string, criteria: string[], span: import("../types").Span, rest?: boolean }} Mark */
/** @typedef {{ toCriterion: (criterion: string) => void, explain: (criteria: string[], span: import("../types").Span) => void }} Choose */

/**
 * @param {string} text the situation as it was evaluated
 * @param {import("../types").Finding[]} findings
 * @param {Choose} choose what is done with a mark
 * @returns {Node[]}
 */
export function evidenceView(text, findings, choose) {
  const unit = places(text);
  const marks = collected(findings).map((mark) => ({ ...mark, start: unit(mark.start), end: unit(mark.end) }));
  return within(text, 0, text.length, marks, choose).flatMap((node) => (node instanceof globalThis.Text && text.length > LONG ? shortened(node.data) : [node]));
}

const LONG = 40_000;
const AROUND = 500;
const STEP = 20_000;

/** A long stretch without a mark shows how it begins and ends; the rest is a press away, a step at a time. @param {string} said @returns {Node[]} */
function shortened(said) {
  if (said.length <= 4 * AROUND) return [document.createTextNode(said)];
  let at = AROUND;
  const end = said.length - AROUND;
  const more = el("button", { type: "button", class: "small gap", onclick: () => {
    more.before(said.slice(at, Math.min(at + STEP, end)));
    at += STEP;
    if (at < end) more.textContent = left();
    else more.remove();
  } });
  const left = () => t("evidence_gap", { count: end - at });
  more.textContent = left();
  return [document.createTextNode(said.slice(0, AROUND)), more, document.createTextNode(said.slice(end))];
}

/** @param {import("../types").Finding[]} findings @returns {Mark[]} */
function collected(findings) {
  /** @type {Map<string, Mark>} */
  const found = new Map();
  const visit = (/** @type {import("../types").Finding} */ finding) => {
    for (const proof of ownEvidence(finding)) {
      if (proof.span.end <= proof.span.start) continue;
      const key = `${proof.span.start}-${proof.span.end}`;
      const mark = found.get(key) ?? { ...proof.span, span: proof.span, role: proof.role, criteria: [] };
      if (!mark.criteria.includes(finding.criterion.id)) mark.criteria.push(finding.criterion.id);
      if (proof.role === "supports" || mark.role === "ignored") mark.role = proof.role;
      found.set(key, mark);
    }
    finding.parts.forEach(visit);
  };
  findings.forEach(visit);
  return [...found.values()];
}

/** @param {Mark} one @param {Mark} other */
function outerFirst(one, other) {
  return one.start - other.start || other.end - one.end;
}

/**
 * The text from one place to another; a mark that reaches beyond the one it begins in goes on behind it.
 * @param {string} text @param {number} from @param {number} to @param {Mark[]} marks all of them within these places
 * @param {Choose} choose
 * @returns {Node[]}
 */
function within(text, from, to, marks, choose) {
  const waiting = [...marks].sort(outerFirst);
  /** @type {Node[]} */
  const nodes = [];
  let at = from;
  while (waiting.length) {
    const mark = /** @type {Mark} */ (waiting.shift());
    nodes.push(document.createTextNode(text.slice(at, mark.start)));
    /** @type {Mark[]} */
    const inside = [];
    while (waiting[0] && waiting[0].start < mark.end) {
      const inner = /** @type {Mark} */ (waiting.shift());
      inside.push({ ...inner, end: Math.min(inner.end, mark.end) });
      if (inner.end > mark.end) waiting.push({ ...inner, start: mark.end, rest: true });
    }
    waiting.sort(outerFirst);
    nodes.push(marked(mark, within(text, mark.start, mark.end, inside, choose), choose));
    at = mark.end;
  }
  nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

/** @param {Mark} mark @param {Node[]} inside @param {Choose} choose */
function marked(mark, inside, choose) {
  const tag = (/** @type {string} */ id) => el("button", { type: "button", class: "tag", data: { criterion: id }, "aria-label": t("tag", { criterion: id, role: t(`role_${mark.role}`) }), title: t(`role_${mark.role}`), onclick: () => choose.toCriterion(id) }, id);
  return el(
    "mark",
    { title: t("mark_why"), onclick: (/** @type {Event} */ event) => { if (/** @type {Element} */ (event.target).closest("button")) return; event.stopPropagation(); choose.explain(mark.criteria, mark.span); }, data: { role: mark.role, start: String(mark.start), criteria: mark.criteria.join(" "), span: `${mark.span.start}-${mark.span.end}` } },
    ...inside, ...(mark.rest ? [] : mark.criteria.map(tag)),
  );
}
