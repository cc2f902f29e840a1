/** What is open, in the order in which it could change the outcome; answered in place. */

import { el } from "../dom.js";
import { hint, keyFor } from "../keys.js";
import { agoButtons } from "../times.js";
import { t } from "../words.js";

/**
 * @param {import("../types").State} state
 * @param {import("../types").Actions} actions
 * @returns {HTMLElement[]}
 */
export function questionsView(state, actions) {
  const { answer } = actions;
  if (!state.evaluation) return [el("p", { class: "hint" }, t("questions_before"))];
  const given = Object.entries(state.answers).map(([criterion, said]) => el("p", { class: "row given" }, el("strong", {}, criterion), " ", t("answered", { answer: said }), " ",
    el("button", { type: "button", class: "small", onclick: () => answer(criterion, null) }, t("answer_change"))));
  const said = texts(state.evaluation.findings);
  const open = state.evaluation.questions.map((question, place) => card(question, place, said.get(question.criterion) ?? "", answer));
  if (!open.length) return [el("p", { class: "hint" }, t("questions_empty")), ...given];
  return [asking(state, actions), el("ol", { class: "questions" }, ...open), ...given];
}

const MOST_ASKED = 3;

/** The open questions go into the acknowledgment, or out of it again. @param {import("../types").State} state @param {import("../types").Actions} actions */
function asking(state, actions) {
  const ids = (state.evaluation?.questions ?? []).slice(0, MOST_ASKED).map((question) => question.id);
  const asked = state.ask.some((id) => ids.includes(id));
  return el("div", { class: "row" },
    el("button", { type: "button", id: "ask-customer", "aria-pressed": String(asked), onclick: () => actions.askCustomer(asked ? [] : ids) }, t("ask_customer")),
    el("span", { class: "hint" }, t(asked ? "asked_hint" : "ask_hint")));
}

/** The criteria's own words by id. @param {import("../types").Finding[]} findings @param {Map<string, string>} [held] */
function texts(findings, held = new Map()) {
  for (const finding of findings) {
    held.set(finding.criterion.id, finding.criterion.text);
    texts(finding.parts, held);
  }
  return held;
}

/**
 * @param {import("../types").Question} question
 * @param {number} place
 * @param {string} said the criterion's own words
 * @param {(criterion: string, answer: string | null) => void} answer
 */
function card(question, place, said, answer) {
  const button = (/** @type {string} */ said, /** @type {string} */ key, /** @type {string} */ letter) =>
    el("button", { type: "button", "aria-keyshortcuts": keyFor(letter), onclick: () => answer(question.criterion, said) }, t(key), " ", hint(letter));
  const name = `question-${question.criterion}`;
  return el("li", {}, el(
    "div",
    { class: "question", tabIndex: -1, role: "group", "aria-labelledby": name, data: { criterion: question.criterion, place: String(place) } },
    el("p", { id: name }, el("strong", { lang: "en" }, question.text)),
    el("p", { class: "criterion" }, el("strong", {}, question.criterion), " ", said),
    el("p", { class: "hint core", lang: "en" }, question.why),
    question.kind === "yes_no" || question.kind === "choice" ? null : value(question, answer),
    question.choices.length ? el("div", { class: "row" }, ...question.choices.map((choice) => el("button", { type: "button", onclick: () => answer(question.criterion, choice) }, choice))) : null,
    el("div", { class: "row" }, button("yes", asks(question, "yes"), "y"), button("no", asks(question, "no"), "n"), button("unknown", "answer_unknown", "u")),
  ));
}

/** Yes and no to a question for a figure say whether the criterion is met. @param {import("../types").Question} question @param {"yes" | "no"} said */
function asks(question, said) {
  return question.kind === "yes_no" ? `answer_${said}` : `answer_met_${said}`;
}

/** @param {import("../types").Question} question @param {(criterion: string, answer: string | null) => void} answer */
function value(question, answer) {
  const id = `value-${question.criterion}`;
  const field = el("input", { type: "text", id, autocomplete: "off" });
  const quick = question.kind === "moment" ? agoButtons((moment) => answer(question.criterion, moment.slice(11))) : question.kind === "duration" ? lengths(question, answer) : null;
  return el(
    "form",
    { class: "row", onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); if (field.value.trim()) answer(question.criterion, field.value.trim()); } },
    el("label", { for: id }, t(question.kind === "number" ? "answer_number" : "answer_value")), field, el("button", {}, t("answer_use")), quick,
  );
}

/** How long, one press each; in English words, as the core reads them. @param {import("../types").Question} question @param {(criterion: string, answer: string | null) => void} answer */
function lengths(question, answer) {
  return el("span", { class: "ago", role: "group", "aria-label": t("lasting") }, ...[5, 15, 60].map((minutes) => el("button", { type: "button", class: "small", onclick: () => answer(question.criterion, `${minutes} minutes`) }, t("minutes", { minutes }))));
}
