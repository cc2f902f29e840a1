/** Times a few minutes ago, one press each. */

import { stamp } from "./evaluate.js";
import { el } from "./dom.js";
import { t } from "./words.js";

const AGO = [0, 5, 15, 60];

/** @param {number} minutes before now, as ISO 8601 to the minute */
export function ago(minutes) {
  return stamp(new Date(Date.now() - minutes * 60_000)).slice(0, 16);
}

/** @param {(moment: string) => void} put called with a moment as ISO 8601 to the minute */
export function agoButtons(put) {
  return el("span", { class: "ago", role: "group", "aria-label": t("ago") }, ...AGO.map((minutes) => el("button", { type: "button", class: "small", onclick: () => put(ago(minutes)) }, t(`ago_${minutes}`))));
}
