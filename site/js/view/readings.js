/** How the criteria were read: every criterion, every line, and what to mend; corrected in place. */

import { el, fill } from "../dom.js";
import { places } from "../spans.js";
import { t } from "../words.js";
import { chipForm, chipsView } from "./chips.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Criterion} Criterion */
/** @typedef {import("../types").Actions} Actions */

/** @param {Criterion[]} criteria @returns {Criterion[]} */
function flat(criteria) {
  return criteria.flatMap((criterion) => [criterion, ...flat(criterion.parts)]);
}

/** How many readings nobody has looked at, and how many criteria are vague. @param {State} state */
export function openReadings(state) {
  const all = flat(state.policy?.criteria ?? []);
  return {
    unreviewed: all.filter((criterion) => !state.reviewed.includes(criterion.id)).length,
    vague: new Set((state.policy?.remarks ?? []).filter((remark) => remark.code === "vague").map((remark) => remark.criterion)).size,
  };
}

/** @param {State} state */
export function readingsTitle(state) {
  const count = flat(state.policy?.criteria ?? []).length;
  if (!state.policy) return t("how_read");
  return t("how_read_count", { count, reviewed: count - openReadings(state).unreviewed });
}

/**
 * @param {State} state
 * @param {import("../types").Policy} policy
 * @param {Actions} actions
 * @returns {(HTMLElement | null)[]}
 */
export function readingsView(state, policy, actions) {
  if (!policy.criteria.length) return [el("p", {}, t("no_criteria_read")), account(policy)];
  return [
    el("ol", { class: "readings" }, ...policy.criteria.map((criterion) => row(criterion, state, policy, actions))),
    openReadings(state).unreviewed ? el("div", { class: "row" }, el("button", { type: "button", class: "small", onclick: () => actions.reviewAll() }, t("all_right"))) : null,
    ...general(policy),
    el("details", { id: "lines" }, el("summary", {}, t("lines_count", { count: policy.lines.filter((line) => line.use !== "blank").length })), account(policy)),
  ];
}

/** Remarks that belong to no single criterion. @param {import("../types").Policy} policy */
function general(policy) {
  const free = policy.remarks.filter((remark) => !remark.criterion);
  return free.length ? [el("h3", {}, t("remarks")), el("ul", { class: "remarks" }, ...free.map((remark) => el("li", {}, remark.message)))] : [];
}

const MINE = new Set(["judgment", "resembles"]);

/** How much of a condition is left to the person. @param {any} condition @returns {"tool" | "partly" | "mine"} */
function checkedBy(condition) {
  /** @type {string[]} */
  const kinds = [];
  const visit = (/** @type {any} */ held) => {
    if (held.parts) held.parts.forEach(visit);
    else if (held.kind === "not") visit(held.part);
    else kinds.push(held.kind);
  };
  visit(condition);
  const mine = kinds.filter((kind) => MINE.has(kind)).length;
  return mine === 0 ? "tool" : mine === kinds.length ? "mine" : "partly";
}

const STATUS = { tool: "met", partly: "unknown", mine: "unknown" };

/** @param {Criterion} criterion @param {State} state @param {import("../types").Policy} policy @param {Actions} actions @returns {HTMLLIElement} */
function row(criterion, state, policy, actions) {
  const by = checkedBy(criterion.condition);
  const done = state.reviewed.includes(criterion.id);
  const remarks = policy.remarks.filter((remark) => remark.criterion === criterion.id);
  const place = el("div", { class: "editor-place" });
  const open = (/** @type {import("./chips.js").Chip | null} */ chip) => openEditor(place, criterion, actions, chip);
  const meta = [criterion.severity && t("severity", { severity: criterion.severity }), criterion.route && t("to_routes", { routes: criterion.route }), criterion.deadline];
  return el(
    "li",
    { class: "reading", data: { criterion: criterion.id } },
    el("p", { class: "criterion" }, el("strong", {}, criterion.id), " ", el("span", { lang: "en" }, criterion.text)),
    el("p", { class: "sentence" }, "→ ", el("span", { lang: "en" }, criterion.reading), meta.some(Boolean) ? el("span", { class: "hint" }, ` (${meta.filter(Boolean).join(" · ")})`) : null),
    el("p", {}, el("span", { class: "badge", data: { status: STATUS[by] } }, t(`checked_${by}`)), criterion.corrected ? el("span", { class: "hint" }, " ", t("corrected_by_you")) : null),
    chipsView(criterion.expression, open),
    remarks.length ? el("ul", { class: "remarks" }, ...remarks.map((remark) => el("li", {}, el("span", { "aria-hidden": "true" }, "⚠ "), el("span", { lang: "en" }, remark.message)))) : null,
    el("div", { class: "row" },
      el("button", { type: "button", class: "small", id: `review-${criterion.id}`, "aria-pressed": String(done), onclick: () => actions.review(criterion.id) }, done ? `✓ ${t("looked_right")}` : t("looks_right")),
      el("button", { type: "button", class: "small", id: `correct-${criterion.id}`, onclick: () => open(null) }, t("correct")),
      criterion.corrected ? el("button", { type: "button", class: "small", onclick: () => void actions.correct(criterion.id, null) }, t("correct_back")) : null),
    place,
    criterion.parts.length ? el("ol", { class: "readings" }, ...criterion.parts.map((part) => row(part, state, policy, actions))) : null,
  );
}

/** @param {HTMLElement} place @param {Criterion} criterion @param {Actions} actions @param {import("./chips.js").Chip | null} chip */
function openEditor(place, criterion, actions, chip) {
  for (const other of document.querySelectorAll(".editor")) other.remove();
  const field = el("textarea", { id: "expression", rows: "2", spellcheck: false, autocomplete: "off", value: criterion.expression, "aria-describedby": "expression-means" });
  const means = el("p", { id: "expression-means", role: "status" });
  const use = el("button", {}, t("correct_use"));
  let asked = 0;
  const check = async () => {
    const here = (asked += 1);
    const said = await actions.tried(criterion.id, field.value);
    if (here !== asked) return;
    const wrong = "problem" in said;
    means.className = wrong ? "problem" : "sentence";
    means.textContent = wrong ? said.problem : `→ ${said.reading}`;
    use.disabled = wrong;
  };
  const close = () => {
    form.remove();
    document.getElementById(`correct-${criterion.id}`)?.focus();
  };
  const chipPlace = el("div", {});
  if (chip) fill(chipPlace, chipForm(chip, (said) => {
    field.value = criterion.expression.slice(0, chip.start) + said + criterion.expression.slice(chip.end);
    void check();
    use.focus();
  }));
  const form = el(
    "form",
    { class: "editor", onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); form.remove(); void actions.correct(criterion.id, field.value); }, onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } } },
    chipPlace,
    el("label", { for: "expression" }, t("correct_label")), field, el("p", { class: "hint" }, t("correct_hint")), means,
    el("div", { class: "row" }, use, el("button", { type: "button", onclick: close }, t("cancel"))),
  );
  field.addEventListener("input", () => void check());
  place.append(form);
  (chip ? /** @type {HTMLElement} */ (form.querySelector("#chip-value")) : field).focus();
  void check();
}

/** @param {import("../types").Policy} policy */
function account({ text, lines }) {
  const unit = places(text);
  const rows = lines.filter((line) => line.use !== "blank").map((line) => el("tr", {}, el("td", {}, text.slice(unit(line.span.start), unit(line.span.end))), el("td", {}, t(`line_${line.use}`), line.criterion ? ` ${line.criterion}` : "")));
  return el("div", { class: "scroll", tabIndex: 0, role: "region", "aria-label": t("lines") }, el("table", {}, el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("line")), el("th", { scope: "col" }, t("taken_for")))), el("tbody", {}, ...rows)));
}
