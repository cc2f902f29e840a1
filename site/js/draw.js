/** Draws the state into the page; what can be done with it comes from elsewhere. */

import { byId, el, fill } from "./dom.js";
import { canUndo } from "./case/history.js";
import { inputs } from "./fields.js";
import { isCovered, isStale, marks } from "./stale.js";
import { onChange, state } from "./state.js";
import { decisionView } from "./view/decision.js";
import { evidenceView } from "./view/evidence.js";
import { detailsView } from "./view/details.js";
import { acknowledgmentView, briefView, recordView } from "./view/outputs.js";
import { questionsView } from "./view/questions.js";
import { readingsTitle, readingsView } from "./view/readings.js";
import { spokenNow, t } from "./words.js";

/** @type {import("./types").Actions} */
let actions;

/** @param {import("./types").Actions} told */
export function drawWith(told) {
  actions = told;
  onChange(draw);
  byId("evidence").addEventListener("toggle", () => drawEvidence());
  byId("readings").addEventListener("toggle", drawReadings);
}

/** What is quick to draw after every key. */
export function draw() {
  const stale = isStale();
  document.body.classList.toggle("running", state.running);
  document.body.classList.toggle("first-run", state.running && !state.evaluation);
  document.body.classList.toggle("decided", state.choice !== null);
  document.body.classList.toggle("is-fresh", state.evaluation !== null && !stale);
  if (!state.running) byId("stop").hidden = true;
  if (!state.running) byId("progress").textContent = state.queued ? t("queued") : "";
  byId("undo").hidden = !canUndo();
  byId("preset-about").textContent = about();
  byId("bar-confirm").hidden = !state.evaluation || stale || state.choice !== null || isCovered();
  byId("bar-copy").hidden = !state.evaluation || stale || isCovered();
  if (stale !== byId("result").classList.contains("is-stale")) {
    fill(byId("stale"), stale ? el("p", { class: "banner", data: { kind: "stale" } }, el("span", { id: "edits" }), " ", el("button", { type: "button", class: "small", onclick: actions.evaluate }, t("evaluate"))) : null);
    byId("result").classList.toggle("is-stale", stale);
  }
  if (stale) byId("edits").textContent = t("stale", { count: Math.max(1, state.edits) });
}

/** Whose criteria these are, where they came as a preset. */
function about() {
  if (!state.preset) return t("preset_about_none");
  const said = t("preset_about", { owner: state.presetOwner || "–", version: state.presetVersion });
  return state.origin === inputs().criteria ? said : `${said} · ${t("preset_changed")}`;
}

export function drawResult() {
  const focused = remembered();
  const covered = isCovered();
  const hidden = [el("p", { class: "hint" }, t("covered"))];
  part("decision-body", [state.evaluation, state.policy, state.choice, state.first, state.reviewed, state.excluded, state.answers, covered, state.evaluation ? null : actions.samples().length], () => decisionView(state, covered, actions));
  fill(byId("questions-body"), ...(covered ? hidden : questionsView(state, actions)));
  fill(byId("brief-body"), ...(covered ? hidden : briefView(state, actions)));
  fill(byId("acknowledgment-body"), ...(covered ? hidden : acknowledgmentView(state, actions)));
  fill(byId("record-body"), ...recordView(state, actions));
  fill(byId("details-body"), ...detailsView(state, actions));
  drawReadings();
  drawEvidence();
  fill(byId("print-head"), ...printHead());
  fill(byId("folded-criteria"), summary(inputs().criteria));
  fill(byId("folded-situation"), summary(inputs().situation));
  draw();
  focused();
}

/** What a part was last drawn from. @type {Map<string, unknown[]>} */
const drawn = new Map();

/** A large part is drawn anew only where something it is drawn from has changed. @param {string} id @param {unknown[]} from @param {() => import("./dom.js").Child[]} view */
function part(id, from, view) {
  const told = [...from, spokenNow()];
  const before = drawn.get(id);
  if (before && told.every((one, place) => one === before[place])) return;
  drawn.set(id, told);
  fill(byId(id), ...view());
}

/** The text with its marks, where it is looked at. @param {boolean} [wanted] whether it is about to be */
export function drawEvidence(wanted = false) {
  const { evaluation, evaluated } = state;
  const box = /** @type {HTMLDetailsElement} */ (byId("evidence"));
  const shown = evaluation && evaluated && !isCovered() ? { evaluation, evaluated } : null;
  box.hidden = !shown;
  if (shown && (wanted || box.open)) part("evidence-text", [shown.evaluation, shown.evaluated], () => evidenceView(shown.evaluated.situation, shown.evaluation.findings, actions));
  else if (!shown) part("evidence-text", [null, null], () => []);
}

/** How the criteria were read, where it is looked at. */
export function drawReadings() {
  const { policy } = state;
  const box = /** @type {HTMLDetailsElement} */ (byId("readings"));
  byId("readings-title").textContent = readingsTitle(state);
  const editor = document.querySelector("#readings-body .editor");
  if (!box.open || editor?.contains(document.activeElement)) return;
  const lines = /** @type {HTMLDetailsElement | null} */ (document.getElementById("lines"))?.open;
  part("readings-body", [policy, state.reviewed, editor], () => (policy ? readingsView(state, policy, actions) : [el("p", { class: "hint" }, t("how_read_empty"))]));
  if (lines) document.getElementById("lines")?.setAttribute("open", "");
}

/** What stands above the brief on paper: the reference, and who has confirmed it. */
function printHead() {
  const reference = state.evaluation?.facts.find((fact) => fact.kind === "references")?.quote;
  return [el("p", {}, t("title"), reference ? ` · ${t("fact_references")}: ${reference}` : ""), ...marks().map((said) => el("p", { class: "mark" }, said))];
}

/** The first line of a field that is folded away. @param {string} text */
function summary(text) {
  return text.trim().split("\n")[0]?.slice(0, 90) ?? "";
}

/** Puts the focus back to where it was, in what has been drawn anew. */
function remembered() {
  const here = /** @type {HTMLElement | null} */ (document.activeElement);
  const { id } = here ?? {};
  const copied = here?.dataset.copy;
  return () => {
    const again = id ? document.getElementById(id) : copied ? document.querySelector(`[data-copy="${copied}"]`) : null;
    if (again && again !== document.activeElement) /** @type {HTMLElement} */ (again).focus({ preventScroll: true });
  };
}
