/** Asks the core for a reading of the criteria, an evaluation or a record of what stands in the page. */

import { ask } from "./core.js";
import { inputs } from "./fields.js";
import { state } from "./state.js";

/** @param {string} criteria @param {Record<string, string>} [readings] @returns {Promise<import("./types").Policy>} */
export async function policyOf(criteria, readings = {}) {
  const reply = await ask({ op: "read_policy", criteria, readings });
  return reply.policy;
}

/** @returns {Promise<import("./types").Evaluation>} */
export async function evaluated() {
  const { criteria, situation, now } = inputs();
  const reply = await ask(request(criteria, situation, now));
  return reply.evaluation;
}

/**
 * @param {import("./types").Choice} choice
 * @returns {Promise<{ line: string, record: object }>}
 */
export async function recorded(choice) {
  const told = state.evaluated ?? inputs();
  const reply = await ask({
    ...request(told.criteria, told.situation, told.now), op: "record",
    decided: choice.outcome, at: choice.at, reason: choice.reason, note: choice.note || null, first_view: state.first,
  });
  return { line: reply.line, record: reply.record };
}

/** @param {string} criteria @param {string} situation @param {string} now */
function request(criteria, situation, now) {
  return {
    op: "evaluate", criteria, situation, now: now || null, answers: state.answers, readings: state.readings, ask_customer: state.ask,
    excluded: state.excluded.map((gone) => ({ start: gone.start, end: gone.end })),
    audience: state.audience, channel: state.channel, tone: state.tone, language: state.letter,
    preset: state.preset || null, preset_version: state.presetVersion || null,
  };
}
