/** Undo: what stood in the page before something was thrown away, in memory only. */

import { inputs, preset, put } from "../fields.js";
import { said, state, update } from "../state.js";

const MOST = 30;
/** @type {import("../types").Snapshot[]} */
let past = [];

/** Keeps what stands here now, before it changes. */
export function remember() {
  past.push({ fields: inputs(), chosen: preset.value, said: structuredClone(said()), record: state.record });
  if (past.length > MOST) past.shift();
}

export function canUndo() {
  return past.length > 0;
}

/** Puts the last snapshot back. @returns {boolean} whether there was one */
export function goBack() {
  const last = past.pop();
  if (!last) return false;
  put(last.fields);
  preset.value = last.chosen;
  update({ ...last.said, record: last.record });
  return true;
}

/** Nobody can get anything back from here on. */
export function forgetHistory() {
  past = [];
  update({});
}
