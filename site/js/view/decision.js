/** The decision, its criteria with their proof, and the person's word on it. */

import { el } from "../dom.js";
import { hint, keyFor } from "../keys.js";
import { t } from "../words.js";
import { ownEvidence } from "./proof.js";
import { openReadings } from "./readings.js";

/** @typedef {import("../types").Finding} Finding */
/** @typedef {import("../types").State} State */

const MARK = { escalate: "▲", do_not_escalate: "■", needs_information: "?" };
const SHAPE = { met: "●", not_met: "○", unknown: "◐" };

/** @typedef {import("../types").Actions} Actions */

/**
 * @param {State} state
 * @param {boolean} covered whether the person decides first
 * @param {Actions} actions
 * @returns {HTMLElement[]}
 */
export function decisionView(state, covered, actions) {
  const evaluation = state.evaluation;
  if (!evaluation) return start(actions);
  if (covered) return [firstWord(actions)];
  const open = evaluation.questions.length;
  return [
    verdict(state),
    ...(state.first ? [agreement(state)] : []),
    el("p", { lang: "en" }, evaluation.decision.reasoning),
    ...(evaluation.decision.would_flip ? [el("p", { class: "hint core", lang: "en" }, evaluation.decision.would_flip)] : []),
    ...doubts(state, actions),
    ...(state.choice ? [chosen(state, actions)] : [choices(open, actions)]),
    ...excluded(state, actions),
    el("div", { class: "row" }, el("button", { type: "button", data: { copy: "decision" }, "aria-keyshortcuts": "1", onclick: actions.copyDecision }, t("copy"), " ", el("kbd", {}, "1"))),
    el("ol", { class: "findings" }, ...ordered(evaluation.findings).map((finding) => findingView(finding, state, actions))),
  ];
}

const ORDER = { met: 0, unknown: 1, not_met: 2 };

/** What is met stands first, then what is open; within each in the order of the criteria. @param {Finding[]} findings */
function ordered(findings) {
  return [...findings].sort((one, other) => ORDER[one.status] - ORDER[other.status]);
}

/** What to do first, with two cases to try. @param {Actions} actions */
function start(actions) {
  return [
    el("p", { class: "hint" }, t("decision_empty")),
    el("ol", { class: "steps" }, ...["step_criteria", "step_situation", "step_evaluate"].map((key) => el("li", {}, t(key)))),
    el("div", { class: "row" }, ...actions.samples().map((sample) => el("button", { type: "button", class: "sample", onclick: sample.use }, t("try", { title: sample.title })))),
  ];
}

/** How much of the reading nobody has looked at yet. @param {State} state @param {Actions} actions */
function doubts(state, actions) {
  const { unreviewed, vague } = openReadings(state);
  const said = [unreviewed ? t("unreviewed", { count: unreviewed }) : null, vague ? t("vague", { count: vague }) : null].filter((one) => one !== null);
  if (!said.length) return [];
  return [el("p", { class: "doubts" }, el("button", { type: "button", class: "small", id: "doubts", onclick: actions.toReadings }, `⚠ ${said.join(" · ")}`))];
}

/** @param {State} state */
function verdict(state) {
  const decision = /** @type {import("../types").Evaluation} */ (state.evaluation).decision;
  const outcome = state.choice?.outcome ?? decision.outcome;
  const parts = [decision.severity && t("severity", { severity: decision.severity }), decision.deadline];
  return el(
    "p",
    { class: "verdict", data: { outcome } },
    el("span", { class: "shape", "aria-hidden": "true" }, MARK[outcome]),
    el("span", { class: "said" }, el("small", {}, state.choice ? t("decided") : t("suggested")), el("strong", {}, t(`outcome_${outcome}`)),
      outcome === "escalate" && decision.routes.length ? el("span", {}, t("to_routes", { routes: decision.routes.join(", ") })) : null,
      outcome === "escalate" ? el("span", { class: "hint" }, parts.filter(Boolean).join(" · ")) : null),
  );
}

/** @param {Actions} actions */
function firstWord(actions) {
  const button = (/** @type {import("../types").Outcome} */ outcome, /** @type {string} */ key) =>
    el("button", { type: "button", onclick: () => actions.firstView(outcome) }, t(key));
  return el("div", { class: "first" }, el("p", {}, t("your_view")), el("div", { class: "row" },
    button("escalate", "outcome_escalate"), button("do_not_escalate", "outcome_do_not_escalate"), button("needs_information", "unsure")));
}

/** @param {State} state */
function agreement(state) {
  const suggested = /** @type {import("../types").Evaluation} */ (state.evaluation).decision.outcome;
  const same = state.first === suggested;
  return el("p", { class: "hint" }, same ? t("agree") : t("disagree", { yours: t(`outcome_${state.first}`), tools: t(`outcome_${suggested}`) }));
}

/** @param {number} open @param {Actions} actions */
function choices(open, actions) {
  return el(
    "div",
    { class: "row choices" },
    el("button", { type: "button", id: "confirm", "aria-keyshortcuts": "Control+Shift+Enter Meta+Shift+Enter", onclick: actions.confirm }, t("confirm"), " ", el("kbd", {}, "Ctrl+Shift+Enter")),
    el("button", { type: "button", id: "override", "aria-keyshortcuts": keyFor("o"), onclick: actions.override }, t("override"), " ", hint("o")),
    open ? el("span", { class: "hint" }, t("questions_open", { count: open })) : null,
  );
}

/** @param {State} state @param {Actions} actions */
function chosen(state, actions) {
  const choice = /** @type {import("../types").Choice} */ (state.choice);
  const suggested = /** @type {import("../types").Evaluation} */ (state.evaluation).decision.outcome;
  const said = choice.reason === null
    ? t("confirmed", { time: choice.at.slice(11, 16) })
    : t("overridden", { decided: t(`outcome_${choice.outcome}`), suggested: t(`outcome_${suggested}`), reason: choice.note || t(`reason_${choice.reason}`) });
  return el("div", { class: "row chosen" }, el("p", {}, said), el("button", { type: "button", onclick: actions.takeBack }, t("undo_decision")),
    choice.reason === "misread" || choice.reason === "criterion" ? el("button", { type: "button", data: { copy: "note" }, onclick: actions.copyNote }, t("note_copy")) : null);
}

/** @param {State} state @param {Actions} actions */
function excluded(state, actions) {
  return state.excluded.map((gone, index) => el("p", { class: "row" }, gone.value === undefined ? t("excluded", { quote: gone.quote }) : t("amended", { quote: gone.quote, value: gone.value }), " ",
    el("button", { type: "button", onclick: () => actions.include(index) }, t(gone.value === undefined ? "include_again" : "amended_back"))));
}

/**
 * @param {Finding} finding
 * @param {State} state
 * @param {Actions} actions
 * @returns {HTMLLIElement}
 */
function findingView(finding, state, actions) {
  const { criterion } = finding;
  const own = ownEvidence(finding);
  const off = state.evaluation?.decision.cancelled.find((pair) => pair.criterion === criterion.id);
  const facts = [t(`kind_${criterion.kind}`), criterion.severity, criterion.route, criterion.deadline, off && t("cancelled_by", { by: off.by }), criterion.corrected && t("corrected_by_you")];
  return el(
    "li",
    { class: "finding", id: `finding-${criterion.id}`, tabIndex: -1, data: { status: finding.status, criterion: criterion.id } },
    el("p", { class: "head" }, el("span", { class: "badge", data: { status: finding.status } }, el("span", { "aria-hidden": "true" }, SHAPE[finding.status], " "), t(`status_${finding.status}`)),
      " ", el("strong", {}, criterion.id), " ", el("span", { class: "hint" }, facts.filter(Boolean).join(" · "))),
    el("p", { class: "criterion", lang: "en", dir: "auto" }, criterion.text),
    el("p", {}, el("span", { lang: "en" }, finding.reason), finding.first_met ? ` (${t("first_met", { moment: finding.first_met.quote })})` : ""),
    finding.answered ? el("p", { class: "hint" }, t("answered", { answer: state.answers[criterion.id] ?? "" })) : null,
    own.length ? evidenceList(finding, own, actions) : null,
    finding.parts.length ? el("ol", { class: "findings" }, ...finding.parts.map((part) => findingView(part, state, actions))) : null,
  );
}

/** @param {Finding} finding @param {import("../types").Evidence[]} own @param {Actions} actions */
function evidenceList(finding, own, actions) {
  return el("ul", { class: "proof", "aria-label": t("proof") }, ...own.map((proof) => el(
    "li",
    {},
    el("q", { dir: "auto", data: { role: proof.role } }, proof.quote),
    " ", el("span", { class: "hint" }, `${t(`role_${proof.role}`)}; ${t("understood_as", { reading: proof.understood_as })}`), " ",
    el("button", { type: "button", class: "small", onclick: () => actions.toText(proof.span, finding.criterion.id) }, t("show_in_text")),
    proof.role === "ignored" ? null : el("button", { type: "button", class: "small", onclick: () => actions.exclude(finding, proof) }, t("wrong")),
  )));
}
