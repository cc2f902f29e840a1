/** The brief, the acknowledgment and the record, ready to be taken along. */

import { el } from "../dom.js";
import { t } from "../words.js";
import { meterView } from "./details.js";
import { marksView, warningsView } from "./letter.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Actions} Actions */

export const AUDIENCES = ["general", "on_call", "account", "legal"];
export const CHANNELS = ["email", "chat", "phone", "status_page"];
export const FORMATS = ["rich", "plain", "markdown", "slack", "jira", "sbar"];

/**
 * @param {string} label
 * @param {string} id
 * @param {string} value
 * @param {[string, string][]} options value and text
 * @param {(value: string) => void} choose
 */
function choice(label, id, value, options, choose) {
  const select = el("select", { id, onchange: () => choose(select.value) }, ...options.map(([key, said]) => el("option", { value: key, selected: key === value }, said)));
  return el("span", { class: "choice" }, el("label", { for: id }, label), select);
}

/**
 * @param {State} state
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function briefView(state, actions) {
  if (!state.evaluation) return [el("p", { class: "hint" }, t("brief_empty"))];
  const { brief } = state.evaluation;
  const mine = state.brief;
  const audiences = AUDIENCES.map((key) => /** @type {[string, string]} */ ([key, t(`audience_${key}`)]));
  return [
    el("div", { class: "row" }, choice(t("audience"), "audience", state.audience, audiences, actions.audience),
      choice(t("format"), "format", state.format, formats(FORMATS), (format) => actions.format({ format })),
      el("button", { type: "button", data: { copy: "brief" }, "aria-keyshortcuts": "2", onclick: actions.copyBrief }, t("copy"), " ", el("kbd", {}, "2")),
      el("button", { type: "button", data: { copy: "markdown" }, "aria-keyshortcuts": "Shift+2", onclick: actions.copyMarkdown }, t("copy_markdown")),
      mine ? null : el("button", { type: "button", onclick: () => { actions.editBrief(brief.markdown); document.getElementById("brief-text")?.focus(); } }, t("edit_brief")),
      el("button", { type: "button", "aria-keyshortcuts": "p", onclick: actions.print }, t("print"))),
    meterView(brief, actions),
    ...(mine ? ownBrief(mine, brief.markdown, actions) : [briefDocument(state)]),
  ].filter((node) => node !== null);
}

/** @param {string[]} all @returns {[string, string][]} */
function formats(all) {
  return all.map((form) => [form, t(`format_${form}`)]);
}

/** The brief in the person's own words. @param {{ text: string, from: string }} mine @param {string} now what it would be @param {Actions} actions */
function ownBrief(mine, now, actions) {
  const paper = el("pre", { class: "print-only document", "aria-hidden": "true" }, mine.text);
  const text = el("textarea", { id: "brief-text", dir: "auto", rows: "16", spellcheck: false, autocomplete: "off", value: mine.text, oninput: () => { paper.textContent = text.value; actions.editBrief(text.value); } });
  return [
    mine.from === now ? null : el("p", { class: "banner" }, t("brief_moved")),
    el("label", { for: "brief-text" }, t("brief_label"), " ", el("span", { class: "hint" }, t("edited"))), text, paper,
    el("div", { class: "row" }, el("button", { type: "button", onclick: actions.briefAgain }, t("regenerate"))),
  ];
}

/** The brief as it is copied and printed. @param {State} state @returns {HTMLElement} */
export function briefDocument(state) {
  const brief = /** @type {import("../types").Evaluation} */ (state.evaluation).brief;
  return el("div", { class: "document", id: "brief-document", lang: "en", dir: "auto" }, ...brief.sections.flatMap((section) => [
    el("h3", {}, section.title),
    el("ul", {}, ...section.items.map((item) => el("li", { data: { source: item.source } }, item.text, item.source === "answered" ? el("span", { class: "hint" }, ` (${t("source_answered")})`) : null))),
  ]));
}

/**
 * @param {State} state
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function acknowledgmentView(state, actions) {
  if (!state.evaluation) return [el("p", { class: "hint" }, t("acknowledgment_empty"))];
  const letter = state.evaluation.acknowledgment;
  const channels = CHANNELS.map((key) => /** @type {[string, string]} */ ([key, t(`channel_${key}`)]));
  const tones = ["warm", "neutral", "formal"].map((key) => /** @type {[string, string]} */ ([key, t(`tone_${key}`)]));
  /** @type {[string, string][]} */
  const languages = [["en", "English"], ["de", "Deutsch"], ["fr", "Français"], ["es", "Español"]];
  const text = el("textarea", { id: "acknowledgment-text", dir: "auto", rows: String(height(state.edited ?? letter.text)), lang: state.letter, spellcheck: false, autocomplete: "off", value: state.edited ?? letter.text, oninput: () => actions.edit(text.value) });
  const warnings = state.edited === null ? letter.warnings : state.warnings;
  const marks = el("div", { id: "letter-marks", "aria-hidden": "true" }, ...marksView(text.value, warnings));
  text.addEventListener("scroll", () => { marks.scrollTop = text.scrollTop; });
  return [
    el("div", { class: "row" },
      choice(t("channel"), "channel", state.channel, channels, (channel) => actions.dress({ channel })),
      choice(t("tone"), "tone", state.tone, tones, (tone) => actions.dress({ tone })),
      choice(t("letter_language"), "letter", state.letter, languages, (chosen) => actions.dress({ letter: chosen }))),
    letter.subject ? el("p", {}, el("strong", {}, t("subject"), ": "), el("span", { id: "acknowledgment-subject", lang: state.letter }, letter.subject)) : null,
    el("label", { for: "acknowledgment-text" }, t("message"), " ", el("span", { id: "edited-mark", class: "hint" }, state.edited === null ? "" : t("edited"))),
    el("div", { class: "letter" }, marks, text),
    letter.promise ? el("p", { class: "hint" }, t("promise", { source: letter.promise.source })) : null,
    el("div", { id: "warnings" }, ...warningsView(warnings, actions.suggest)),
    el("div", { class: "row" },
      choice(t("format"), "letter-format", state.letterFormat, formats(FORMATS.filter((form) => form !== "sbar")), (letterFormat) => actions.format({ letterFormat })),
      el("button", { type: "button", data: { copy: "acknowledgment" }, "aria-keyshortcuts": "3", onclick: actions.copyAcknowledgment }, t("copy"), " ", el("kbd", {}, "3")),
      state.edited === null ? null : el("button", { type: "button", onclick: actions.again }, t("regenerate")),
      el("span", { class: "hint", id: "words" }, words(state.edited ?? letter.text))),
  ].filter((node) => node !== null);
}

/** @param {string} text */
export function words(text) {
  return t("words", { count: text.split(/\s+/).filter(Boolean).length });
}

/** How many lines a text takes, so that all of it is seen. @param {string} text */
function height(text) {
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 78)), 1);
  return Math.min(36, Math.max(8, lines));
}

/**
 * @param {State} state
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function recordView(state, actions) {
  const verify = el("button", { type: "button", onclick: actions.verify }, t("verify"));
  if (!state.record) return [el("p", { class: "hint" }, t("record_empty")), el("div", { class: "row" }, verify)];
  return [
    el("p", { class: "record", id: "record-line", lang: "en" }, state.record.line),
    el("div", { class: "row" },
      el("button", { type: "button", data: { copy: "record" }, "aria-keyshortcuts": "4 Control+S", onclick: actions.copyRecord }, t("copy"), " ", el("kbd", {}, "4")),
      el("button", { type: "button", onclick: actions.saveRecord }, t("save_json")),
      verify),
  ];
}
