/** The page: fields on the left, what follows from them on the right. */

import { keepForLater, listed, load, shut } from "./boot.js";
import { copy } from "./clipboard.js";
import { ask, connect, Refused, stop, Stopped } from "./core.js";
import { askDialog, helpDialog, overrideDialog, paletteDialog, reviewDialog, verifyDialog } from "./dialogs.js";
import { announce, byId, el, fill } from "./dom.js";
import * as drafts from "./drafts.js";
import { evaluated, inputs, recorded } from "./evaluate.js";
import { BadLink, fromFragment, LARGEST, LONGEST, toFragment } from "./link.js";
import { listen } from "./shortcuts.js";
import { places } from "./spans.js";
import { onChange, state, update } from "./state.js";
import { decisionView } from "./view/decision.js";
import { evidenceView } from "./view/evidence.js";
import { acknowledgmentView, briefDocument, briefView, detailsView, recordView, warningsView } from "./view/outputs.js";
import { questionsView } from "./view/questions.js";
import { readingsView } from "./view/readings.js";
import { learn, speak, t } from "./words.js";

const IDLE = 30 * 60 * 1000;
const criteria = /** @type {HTMLTextAreaElement} */ (byId("criteria"));
const situation = /** @type {HTMLTextAreaElement} */ (byId("situation"));
const now = /** @type {HTMLInputElement} */ (byId("now"));
const preset = /** @type {HTMLSelectElement} */ (byId("preset"));

/** @type {import("./types").Preset[]} */
let presets = [];
/** @type {{ criteria: string, situation: string, answers: Record<string, string> } | null} */
let before = null;
let examples = 0;
let idle = 0;

/* ---- drawing ---- */

onChange(draw);

function draw() {
  document.body.classList.toggle("running", state.running);
  byId("stop").hidden = !state.running;
  byId("progress").textContent = state.running ? t("evaluating") : state.queued ? t("queued") : "";
  byId("undo").hidden = !before;
  const stale = isStale();
  fill(byId("stale"), stale ? el("p", { class: "banner", data: { kind: "stale" } }, t("stale")) : null);
  byId("result").classList.toggle("is-stale", stale);
}

function drawResult() {
  const focused = document.activeElement?.id;
  fill(byId("decision-body"), ...decisionView(state, settings().first === "yes", {
    confirm, override, undo: takeBack, show, exclude, include,
    first: (outcome) => { update({ first: outcome }); drawResult(); },
    copy: () => void copyDecision(),
  }));
  fill(byId("questions-body"), ...questionsView(state, answer));
  fill(byId("brief-body"), ...briefView(state, {
    audience: (audience) => { update({ audience }); void run(); },
    copy: () => void copyBrief(false), markdown: () => void copyBrief(true), print: () => window.print(),
  }));
  fill(byId("acknowledgment-body"), ...acknowledgmentView(state, {
    set: (change) => { update({ ...change, edited: null }); void run(); },
    edit, again: () => { update({ edited: null, warnings: [] }); drawResult(); },
    copy: () => void copyAcknowledgment(), suggest,
  }));
  fill(byId("record-body"), ...recordView(state, { copy: () => void copyRecord(), save: saveRecord, verify: () => void verify() }));
  fill(byId("details-body"), ...detailsView(state));
  drawReadings();
  drawEvidence();
  draw();
  if (focused) document.getElementById(focused)?.focus();
}

function drawReadings() {
  const told = state.evaluation;
  byId("readings-title").textContent = told ? t("how_read_count", { count: told.findings.length }) : t("how_read");
  fill(byId("readings-body"), ...(told && state.evaluated
    ? readingsView(state.evaluated.criteria, told, state.reviewed, (id) => { update({ reviewed: state.reviewed.includes(id) ? state.reviewed.filter((other) => other !== id) : [...state.reviewed, id] }); drawReadings(); })
    : [el("p", { class: "hint" }, t("how_read_empty"))]));
}

function drawEvidence() {
  const told = state.evaluation;
  byId("evidence").hidden = !told;
  fill(byId("evidence-text"), ...(told && state.evaluated ? evidenceView(state.evaluated.situation, told.findings, (id) => focusOn(`finding-${id}`)) : []));
}

/** @param {string} id */
function focusOn(id) {
  const element = document.getElementById(id);
  element?.focus();
  element?.scrollIntoView({ block: "center" });
}

/* ---- evaluating ---- */

function isStale() {
  const told = state.evaluated;
  const here = inputs();
  return Boolean(told && (told.criteria !== here.criteria || told.situation !== here.situation || told.now !== here.now));
}

/** Evaluates what stands in the page; asked for early, it waits until the engine is ready. @param {boolean} [asked] */
async function run(asked = false) {
  const given = inputs();
  if (!showErrors(given)) return;
  if (!state.ready) {
    update({ queued: true });
    announce(t("queued"));
    return;
  }
  if (state.running) return;
  update({ running: true, queued: false });
  try {
    const evaluation = await evaluated();
    const changed = asked && state.evaluated !== null && isStale();
    update({ running: false, evaluation, evaluated: given, ...(changed ? { choice: null, record: null, first: null, edited: null } : {}) });
    drawResult();
    const outcome = t(`outcome_${evaluation.decision.outcome}`);
    announce(`${t("suggested")}: ${outcome}. ${evaluation.decision.reasoning}`);
    fill(byId("notices"), ...evaluation.notices.map((notice) => el("p", { class: "banner" }, notice)));
    if (asked) byId("decision").focus();
  } catch (error) {
    update({ running: false });
    if (error instanceof Stopped) announce(t("stopped"));
    else problem(error instanceof Refused ? error.message : String(error), "situation");
  }
}

/** @param {{ criteria: string, situation: string }} given */
function showErrors(given) {
  fill(byId("errors"));
  if (!given.criteria.trim()) return problem(t("error_no_criteria"), "criteria");
  if (!given.situation.trim()) return problem(t("error_no_situation"), "situation");
  return true;
}

/** @param {string} message @param {string} field */
function problem(message, field) {
  const box = el("div", { class: "errors", role: "alert", tabIndex: -1 }, el("h2", {}, t("error_title")), el("ul", {}, el("li", {}, el("a", { href: `#${field}`, onclick: (/** @type {Event} */ event) => { event.preventDefault(); byId(field).focus(); } }, message))));
  fill(byId("errors"), box);
  box.focus();
  return false;
}

/** @param {string} criterion @param {string | null} said */
function answer(criterion, said) {
  const answers = { ...state.answers };
  if (said === null) delete answers[criterion];
  else answers[criterion] = said;
  before = { ...inputs(), answers: state.answers };
  update({ answers, choice: null, record: null, edited: null });
  void run().then(() => /** @type {HTMLElement | null} */ (document.querySelector(".question"))?.focus());
}

/* ---- the person's word ---- */

function stamp() {
  const date = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

function confirm() {
  const told = state.evaluation;
  if (!told || isStale()) return;
  void decide({ outcome: told.decision.outcome, reason: null, note: "", at: stamp() });
}

async function override() {
  const told = state.evaluation;
  if (!told) return;
  const chosen = await overrideDialog(told.decision.outcome);
  if (chosen) await decide({ ...chosen, at: stamp() });
}

/** @param {import("./types").Choice} choice */
async function decide(choice) {
  update({ choice, record: await recorded(choice) });
  drawResult();
  announce(choice.reason === null ? t("confirmed", { time: choice.at.slice(11, 16) }) : t("decided"));
}

function takeBack() {
  update({ choice: null, record: null });
  drawResult();
}

/** @param {import("./types").Finding} finding @param {import("./types").Evidence} proof */
function exclude(finding, proof) {
  update({ excluded: [...state.excluded, { criterion: finding.criterion.id, quote: proof.quote, ...proof.span }], choice: null, record: null });
  void run();
}

/** @param {number} index */
function include(index) {
  update({ excluded: state.excluded.filter((_, place) => place !== index), choice: null, record: null });
  void run();
}

/** @param {import("./types").Span} span */
function show(span) {
  const box = /** @type {HTMLDetailsElement} */ (byId("evidence"));
  box.open = true;
  const start = places(state.evaluated?.situation ?? "")(span.start);
  const mark = /** @type {HTMLElement | null} */ (document.querySelector(`mark[data-start="${start}"]`) ?? document.querySelector("#evidence-text mark"));
  mark?.scrollIntoView({ block: "center" });
  mark?.querySelector("button")?.focus();
}

/* ---- copying ---- */

/** What stands above a copy, so that nobody takes it for more than it is. */
function mark() {
  const lines = [];
  if (isStale()) lines.push(t("mark_stale"));
  if (!state.choice) lines.push(t("mark_unconfirmed"));
  else if (state.choice.reason !== null) lines.push(t("mark_overridden", { decided: t(`outcome_${state.choice.outcome}`), reason: state.choice.note || t(`reason_${state.choice.reason}`) }));
  else lines.push(t("mark_confirmed"));
  return lines;
}

/** @param {HTMLElement} body @param {string} plain @param {string} name @param {boolean} [marked] */
async function take(body, plain, name, marked = true) {
  if (isStale() && await askDialog(t("copy"), t("copy_stale"), [["evaluate", t("evaluate")], ["copy", t("copy_anyway")], ["", t("cancel")]]).then((said) => {
    if (said === "evaluate") void run(true);
    return said !== "copy";
  })) return;
  const head = marked ? mark() : isStale() ? [t("mark_stale")] : [];
  const rich = el("div", {}, ...head.map((line) => el("p", {}, el("strong", {}, line))), body.cloneNode(true));
  const done = await copy(rich, [...head, ...(head.length ? [""] : []), plain].join("\n"));
  const button = /** @type {HTMLElement | null} */ (document.querySelector(`[data-copy="${name}"]`));
  if (button && done) {
    button.textContent = t("copied");
    setTimeout(() => { button.textContent = t("copy"); }, 2000);
  }
  if (!done) getSelection()?.selectAllChildren(body);
  announce(done ? t("copied") : t("copy_failed"));
}

function copyDecision() {
  const told = state.evaluation;
  if (!told) return;
  const lines = [`${t("suggested")}: ${t(`outcome_${told.decision.outcome}`)}`, told.decision.reasoning, ...told.findings.map((finding) => `${finding.criterion.id} ${t(`status_${finding.status}`)}: ${finding.reason}`)];
  return take(el("div", {}, ...lines.map((line) => el("p", {}, line))), lines.join("\n"), "decision");
}

/** @param {boolean} markdown */
function copyBrief(markdown) {
  if (!state.evaluation) return;
  const body = briefDocument(state);
  const told = state.evaluation.brief.markdown;
  return take(markdown ? el("pre", {}, told) : body, told, "brief");
}

async function copyAcknowledgment() {
  const told = state.evaluation;
  if (!told) return;
  const warnings = (state.edited === null ? told.acknowledgment.warnings : state.warnings).filter((warning) => warning.blocks);
  if (warnings.length && await askDialog(t("copy"), t("copy_blocked", { count: warnings.length }), [["", t("cancel")], ["copy", t("redact_keep")]]) !== "copy") return;
  const text = state.edited ?? told.acknowledgment.text;
  await take(el("div", { lang: state.letter }, ...text.split(/\n{2,}/).map((part) => el("p", {}, part))), text, "acknowledgment", false);
}

function copyRecord() {
  const told = state.record;
  if (told) return take(el("p", {}, told.line), told.line, "record", false);
}

function saveRecord() {
  if (!state.record) return;
  download("record.json", `${JSON.stringify(state.record.record, null, 1)}\n`, "application/json");
}

/** @param {string} name @param {string} text @param {string} type */
function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
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

/* ---- the acknowledgment ---- */

let checking = 0;

/** @param {string} text */
function edit(text) {
  update({ edited: text });
  clearTimeout(checking);
  checking = setTimeout(async () => {
    const reply = await ask({ op: "check_words", text, language: state.letter, channel: state.channel });
    update({ warnings: reply.warnings });
    fill(byId("warnings"), ...warningsView(state, suggest));
  }, 300);
}

/** @param {import("./types").Warning} warning */
function suggest(warning) {
  const text = state.edited ?? state.evaluation?.acknowledgment.text ?? "";
  const unit = places(text);
  const mended = text.slice(0, unit(warning.span.start)) + (warning.suggestion ?? "") + text.slice(unit(warning.span.end));
  edit(mended);
  drawResult();
}

/* ---- presets, files, links ---- */

preset.addEventListener("change", () => {
  const chosen = presets.find((known) => known.id === preset.value);
  if (!chosen) return;
  remember();
  criteria.value = chosen.criteria;
  examples = 0;
  update({ preset: chosen.id, answers: {}, reviewed: [] });
  changed();
});

function example() {
  const chosen = presets.find((known) => known.id === preset.value) ?? presets[0];
  const found = chosen?.examples[examples % Math.max(1, chosen.examples.length)];
  if (!chosen || !found) return;
  remember();
  preset.value = chosen.id;
  criteria.value = chosen.criteria;
  situation.value = found.situation;
  examples += 1;
  update({ answers: {}, excluded: [] });
  changed();
}

async function share() {
  const known = presets.find((one) => one.id === preset.value && one.criteria === criteria.value);
  const told = known ? { ...known, examples: [] } : { id: "shared", title: "Shared criteria", means: "Criteria shared by a link.", owner: "", version: "1", criteria: criteria.value };
  const fragment = await toFragment(told);
  if (fragment.length > LONGEST) {
    problem(t("preset_too_long", { length: fragment.length }), "criteria");
    return;
  }
  const url = `${location.href.split("#")[0]}#${fragment}`;
  const done = await copy(el("a", { href: url }, url), url);
  announce(done ? t("preset_shared", { length: url.length }) : t("copy_failed"));
  if (done) byId("share").textContent = t("copied");
  setTimeout(() => { byId("share").textContent = t("preset_share"); }, 2000);
}

/** A preset in the address is shown before it is used; the address is cleaned either way. */
async function receive() {
  const fragment = location.hash.slice(1);
  if (!/^p\d/.test(fragment)) return;
  history.replaceState(null, "", location.pathname + location.search);
  try {
    const text = await fromFragment(fragment);
    const reply = await ask({ op: "check_preset", text });
    const told = /** @type {import("./types").Preset} */ (reply.preset);
    if (!await reviewDialog(told, await shortCode(text))) return;
    remember();
    criteria.value = told.criteria;
    preset.value = "";
    update({ answers: {}, reviewed: [] });
    changed();
    situation.focus();
  } catch (error) {
    const reason = error instanceof BadLink ? t(error.why, { limit: (error.why === "link_too_big" ? LARGEST : LONGEST) / 1024 }) : error instanceof Refused ? error.message : t("link_broken");
    problem(t("error_link", { reason }), "criteria");
  }
}

/** @param {string} text */
async function shortCode(text) {
  if (!crypto.subtle) return "–";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash.slice(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} button @param {HTMLTextAreaElement} field */
function fileInto(button, field) {
  const input = /** @type {HTMLInputElement} */ (byId(`${button}-input`));
  byId(button).addEventListener("click", () => input.click());
  input.addEventListener("change", () => { if (input.files?.[0]) void read(input.files[0], field); });
  field.addEventListener("dragover", (event) => event.preventDefault());
  field.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void read(file, field);
  });
}

/** @param {File} file @param {HTMLTextAreaElement} field */
async function read(file, field) {
  remember();
  field.value = await file.text();
  changed();
}

/* ---- the case as a whole ---- */

function remember() {
  const here = inputs();
  if (here.criteria || here.situation) before = { ...here, answers: state.answers };
}

function newCase() {
  remember();
  situation.value = "";
  now.value = "";
  update({ answers: {}, excluded: [], evaluation: null, evaluated: null, choice: null, first: null, record: null, edited: null, warnings: [] });
  fill(byId("errors"));
  fill(byId("notices"));
  drawResult();
  drafts.forget();
  changed();
  announce(t("cleared"));
  situation.focus();
}

function undo() {
  if (!before) return;
  criteria.value = before.criteria;
  situation.value = before.situation;
  update({ answers: before.answers });
  before = null;
  changed();
  announce(t("restored"));
  if (state.evaluation) void run();
}

function changed() {
  draw();
  clearTimeout(idle);
  idle = setTimeout(() => { if (situation.value) { newCase(); announce(t("idle_cleared")); fill(byId("notices"), el("p", { class: "banner" }, t("idle_cleared"))); } }, IDLE);
  const kept = drafts.save({ ...inputs(), preset: preset.value });
  if (!kept) fill(byId("notices"), el("p", { class: "banner" }, t("storage_failed")));
}

/* ---- settings ---- */

function settings() {
  return drafts.settings();
}

function useSettings() {
  const { language = "en", theme = "auto", first = "no" } = settings();
  /** @type {HTMLSelectElement} */ (byId("language")).value = language;
  /** @type {HTMLSelectElement} */ (byId("theme")).value = theme;
  /** @type {HTMLInputElement} */ (byId("decide-first")).checked = first === "yes";
  /** @type {HTMLInputElement} */ (byId("keep-drafts")).checked = drafts.keeps();
  document.documentElement.dataset.theme = theme;
}

/** @param {string} language */
function chooseLanguage(language) {
  drafts.set({ language });
  speak(language);
  drawResult();
  if (state.ready) engine("ready", t("ready"));
}

/* ---- wiring ---- */

/** @param {string} id @param {() => void} act */
function click(id, act) {
  byId(id).addEventListener("click", act);
}

/** @param {string} selector @param {number} step */
function move(selector, step) {
  const all = [...document.querySelectorAll(selector)];
  const here = all.findIndex((one) => one.contains(document.activeElement));
  const next = /** @type {HTMLElement | undefined} */ (all[Math.min(all.length - 1, Math.max(0, here + step))]);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** @param {string} said */
function reply(said) {
  const card = /** @type {HTMLElement | null} */ (document.activeElement?.closest(".question") ?? document.querySelector(".question"));
  if (card?.dataset.criterion) answer(card.dataset.criterion, said);
}

/** @param {number} step */
function turn(step) {
  const all = ["general", "on_call", "account", "legal"];
  const next = all[(all.indexOf(state.audience) + step + all.length) % all.length];
  update({ audience: next ?? "general" });
  void run();
}

function toggleEvidence() {
  const box = /** @type {HTMLDetailsElement} */ (byId("evidence"));
  box.open = !box.open;
}

/** @returns {[string, string][]} */
function keys() {
  return [["Ctrl+Enter", t("key_evaluate")], ["Ctrl+Shift+Enter", t("key_confirm")], ["Ctrl+K", t("key_palette")], ["s", t("key_situation")], ["c", t("key_criteria")], ["j", t("key_next")], ["k", t("key_previous")], ["e", t("key_evidence")], ["y n u", t("key_answer")], ["o", t("key_override")], ["1 2 3 4", t("key_copy")], ["[ ]", t("key_audience")], ["z", t("key_undo")], ["p", t("key_print")], ["l", t("key_link")], ["?", t("key_help")]];
}

function help() {
  void helpDialog(keys(), settings().keys === "off", (off) => drafts.set({ keys: off ? "off" : "on" }));
}

function palette() {
  void paletteDialog([
    [t("evaluate"), () => void run(true)], [t("confirm"), confirm], [t("override"), () => void override()], [t("new_case"), newCase], [t("undo"), undo],
    [`${t("copy")}: ${t("decision")}`, () => void copyDecision()], [`${t("copy")}: ${t("brief")}`, () => void copyBrief(false)], [`${t("copy")}: ${t("acknowledgment")}`, () => void copyAcknowledgment()],
    [t("preset_share"), () => void share()], [t("print"), () => window.print()], [t("help_title"), help], [t("clear_all"), clearAll],
    ...presets.map((known) => /** @type {[string, () => void]} */ ([`${t("preset")}: ${known.title}`, () => { preset.value = known.id; preset.dispatchEvent(new Event("change")); }])),
  ]);
}

function clearAll() {
  newCase();
  criteria.value = "";
  preset.value = "";
  before = null;
  drafts.forgetEverything();
  useSettings();
  draw();
  announce(t("clear_all_done"));
  fill(byId("notices"), el("p", { class: "banner" }, t("clear_all_done")));
}

function wire() {
  click("evaluate", () => void run(true));
  click("stop", () => { void stop(); });
  click("new-case", newCase);
  click("undo", undo);
  click("example", example);
  click("share", () => void share());
  click("help", help);
  click("clear-all", clearAll);
  fileInto("criteria-file", criteria);
  fileInto("situation-file", situation);
  for (const field of [criteria, situation, now]) field.addEventListener("input", changed);
  byId("spellcheck").addEventListener("change", (event) => { situation.spellcheck = /** @type {HTMLInputElement} */ (event.target).checked; });
  byId("keep-drafts").addEventListener("change", (event) => { drafts.keep(/** @type {HTMLInputElement} */ (event.target).checked); changed(); });
  byId("decide-first").addEventListener("change", (event) => { drafts.set({ first: /** @type {HTMLInputElement} */ (event.target).checked ? "yes" : "no" }); drawResult(); });
  byId("language").addEventListener("change", (event) => chooseLanguage(/** @type {HTMLSelectElement} */ (event.target).value));
  byId("theme").addEventListener("change", (event) => { drafts.set({ theme: /** @type {HTMLSelectElement} */ (event.target).value }); useSettings(); });
  listen(
    {
      s: () => situation.focus(), c: () => criteria.focus(), j: () => move(".finding, .question", 1), k: () => move(".finding, .question", -1), e: toggleEvidence,
      y: () => reply("yes"), n: () => reply("no"), u: () => reply("unknown"), o: () => void override(), z: undo, p: () => window.print(), l: () => void share(), "?": help,
      1: () => void copyDecision(), 2: () => void copyBrief(false), 3: () => void copyAcknowledgment(), 4: () => void copyRecord(), "[": () => turn(-1), "]": () => turn(1),
    },
    { Enter: () => void run(true), "shift+Enter": confirm, k: palette },
    () => settings().keys === "off",
  );
}

/* ---- starting ---- */

/** @param {"loading" | "ready" | "failed"} stage @param {string} said */
function engine(stage, said) {
  byId("engine").dataset.state = stage;
  byId("engine-text").textContent = said;
}

/** @param {number} bytes */
function mega(bytes) {
  return (bytes / 1e6).toFixed(1);
}

async function boot() {
  let told = 0;
  try {
    const files = await load(listed(), (done, total) => {
      engine("loading", t("loading", { done: mega(done), total: mega(total) }));
      if (done / total >= told + 0.25) announce(t("loading", { done: mega(done), total: mega(total) }));
      told = Math.max(told, Math.floor((done / total) * 4) / 4);
    });
    const text = (/** @type {string} */ name) => JSON.parse(new TextDecoder().decode(files[name]));
    learn(text("i18n.json"));
    presets = text("presets.json");
    speak(settings().language ?? "en");
    await keepForLater(offer);
    shut();
    engine("loading", t("starting"));
    await connect(files);
    update({ ready: true });
    engine("ready", t("ready"));
    byId("engine").title = t("ready_detail");
    announce(t("ready"));
    await receive();
    if (state.queued) await run(true);
  } catch (error) {
    engine("failed", t("failed"));
    fill(byId("notices"), el("p", { class: "banner", data: { kind: "error" } }, t("failed_detail", { reason: error instanceof Error ? error.message : String(error) }), " ", el("button", { type: "button", onclick: () => location.reload() }, t("retry"))));
  }
}

function offer() {
  fill(byId("notices"), el("p", { class: "banner" }, t("new_version"), " ", el("button", { type: "button", onclick: () => location.reload() }, t("reload"))));
}

function begin() {
  if (window.top !== window.self) {
    document.body.replaceChildren(el("p", {}, document.body.dataset.framed ?? ""));
    return;
  }
  useSettings();
  const draft = drafts.restore();
  if (draft) {
    criteria.value = draft.criteria;
    situation.value = draft.situation;
    now.value = draft.now;
    preset.value = draft.preset;
  }
  wire();
  void boot();
}

begin();
