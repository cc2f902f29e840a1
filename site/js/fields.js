/** The fields a person types into. */

import { byId } from "./dom.js";

export const criteria = /** @type {HTMLTextAreaElement} */ (byId("criteria"));
export const situation = /** @type {HTMLTextAreaElement} */ (byId("situation"));
export const now = /** @type {HTMLInputElement} */ (byId("now"));
export const preset = /** @type {HTMLSelectElement} */ (byId("preset"));

/** What stands in them. */
export function inputs() {
  return { criteria: criteria.value, situation: situation.value, now: now.value };
}

/** @param {{ criteria: string, situation: string, now: string }} told */
export function put(told) {
  criteria.value = told.criteria;
  situation.value = told.situation;
  now.value = told.now;
}
