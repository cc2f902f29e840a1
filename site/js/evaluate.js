/** Asks the core for an evaluation of what stands in the page. */

import { ask } from "./core.js";
import { byId } from "./dom.js";
import { state } from "./state.js";

/** What stands in the fields. */
export function inputs() {
  return {
    criteria: /** @type {HTMLTextAreaElement} */ (byId("criteria")).value,
    situation: /** @type {HTMLTextAreaElement} */ (byId("situation")).value,
    now: /** @type {HTMLInputElement} */ (byId("now")).value,
  };
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
    decided: choice.outcome, at: choice.at, reason: choice.reason, note: choice.note || null,
  });
  return { line: reply.line, record: reply.record };
}

/** @param {string} criteria @param {string} situation @param {string} now */
function request(criteria, situation, now) {
  return {
    op: "evaluate", criteria, situation, now: now || null, answers: state.answers,
    excluded: state.excluded.map((gone) => ({ start: gone.start, end: gone.end })),
    audience: state.audience, channel: state.channel, tone: state.tone, language: state.letter,
  };
}
