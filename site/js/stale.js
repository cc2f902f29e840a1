/** Whether what is shown still belongs to what stands in the fields, and whether it may be shown yet. */

import { settings } from "./drafts.js";
import { inputs } from "./fields.js";
import { state } from "./state.js";

export function isStale() {
  const told = state.evaluated;
  const here = inputs();
  return Boolean(told && (told.criteria !== here.criteria || told.situation !== here.situation || told.now !== here.now));
}

/** Whether the suggestion waits until the person has said what they think. */
export function isCovered() {
  return Boolean(state.evaluation && !state.first && !state.choice && settings().first === "yes");
}
