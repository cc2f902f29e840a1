/** All that the page knows, in one place, and who wants to hear of a change. */

/** @typedef {import("./types").State} State */

/** @returns {State} */
export function fresh() {
  return {
    ready: false, running: false, queued: false, answers: {}, excluded: [], evaluation: null, evaluated: null,
    choice: null, first: null, record: null, audience: "general", channel: "email", tone: "neutral", letter: "en",
    edited: null, warnings: [], preset: "", reviewed: [],
  };
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
