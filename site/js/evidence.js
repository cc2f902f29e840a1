/** From a criterion to its proof in the text, and back. */

import { wrong } from "./case/person.js";
import { whyDialog } from "./dialogs.js";
import { byId } from "./dom.js";
import { drawEvidence } from "./draw.js";
import { places } from "./spans.js";
import { state } from "./state.js";
import { ownEvidence } from "./view/proof.js";

const box = /** @type {HTMLDetailsElement} */ (byId("evidence"));

export function toggleEvidence() {
  box.open = !box.open;
  if (box.open) box.scrollIntoView({ block: "nearest" });
}

/** @param {string} id of a criterion */
export function toCriterion(id) {
  const element = document.getElementById(`finding-${id}`);
  element?.focus();
  element?.scrollIntoView({ block: "center" });
}

/** Opens the text and goes to the mark of this quote. @param {import("./types").Span} span @param {string} criterion */
export function toText(span, criterion) {
  document.body.classList.remove("folded");
  drawEvidence(true);
  box.open = true;
  const start = places(state.evaluated?.situation ?? "")(span.start);
  const mark = document.querySelector(`#evidence-text mark[data-start="${start}"]`) ?? document.querySelector(`#evidence-text mark[data-criteria~="${criterion}"]`);
  mark?.scrollIntoView({ block: "center" });
  /** @type {HTMLElement | null | undefined} */ (mark?.querySelector(`button[data-criterion="${criterion}"]`) ?? mark?.querySelector("button"))?.focus();
}

/** With one key from a criterion to its first mark, and from a mark to its criterion. */
export function hop() {
  const here = /** @type {HTMLElement | null} */ (document.activeElement);
  const tag = here?.closest("#evidence-text [data-criterion]");
  if (tag instanceof HTMLElement) {
    toCriterion(tag.dataset.criterion ?? "");
    return;
  }
  drawEvidence(true);
  const finding = /** @type {HTMLElement | null} */ (here?.closest(".finding") ?? document.querySelector(".finding:has(.proof)"));
  const shown = within(finding).map((known) => /** @type {[string, HTMLElement | null]} */ ([known, document.querySelector(`#evidence-text mark[data-criteria~="${known}"]`)])).find(([, found]) => found);
  if (!shown?.[1]) return;
  const [id, mark] = /** @type {[string, HTMLElement]} */ (shown);
  document.body.classList.remove("folded");
  box.open = true;
  mark.scrollIntoView({ block: "center" });
  /** @type {HTMLElement | null} */ (mark.querySelector(`button[data-criterion="${id}"]`) ?? mark.querySelector("button"))?.focus();
}

/** Why a stretch of the text is marked: what it is read as, by which criterion, and what to do where that is wrong. @param {string[]} criteria @param {import("./types").Span} span */
export async function explain(criteria, span) {
  const found = proofs(state.evaluation?.findings ?? []).filter(({ finding, proof }) => criteria.includes(finding.criterion.id) && proof.span.start === span.start && proof.span.end === span.end);
  if (!found.length) return;
  const chosen = await whyDialog(found);
  if (!chosen) return;
  if (chosen.wrong) await wrong(chosen.finding, chosen.proof);
  else toCriterion(chosen.finding.criterion.id);
}

/** Explains the mark in focus, or the first proof of the criterion in focus. */
export async function explainHere() {
  const here = document.activeElement;
  const mark = /** @type {HTMLElement | null | undefined} */ (here?.closest("#evidence-text mark"));
  if (mark) {
    const [start = 0, end = 0] = (mark.dataset.span ?? "").split("-").map(Number);
    await explain((mark.dataset.criteria ?? "").split(" "), { start, end });
    return;
  }
  const ids = within(here?.closest(".finding") ?? document.querySelector(".finding:has(.proof)"));
  const first = proofs(state.evaluation?.findings ?? []).find(({ finding }) => ids.includes(finding.criterion.id));
  if (first) await explain([first.finding.criterion.id], first.proof.span);
}

/** Every piece of evidence where it is shown. @param {import("./types").Finding[]} findings @returns {import("./types").Shown[]} */
function proofs(findings) {
  return findings.flatMap((finding) => [...ownEvidence(finding).map((proof) => ({ finding, proof })), ...proofs(finding.parts)]);
}

/** The ids of a criterion and of its parts. @param {Element | null | undefined} finding @returns {string[]} */
function within(finding) {
  return finding ? [finding, ...finding.querySelectorAll(".finding")].map((one) => /** @type {HTMLElement} */ (one).dataset.criterion ?? "") : [];
}

/** Lights the marks of the criterion in focus or under the pointer. */
export function lightUp() {
  const light = (/** @type {Element | null} */ target) => {
    const ids = within(target?.closest("[data-criterion]"));
    for (const mark of document.querySelectorAll("#evidence-text mark")) mark.classList.toggle("lit", (/** @type {HTMLElement} */ (mark).dataset.criteria ?? "").split(" ").some((id) => ids.includes(id)));
  };
  for (const sign of ["focusin", "pointerover"]) byId("result").addEventListener(sign, (event) => light(event.target instanceof Element ? event.target : null));
  box.addEventListener("toggle", () => light(document.activeElement));
}
