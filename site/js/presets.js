/** Presets: chosen, opened from a file, received by a link, sent as one; and files of text. */

import { forgetHistory, remember } from "./case/history.js";
import { changed } from "./case/lifecycle.js";
import { copy } from "./clipboard.js";
import { download } from "./copying.js";
import { ask, Refused } from "./core.js";
import { reviewDialog } from "./dialogs.js";
import { announce, byId, el } from "./dom.js";
import * as drafts from "./drafts.js";
import { criteria, preset, situation } from "./fields.js";
import { BadLink, fromFragment, LARGEST, LONGEST, toFragment } from "./link.js";
import { noProblem, problem } from "./report.js";
import { state, update } from "./state.js";
import { t } from "./words.js";

/** @typedef {import("./types").Preset} Preset */

const MOST = 8 * 1024 * 1024;
/** @type {Preset[]} */
let presets = [];
let examples = 0;

/** @param {Preset[]} known */
export function learnPresets(known) {
  presets = known;
}

export function allPresets() {
  return presets;
}

/** Puts a preset's criteria in the place of whatever stands there. @param {Preset} told @param {boolean} known whether it is one of the page's own */
export function usePreset(told, known) {
  remember();
  criteria.value = told.criteria;
  preset.value = known ? told.id : "";
  update({ preset: told.id, presetVersion: told.version, presetOwner: told.owner, origin: told.criteria, wording: told.acknowledgment ?? {}, answers: {}, ask: [], known: {}, policy: null, reviewed: [...(told.reviewed ?? [])], readings: { ...(told.when ?? {}) } });
  noProblem();
  changed();
}

export function choosePreset() {
  const chosen = presets.find((known) => known.id === preset.value);
  if (chosen) usePreset(chosen, true);
  else update({ preset: "", presetVersion: "", presetOwner: "", origin: "", wording: {} });
  drafts.set({ preset: preset.value });
}

/** The preset that was in use here last, where nothing stands in the page yet. */
export function useLast() {
  const last = presets.find((known) => known.id === drafts.settings().preset);
  if (!last || criteria.value.trim() || situation.value.trim()) return;
  usePreset(last, true);
  forgetHistory();
}

/** A situation to try the page with. @param {string} [id] of a preset @param {number} [place] of its example */
export function example(id = preset.value, place = examples) {
  const chosen = presets.find((known) => known.id === id) ?? presets[0];
  const found = chosen?.examples[place % Math.max(1, chosen.examples.length)];
  if (!chosen || !found) return;
  usePreset(chosen, true);
  situation.value = found.situation;
  examples = place + 1;
  update({ excluded: [], details: {}, edited: null, choice: null, record: null, first: null });
  changed();
}

/** The criteria as they stand here, as a preset, with what was corrected and reviewed. @returns {Preset} */
function asPreset() {
  const known = presets.find((one) => one.id === state.preset && one.criteria === criteria.value);
  const here = { when: state.readings, reviewed: state.reviewed };
  if (known) return { ...known, ...here };
  return { id: "shared", title: t("shared_title"), means: t("shared_means"), owner: "", version: "1", criteria: criteria.value, examples: [], acknowledgment: state.wording, ...here };
}

export async function share() {
  let url = "";
  const made = toFragment({ ...asPreset(), examples: [] }).then((fragment) => {
    if (fragment.length > LONGEST) throw new RangeError(String(fragment.length));
    url = `${location.href.split("#")[0]}#${fragment}`;
    return { rich: el("a", { href: url }, url), plain: url };
  });
  try {
    const done = await copy(made);
    announce(done ? t("preset_shared", { length: url.length }) : t("copy_failed"));
    if (done) byId("share-text").textContent = t("copied");
    setTimeout(() => { byId("share-text").textContent = t("preset_share"); }, 2000);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problem(t("preset_too_long", { length: error.message }), "criteria");
  }
}

export function savePreset() {
  download(`${state.preset || "criteria"}.json`, `${JSON.stringify(asPreset(), null, 1)}\n`, "application/json");
}

/** A preset in the address is shown before it is used; the address is cleaned either way. */
export async function receive() {
  const fragment = location.hash.slice(1);
  if (!/^p\d/.test(fragment)) return;
  history.replaceState(null, "", location.pathname + location.search);
  try {
    await reviewed(await fromFragment(fragment));
  } catch (error) {
    const reason = error instanceof BadLink ? t(error.why, { limit: (error.why === "link_too_big" ? LARGEST : LONGEST) / 1024 }) : error instanceof Refused ? error.message : t("link_broken");
    problem(t("error_link", { reason }), "criteria");
  }
}

/** Shows a preset from outside, and uses it where the person says so. @param {string} text */
async function reviewed(text) {
  const reply = await ask({ op: "check_preset", text });
  const told = /** @type {Preset} */ (reply.preset);
  if (!await reviewDialog(told, await shortCode(text), criteria.value)) return;
  usePreset(told, false);
  situation.focus();
}

/** @param {string} text */
async function shortCode(text) {
  if (!globalThis.crypto?.subtle) return "–";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} button @param {HTMLTextAreaElement} field */
export function fileInto(button, field) {
  const input = /** @type {HTMLInputElement} */ (byId(`${button}-input`));
  byId(button).addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files?.[0]) void read(input.files[0], field);
    input.value = "";
  });
  field.addEventListener("dragover", (event) => event.preventDefault());
  field.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void read(file, field);
  });
}

/** A file's text goes into the field; a preset is opened as one. @param {File} file @param {HTMLTextAreaElement} field */
async function read(file, field) {
  noProblem();
  if (file.size > MOST) {
    problem(t("error_file_size", { name: file.name, limit: MOST / 1024 / 1024 }), field.id);
    return;
  }
  const text = await file.text();
  if (field === criteria && /\.(toml|json)$/i.test(file.name)) {
    if (!state.ready) { problem(t("error_file_early"), field.id); return; }
    await reviewed(text).catch((error) => problem(t("error_file_preset", { name: file.name, reason: error instanceof Error ? error.message : String(error) }), field.id));
    return;
  }
  remember();
  field.value = text;
  changed();
}
