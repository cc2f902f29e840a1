/** Which single key does what: as the page has it, or as a person has changed it. */

import { set, settings } from "./drafts.js";
import { el } from "./dom.js";

/** The keys that can be changed; digits and the question mark stay where they are. */
export const CHANGEABLE = [..."scjkwieynuo[]zpl"];

const named = (/** @type {string} */ key) => `key:${key}`;

/** The key that does what this one does as the page has it. @param {string} usual */
export function keyFor(usual) {
  return settings()[named(usual)] || usual;
}

/** The usual key behind the one that was pressed. @param {string} pressed */
export function usualFor(pressed) {
  const changed = CHANGEABLE.find((usual) => settings()[named(usual)] === pressed);
  return changed ?? (keyFor(pressed) === pressed ? pressed : "");
}

/** @param {string} usual @param {string} key whoever has it takes the other's place @returns {boolean} whether that can be */
export function changeKey(usual, key) {
  const wanted = key.toLowerCase();
  if ([...wanted].length !== 1 || /[\s\d?]/.test(wanted)) return false;
  const other = CHANGEABLE.find((one) => keyFor(one) === wanted);
  if (other) set({ [named(other)]: keyFor(usual) });
  set({ [named(usual)]: wanted });
  showKeys();
  return true;
}

export function usualKeys() {
  set(Object.fromEntries(CHANGEABLE.map((usual) => [named(usual), ""])));
  showKeys();
}

/** A key as it stands on a button. @param {string} usual */
export function hint(usual) {
  return el("kbd", { data: { key: usual } }, keyFor(usual));
}

/** Writes the keys anew wherever they stand. */
export function showKeys() {
  for (const shown of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("kbd[data-key]"))) {
    const key = keyFor(shown.dataset.key ?? "");
    shown.textContent = key;
    shown.closest("[aria-keyshortcuts]")?.setAttribute("aria-keyshortcuts", key);
  }
}
