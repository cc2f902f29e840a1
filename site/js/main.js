/** The page: starts the engine, and ties what is drawn to what can be done with it. */

import { keepForLater, listed, load, shut } from "./boot.js";
import { awake, changed, saveDraft, takeUp, watch } from "./case/lifecycle.js";
import { answer, askCustomer, confirm, correct, detail, firstView, include, override, review, takeBack, tried, wrong } from "./case/person.js";
import { flat } from "./case/carry.js";
import { pasteInto } from "./case/paste.js";
import { readSoon, run } from "./case/run.js";
import { openTabs, thisTab } from "./case/tabs.js";
import { help, listenToKeys, setAudience } from "./commands.js";
import { copyAcknowledgment, copyBrief, copyDecision, copyNote, copyRecord, saveRecord } from "./copying.js";
import { ask, connect, stop } from "./core.js";
import { verifyDialog } from "./dialogs.js";
import { announce, breath, byId, el, fill } from "./dom.js";
import * as drafts from "./drafts.js";
import { draw, drawResult, drawWith } from "./draw.js";
import { explain, lightUp, toCriterion, toText } from "./evidence.js";
import { failed } from "./failed.js";
import { criteria, inputs, now, preset, situation } from "./fields.js";
import { showKeys } from "./keys.js";
import { again, briefAgain, dress, edit, editBrief, suggest } from "./letter.js";
import { allPresets, choosePreset, example, fileInto, learnPresets, receive, savePreset, share, useLast } from "./presets.js";
import { notice } from "./report.js";
import { language, listenToSettings, useSettings } from "./settings.js";
import { isSafe, leaveSafe } from "./safe.js";
import { places } from "./spans.js";
import { state, update } from "./state.js";
import { ago } from "./times.js";
import { speak, t } from "./words.js";

drawWith({
  evaluate: () => void run(true), confirm: () => void confirm(), override: () => void override(), takeBack, firstView, exclude: (finding, proof) => void wrong(finding, proof), include,
  answer: (criterion, said) => void answer(criterion, said), askCustomer, review, tried, correct, toCriterion, toText, explain: (criteria, span) => void explain(criteria, span), toField, toReadings, samples,
  reviewAll: () => { update({ reviewed: flat(state.policy?.criteria ?? []).map((criterion) => criterion.id) }); drawResult(); saveDraft(); },
  detail: (kind, said) => void detail(kind, said), redraw: drawResult, format: (change) => { update(change); },
  audience: setAudience, dress: (change) => void dress(change), edit, again, suggest, editBrief, briefAgain,
  copyDecision: () => void copyDecision(), copyBrief: () => void copyBrief(), copyMarkdown: () => void copyBrief(true), copyAcknowledgment: () => void copyAcknowledgment(),
  copyRecord: () => void copyRecord(), copyNote: () => void copyNote(), saveRecord, verify: () => void verify(), print: () => window.print(),
});

/** @param {import("./types").Span} span */
function toField(span) {
  document.body.classList.remove("folded");
  const unit = places(situation.value);
  situation.focus();
  situation.setSelectionRange(unit(span.start), unit(span.end));
}

function toReadings() {
  document.body.classList.remove("folded");
  const box = /** @type {HTMLDetailsElement} */ (byId("readings"));
  box.open = true;
  box.scrollIntoView({ block: "start" });
  box.querySelector("summary")?.focus();
}

/** Two cases to try the page with. */
function samples() {
  return allPresets().filter((known) => known.examples.length).slice(-2).map((known) => ({ title: `${known.title}: ${known.examples[0]?.title ?? ""}`, use: () => { example(known.id, 0); void run(true); } }));
}

async function verify() {
  await verifyDialog(async (text) => {
    const here = inputs();
    try {
      const reply = await ask({ op: "verify", record: text, criteria: here.criteria, situation: here.situation });
      return reply.verification.same ? t("verify_same") : `${t("verify_differs")} ${reply.verification.differences.join(" ")}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
}

/** @param {string} id @param {() => void} act */
function click(id, act) {
  byId(id).addEventListener("click", act);
}

function wire() {
  click("evaluate", () => void run(true));
  click("stop", () => { void stop(); });
  click("bar-confirm", () => void confirm());
  click("bar-copy", () => void copyBrief());
  click("example", () => { example(); });
  click("share", () => void share());
  click("save-preset", savePreset);
  click("help", help);
  click("unfold", () => { document.body.classList.remove("folded"); criteria.focus(); });
  watch();
  click("clear-all", () => { useSettings(); speak(language()); drawResult(); if (state.ready) engine("ready", ready()); });
  preset.addEventListener("change", choosePreset);
  pasteInto("criteria-paste", criteria);
  pasteInto("situation-paste", situation);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-ago]"))) button.addEventListener("click", () => { now.value = ago(Number(button.dataset.ago)); changed(); });
  showKeys();
  fileInto("criteria-file", criteria);
  fileInto("situation-file", situation);
  listenToSettings(() => { if (state.ready) engine("ready", ready()); });
  listenToKeys();
  lightUp();
}

/** @param {"loading" | "ready" | "failed"} stage @param {string} said */
function engine(stage, said) {
  byId("engine").dataset.state = stage;
  byId("engine-text").textContent = said;
}

/** @param {number} bytes */
function mega(bytes) {
  return (bytes / 1e6).toFixed(1);
}

const safe = isSafe();
let offline = false;

/** Ready, and whether it will be without a network. */
function ready() {
  byId("engine").title = t("ready_detail");
  return [t("ready"), offline ? t("offline") : safe ? t("safe_mode_on") : null].filter(Boolean).join(" · ");
}

/** Where a person goes on: what happened where the criteria stand, else the criteria. */
function beginAt() {
  if (document.activeElement !== document.body || !matchMedia("(pointer: fine)").matches) return;
  (preset.value ? situation : criteria).focus({ preventScroll: true });
}

/** Loads everything that the page needs, saying how far it is. */
async function loaded() {
  const started = performance.now();
  let told = 0;
  return load(listed(), (done, total) => {
    const said = t("loading", { done: mega(done), total: mega(total) });
    const left = Math.ceil(((performance.now() - started) / 1000) * (total / Math.max(done, 1) - 1));
    engine("loading", left > 1 && done > total / 20 ? `${said}, ${t("seconds_left", { seconds: left })}` : said);
    if (done / total >= told + 0.25) announce(said);
    told = Math.max(told, Math.floor((done / total) * 4) / 4);
  });
}

/** @param {boolean} draft whether a draft stands in the page */
async function boot(draft) {
  try {
    const files = await loaded();
    learnPresets(JSON.parse((await files["presets.json"]?.text()) ?? "[]"));
    if (!draft) useLast();
    if (!state.evaluation) drawResult();
    await breath();
    const kept = await keepForLater((make) => notice("version", [t("new_version"), " ", el("button", { type: "button", onclick: () => { saveDraft(); void make().then(() => location.reload()); } }, t("reload"))]));
    shut();
    engine("loading", t("starting"));
    await breath();
    await connect(files);
    update({ ready: true });
    offline = kept;
    engine("ready", ready());
    leaveSafe();
    announce(t("ready"));
    await receive();
    if (state.queued) await run(state.evaluation === null);
    else readSoon();
    await learnNames();
  } catch (error) {
    engine("failed", t("failed"));
    failed(error instanceof Error ? error.message : String(error));
  }
}

/** The names that an expression may use, offered while one is written. */
async function learnNames() {
  const about = await ask({ op: "about" });
  update({ vocabulary: about.vocabulary });
  fill(byId("vocabulary"), ...about.vocabulary.map((/** @type {string} */ name) => el("option", { value: name })));
}

async function begin() {
  if (language() !== "en") speak(language());
  if (window.top !== window.self) {
    document.body.replaceChildren(el("p", {}, t("framed")));
    return;
  }
  useSettings();
  const draft = drafts.restore();
  if (draft) takeUp(draft);
  wire();
  draw();
  beginAt();
  void boot(draft !== null);
  drafts.nameTab(await thisTab());
  const left = draft ? null : drafts.adopt(await openTabs());
  if (left && !criteria.value && !situation.value) takeUp(left);
  awake();
}

void begin();
