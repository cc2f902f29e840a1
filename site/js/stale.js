/** How far what is shown can be relied on: up to date, uncovered, confirmed by a person. */

import { settings } from "./drafts.js";
import { inputs } from "./fields.js";
import { state } from "./state.js";
import { t } from "./words.js";

export function isStale() {
  const told = state.evaluated;
  const here = inputs();
  return Boolean(told && (told.criteria !== here.criteria || told.situation !== here.situation || told.now !== here.now));
}

/** Whether the suggestion waits until the person has said what they think. */
export function isCovered() {
  return Boolean(state.evaluation && !state.first && !state.choice && settings().first === "yes");
}

/** What stands above a copy or a print, so that nobody takes it for more than it is. */
export function marks() {
  const lines = isStale() ? [t("mark_stale")] : [];
  if (!state.choice) return [...lines, t("mark_unconfirmed")];
  if (state.choice.reason === null) return [...lines, t("mark_confirmed")];
  return [...lines, t("mark_overridden", { decided: t(`outcome_${state.choice.outcome}`), reason: state.choice.note || t(`reason_${state.choice.reason}`) })];
}
