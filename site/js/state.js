/** All that the page knows, in one place, and who wants to hear of a change. */

/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Snapshot} Snapshot */

/** What belongs to one case and can be taken back: kept in drafts and in the undo history. */
export const CASE = /** @type {const} */ (["answers", "excluded", "readings", "reviewed", "known", "ask", "details", "edited", "brief", "choice", "first", "preset", "presetVersion", "presetOwner", "origin", "wording"]);

/** @returns {State} */
export function fresh() {
  return {
    ready: false, running: false, queued: false, edits: 0, answers: {}, excluded: [], readings: {}, reviewed: [], known: {}, ask: [], details: {},
    evaluation: null, evaluated: null, policy: null, vocabulary: [], choice: null, first: null, record: null,
    audience: "general", channel: "email", tone: "neutral", letter: "en", format: "rich", edited: null, brief: null, warnings: [], preset: "", presetVersion: "", presetOwner: "", origin: "", wording: {}, letterFormat: "rich", kept: [],
  };
}

/** A case without anything said of it yet. @returns {Partial<State>} */
export function blank() {
  const { answers, excluded, ask, details, evaluation, evaluated, choice, first, record, edited, brief, warnings, kept } = fresh();
  return { answers, excluded, ask, details, evaluation, evaluated, choice, first, record, edited, brief, warnings, kept };
}

/** @type {State} */
export const state = fresh();

/** @type {((state: State) => void)[]} */
const listeners = [];

/** @param {(state: State) => void} listener */
export function onChange(listener) {
  listeners.push(listener);
}

/** @param {Partial<State>} change */
export function update(change) {
  Object.assign(state, change);
  for (const listener of listeners) listener(state);
}

/** What a person has said of the case. @returns {Pick<State, typeof CASE[number]>} */
export function said() {
  return /** @type {any} */ (Object.fromEntries(CASE.map((key) => [key, state[key]])));
}
