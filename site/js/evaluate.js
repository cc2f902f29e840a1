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

/**
 * Brief and acknowledgment in a format.
 * @param {string} form
 * @returns {Promise<{ brief: string, acknowledgment: string }>}
 */
export async function written(form) {
  const told = state.evaluated ?? inputs();
  return ask({ ...request(told.criteria, told.situation, told.now), op: "write_format", form });
}

/** The clock on this desk, as ISO 8601 without a zone. */
export function stamp(date = new Date()) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** @param {string} criteria @param {string} situation @param {string} now */
function request(criteria, situation, now) {
  return {
    op: "evaluate", criteria, situation, now: now || null, answers: state.answers, readings: state.readings, ask_customer: state.ask,
    excluded: state.excluded.filter((gone) => gone.value === undefined).map(({ start, end }) => ({ start, end })),
    amended: state.excluded.filter((gone) => gone.value !== undefined).map(({ start, end, value }) => ({ span: { start, end }, value })),
    filled: state.details, wording: state.wording, today: stamp().slice(0, 10),
    audience: state.audience, channel: state.channel, tone: state.tone, language: state.letter,
    ...(state.preset && state.origin === criteria ? { preset: state.preset, preset_version: state.presetVersion } : {}),
  };
}
