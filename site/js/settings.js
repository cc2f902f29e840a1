/** Language, colours and habits: what the page remembers of the person, never of a case. */

import { changed } from "./case/lifecycle.js";
import { byId } from "./dom.js";
import * as drafts from "./drafts.js";
import { drawResult } from "./draw.js";
import { criteria, preset, situation } from "./fields.js";
import { speak } from "./words.js";

/** Switches kept as "yes" or "no" under a name. */
const SWITCHES = /** @type {const} */ ([["decide-first", "first"], ["run-again", "again"]]);

export function useSettings() {
  const told = drafts.settings();
  const { language = "en", theme = "auto" } = told;
  /** @type {HTMLSelectElement} */ (byId("language")).value = language;
  /** @type {HTMLSelectElement} */ (byId("theme")).value = theme;
  for (const [id, name] of SWITCHES) /** @type {HTMLInputElement} */ (byId(id)).checked = told[name] === "yes";
  /** @type {HTMLInputElement} */ (byId("keep-drafts")).checked = drafts.keeps();
  document.documentElement.dataset.theme = theme;
  const { preset: last = "" } = told;
  if (!criteria.value && !situation.value) preset.value = last;
}

export function language() {
  return drafts.settings().language ?? "en";
}

/** @param {() => void} spoken called when another language is spoken */
export function listenToSettings(spoken) {
  const box = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target);
  for (const [id, name] of SWITCHES) byId(id).addEventListener("change", (event) => { drafts.set({ [name]: box(event).checked ? "yes" : "no" }); drawResult(); });
  byId("spellcheck").addEventListener("change", (event) => { situation.spellcheck = box(event).checked; });
  byId("keep-drafts").addEventListener("change", (event) => { drafts.keep(box(event).checked); changed(); });
  byId("theme").addEventListener("change", (event) => { drafts.set({ theme: box(event).value }); useSettings(); });
  byId("language").addEventListener("change", (event) => {
    drafts.set({ language: box(event).value });
    speak(language());
    drawResult();
    spoken();
  });
}
