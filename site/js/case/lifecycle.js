/** A case from its first word to its end: drafts, undo, new case, clearing, and clearing when nobody is there. */

import { announce, byId, el } from "../dom.js";
import * as drafts from "../drafts.js";
import { draw, drawResult } from "../draw.js";
import { criteria, inputs, now, preset, put, situation } from "../fields.js";
import { noProblem, notice } from "../report.js";
import { isStale } from "../stale.js";
import { blank, fresh, said, state, update } from "../state.js";
import { t } from "../words.js";
import { canUndo, forgetHistory, goBack, remember } from "./history.js";
import { lastRun, readSoon, run } from "./run.js";

const IDLE = 30 * 60 * 1000;
const WARNED = 60 * 1000;
const QUICK = 300;
const REST = 1500;
let idle = 0;
let saving = 0;
let again = 0;
let editing = 0;

/** After every change of a field. */
export function changed() {
  countEdit();
  draw();
  readSoon();
  clearTimeout(saving);
  saving = setTimeout(saveDraft, 300);
  clearTimeout(again);
  if (drafts.settings().again === "yes" && state.evaluated && lastRun() < QUICK) again = setTimeout(() => { void run(); }, 800);
}

/** What is typed without a rest is one edit. */
function countEdit() {
  if (!isStale()) {
    update({ edits: 0 });
    return;
  }
  if (!editing || !state.edits) update({ edits: state.edits + 1 });
  clearTimeout(editing);
  editing = setTimeout(() => { editing = 0; }, REST);
}

export function saveDraft() {
  clearTimeout(saving);
  const kept = drafts.save({ ...inputs(), chosen: preset.value, said: said(), ran: state.evaluation !== null, at: Date.now() });
  notice("storage", kept ? undefined : [t("storage_failed")]);
}

/** @param {import("../types").Draft} draft */
export function takeUp(draft) {
  put(draft);
  preset.value = draft.chosen ?? "";
  update({ ...draft.said, queued: draft.ran && Boolean(draft.criteria && draft.situation) });
}

export function newCase() {
  if (situation.value || state.evaluation) remember();
  empty();
  announce(t("cleared"));
  situation.focus();
}

function empty() {
  situation.value = "";
  now.value = "";
  update(blank());
  document.body.classList.remove("folded");
  noProblem();
  notice("input");
  notice("other");
  drawResult();
  drafts.forget();
  changed();
}

export function undo() {
  if (!canUndo()) return;
  goBack();
  noProblem();
  notice("other");
  changed();
  drawResult();
  announce(t("restored"));
  if (state.evaluated) void run();
}

export function clearAll() {
  criteria.value = "";
  preset.value = "";
  update({ ...fresh(), ready: state.ready, vocabulary: state.vocabulary });
  empty();
  forgetHistory();
  drafts.forgetEverything();
  clearTimeout(saving);
  announce(t("clear_all_done"));
  notice("cleared", [t("clear_all_done")]);
}

/** Somebody is there. */
export function awake() {
  clearTimeout(idle);
  notice("idle");
  if (!situation.value) return;
  idle = setTimeout(warn, IDLE - WARNED);
}

function warn() {
  notice("idle", [t("idle_soon"), " ", el("button", { type: "button", onclick: awake }, t("idle_keep"))]);
  announce(t("idle_soon"));
  idle = setTimeout(clearIdle, WARNED);
}

/** Nobody is there: the next person at this desk finds nothing, and gets nothing back. */
function clearIdle() {
  empty();
  forgetHistory();
  announce(t("idle_cleared"));
  notice("idle", [t("idle_cleared")]);
}

export function watch() {
  for (const sign of ["keydown", "pointerdown"]) document.addEventListener(sign, awake, { passive: true });
  window.addEventListener("pagehide", saveDraft);
  byId("new-case").addEventListener("click", newCase);
  byId("undo").addEventListener("click", undo);
  byId("clear-all").addEventListener("click", clearAll);
  for (const field of [criteria, situation, now]) field.addEventListener("input", () => { notice("cleared"); changed(); });
}
