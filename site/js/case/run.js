/** Evaluating: when asked, when an answer comes in, and reading the criteria while they are typed. */

import { Refused, Stopped } from "../core.js";
import { announce, byId, el } from "../dom.js";
import { draw, drawReadings, drawResult } from "../draw.js";
import { evaluated, policyOf, recorded } from "../evaluate.js";
import { inputs } from "../fields.js";
import { noProblem, notice, problem } from "../report.js";
import { isCovered, isStale } from "../stale.js";
import { blank, state, update } from "../state.js";
import { t } from "../words.js";
import { remember } from "./history.js";
import { carryCriteria, carryEvidence, flat, otherCase } from "./carry.js";

const READ_AT_ONCE = 60_000;
const SOON = 150;
const LONG = 2000;
let again = false;
let reading = 0;
let took = Infinity;

/** How long the last run took, in milliseconds. */
export function lastRun() {
  return took;
}

/** Evaluates what stands in the page; asked for early, it waits until the engine is ready. @param {boolean} [asked] whether the person asked for it just now @returns {Promise<boolean>} whether it was refused nothing */
export async function run(asked = false) {
  const given = inputs();
  noProblem();
  if (!given.criteria.trim()) { problem(t("error_no_criteria"), "criteria"); return false; }
  if (!given.situation.trim()) { problem(t("error_no_situation"), "situation"); return false; }
  if (!state.ready) {
    update({ queued: true });
    announce(t("queued"));
    return true;
  }
  if (state.running) {
    again = true;
    return true;
  }
  const started = performance.now();
  const soon = setTimeout(() => { byId("progress").textContent = t("evaluating", { count: flat(state.policy?.criteria ?? []).length || "…" }); }, SOON);
  const later = setTimeout(() => { byId("stop").hidden = false; }, LONG);
  update({ running: true, queued: false });
  let done = false;
  try {
    const changed = state.evaluated !== null && isStale();
    if (state.policy?.text !== given.criteria) await readPolicy(given.criteria);
    const other = changed && otherCase(state.evaluated?.situation ?? "", given.situation) && setAside();
    if (changed) carryEvidence(given.situation);
    const evaluation = await evaluated();
    took = performance.now() - started;
    update({ running: false, evaluation, evaluated: given, edits: 0, ...(changed ? { choice: null, record: null, first: null } : {}) });
    if (state.choice && !state.record) update({ record: await recorded(state.choice) });
    drawResult();
    notice("other", other ? [t("other_case")] : undefined);
    notice("input", evaluation.notices.length ? evaluation.notices.map((said) => el("p", {}, said)) : undefined);
    if (asked) {
      document.body.classList.add("folded");
      byId("decision").focus({ preventScroll: true });
      byId("decision-title").scrollIntoView({ block: matchMedia("(max-width: 1099px)").matches ? "start" : "nearest" });
    }
    done = true;
    announce(isCovered() ? t("covered") : `${t("suggested")}: ${t(`outcome_${evaluation.decision.outcome}`)}. ${evaluation.decision.reasoning}`);
  } catch (error) {
    update({ running: false });
    if (error instanceof Stopped) announce(t("stopped"));
    else if (error instanceof Refused && error.code === "broken") problem(t("error_broken", { kind: error.message }), "situation");
    else problem(error instanceof Refused ? error.message : String(error), error instanceof Refused && error.code === "bad_preset" ? "criteria" : "situation");
  } finally {
    clearTimeout(soon);
    clearTimeout(later);
    draw();
  }
  if (again) {
    again = false;
    return run();
  }
  return done;
}

/** What was said of the case before does not hold for another one; it can be had back. @returns {boolean} whether there was anything */
function setAside() {
  const { answers, details, excluded, edited, brief } = state;
  if (![answers, details, excluded].some((told) => Object.keys(told).length) && edited === null && brief === null) return false;
  remember();
  update({ ...blank(), evaluation: state.evaluation, evaluated: state.evaluated });
  return true;
}

/** Reads the criteria, with what a person corrected in them. @param {string} criteria */
export async function readPolicy(criteria) {
  const plain = await policyOf(criteria);
  carryCriteria(plain.criteria);
  let policy = plain;
  if (Object.keys(state.readings).length) {
    try {
      policy = await policyOf(criteria, state.readings);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      update({ readings: {} });
      notice("readings", [t("corrections_dropped", { reason: error.message })]);
    }
  }
  update({ policy });
  drawReadings();
}

/** Reads the criteria a moment after the last key, where they are no book. */
export function readSoon() {
  clearTimeout(reading);
  reading = setTimeout(() => {
    const { criteria } = inputs();
    if (!state.ready || state.running || criteria.length > READ_AT_ONCE || state.policy?.text === criteria) return;
    if (criteria.trim()) readPolicy(criteria).catch(() => undefined);
    else { update({ policy: null }); drawReadings(); }
  }, 600);
}
