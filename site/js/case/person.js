/** The person's word: confirm, override, answers, evidence that is wrong, readings that are corrected. */

import { Refused } from "../core.js";
import { LEAVE_OUT, overrideDialog, VALUE, wrongDialog } from "../dialogs.js";
import { announce } from "../dom.js";
import { drawReadings, drawResult } from "../draw.js";
import { policyOf, recorded, stamp } from "../evaluate.js";
import { inputs } from "../fields.js";
import { isCovered, isStale } from "../stale.js";
import { state, update } from "../state.js";
import { t } from "../words.js";
import { flat } from "./carry.js";
import { goBack, remember } from "./history.js";
import { run } from "./run.js";

export async function confirm() {
  const told = state.evaluation;
  if (!told || state.choice || isCovered()) return;
  if (isStale()) {
    await run(true);
    announce(t("look_again"));
    return;
  }
  await decide({ outcome: told.decision.outcome, reason: null, note: "", at: stamp() });
}

export async function override() {
  const told = state.evaluation;
  if (!told || isCovered()) return;
  const chosen = await overrideDialog();
  if (chosen) await decide({ ...chosen, at: stamp() });
}

/** @param {import("../types").Choice} choice */
async function decide(choice) {
  const record = await recorded(choice);
  remember();
  update({ choice, record });
  drawResult();
  announce(choice.reason === null ? t("confirmed", { time: choice.at.slice(11, 16) }) : t("decided"));
}

export function takeBack() {
  remember();
  update({ choice: null, record: null });
  drawResult();
}

/** What a change of the facts undoes: nobody has confirmed the new result. */
const UNDECIDED = { choice: null, record: null };

/** @param {string} criterion @param {string | null} said null takes an answer back */
export async function answer(criterion, said) {
  const answers = { ...state.answers };
  if (said === null) delete answers[criterion];
  else answers[criterion] = said;
  remember();
  update({ answers, ...UNDECIDED });
  await run();
  /** @type {HTMLElement | null} */ (document.querySelector(".question") ?? document.getElementById("decision"))?.focus();
}

/** @param {string[]} ask ids of the questions that the acknowledgment asks */
export function askCustomer(ask) {
  remember();
  update({ ask });
  announce(t(ask.length ? "asked_customer" : "asked_nobody"));
  void run();
}

/** @param {import("../types").Finding} finding @param {import("../types").Evidence} proof */
function exclude(finding, proof) {
  remember();
  update({ excluded: [...elsewhere(proof), { criterion: finding.criterion.id, quote: proof.quote, ...proof.span }], ...UNDECIDED });
  void run();
}

/** What was said of other stretches than this one. @param {import("../types").Evidence} proof */
function elsewhere({ span }) {
  return state.excluded.filter((gone) => gone.start !== span.start || gone.end !== span.end);
}

/** What is wrong with a piece of evidence: a figure can be put right, all else is left out. @param {import("../types").Finding} finding @param {import("../types").Evidence} proof */
export async function wrong(finding, proof) {
  const said = proof.value ? await wrongDialog(proof) : null;
  if (said === "") return;
  if (said === null || said === LEAVE_OUT) exclude(finding, proof);
  else await amend(finding, proof, said.slice(VALUE.length));
}

/** A figure that was misread counts as the person says; where their words hold none, all is as before. @param {import("../types").Finding} finding @param {import("../types").Evidence} proof @param {string} value */
async function amend(finding, proof, value) {
  remember();
  update({ excluded: [...elsewhere(proof), { criterion: finding.criterion.id, quote: proof.quote, ...proof.span, value }], ...UNDECIDED });
  if (!await run()) goBack();
}

/** What the person knows of the case. @param {string} kind @param {string | null} said null takes the text's word again, "" says that there is none */
export async function detail(kind, said) {
  const details = { ...state.details };
  if (said === null) delete details[kind];
  else details[kind] = said;
  remember();
  update({ details });
  await run();
}

/** @param {number} index */
export function include(index) {
  remember();
  update({ excluded: state.excluded.filter((_, place) => place !== index), ...UNDECIDED });
  void run();
}

/** @param {import("../types").Outcome} first */
export function firstView(first) {
  update({ first });
  drawResult();
}

/** @param {string} id */
export function review(id) {
  update({ reviewed: state.reviewed.includes(id) ? state.reviewed.filter((other) => other !== id) : [...state.reviewed, id] });
  drawResult();
}

/** What an expression would mean for a criterion: its sentence, or why it is none. @param {string} id @param {string} expression @returns {Promise<{ reading: string } | { problem: string }>} */
export async function tried(id, expression) {
  try {
    const policy = await policyOf(inputs().criteria, { ...state.readings, [id]: expression });
    return { reading: flat(policy.criteria).find((one) => one.id === id)?.reading ?? "" };
  } catch (error) {
    return { problem: error instanceof Refused ? error.message : String(error) };
  }
}

/** @param {string} id @param {string | null} expression null takes the correction back @returns {Promise<void>} */
export async function correct(id, expression) {
  const readings = { ...state.readings };
  if (expression === null) delete readings[id];
  else readings[id] = expression;
  remember();
  update({ readings, reviewed: expression === null ? state.reviewed.filter((other) => other !== id) : [...new Set([...state.reviewed, id])], ...UNDECIDED });
  const policy = await policyOf(inputs().criteria, readings);
  update({ policy });
  drawReadings();
  announce(t(expression === null ? "correction_taken_back" : "corrected"));
  if (state.evaluation) await run();
}
