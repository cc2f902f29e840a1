/** What is known of the case: as the text says it, put right or filled in by the person. */

import { el } from "../dom.js";
import { agoButtons } from "../times.js";
import { t } from "../words.js";

/** @typedef {import("../types").State} State */
/** @typedef {import("../types").Actions} Actions */

const ALWAYS = ["customer", "contact", "account", "references", "started", "deadline"];
const TIMES = new Set(["started"]);
const MOST = 4;

/** Each fact is a way to the place where it stands. @param {State} state @param {Actions} actions @returns {HTMLElement[]} */
export function detailsView(state, actions) {
  if (!state.evaluation) return [el("p", { class: "hint" }, t("details_hint"))];
  const kinds = [...ALWAYS, ...Object.keys(state.details).filter((kind) => !ALWAYS.includes(kind))];
  return [el("dl", { class: "facts" }, ...kinds.flatMap((kind) => [el("dt", {}, t(`fact_${kind}`)), row(kind, state, actions)]))];
}

/** @param {string} kind @param {State} state @param {Actions} actions */
function row(kind, state, actions) {
  const found = (state.evaluation?.facts ?? []).filter((fact) => fact.kind === kind).slice(0, MOST);
  const mine = state.details[kind];
  const place = el("dd", {});
  const open = () => {
    place.replaceChildren(detailForm(kind, t("detail_correct", { what: t(`fact_${kind}`) }), mine ?? found[0]?.quote.replaceAll(/\s+/g, " ") ?? "", actions, mine !== undefined));
    place.querySelector("input")?.focus();
  };
  place.append(
    ...(mine === undefined ? read(found, actions) : [mine ? el("strong", { class: "given-fact" }, mine) : el("span", { class: "hint" }, t("fact_dropped")), " ", el("span", { class: "hint" }, t("edited"))]),
    el("button", { type: "button", class: "small pencil", id: `detail-${kind}`, "aria-label": t("detail_correct", { what: t(`fact_${kind}`) }), title: t("detail_correct", { what: t(`fact_${kind}`) }), onclick: open }, "✎"),
  );
  return place;
}

/** @param {import("../types").Fact[]} found @param {Actions} actions */
function read(found, actions) {
  if (!found.length) return [el("span", { class: "hint" }, t("fact_none"))];
  return found.map((fact) => el("button", { type: "button", class: "fact", title: t("show_in_text"), onclick: () => actions.toField(fact.span) }, fact.quote));
}

/**
 * A line in which the person says what they know; empty words say that there is none.
 * @param {string} kind of fact
 * @param {string} label
 * @param {string} value
 * @param {Actions} actions
 * @param {boolean} mine whether what stands there is the person's own word
 */
export function detailForm(kind, label, value, actions, mine) {
  const field = el("input", { type: "text", id: `detail-field-${kind}`, autocomplete: "off", value });
  return el(
    "form",
    {
      class: "row", onsubmit: (/** @type {Event} */ event) => { event.preventDefault(); actions.detail(kind, field.value.trim()); },
      onkeydown: (/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); actions.redraw(); document.getElementById(`detail-${kind}`)?.focus(); } },
    },
    el("label", { for: field.id }, label), field, TIMES.has(kind) ? agoButtons((moment) => { field.value = moment.replace("T", " "); field.focus(); }) : null, el("button", { class: "small" }, t("answer_use")),
    mine ? el("button", { type: "button", class: "small", onclick: () => actions.detail(kind, null) }, t("detail_back")) : null,
    el("button", { type: "button", class: "small", onclick: () => actions.redraw() }, t("cancel")),
  );
}

/** Which elements the brief holds and which are missing, each to be filled in here. @param {import("../types").Brief} brief @param {Actions} actions */
export function meterView(brief, actions) {
  const place = el("div", {});
  const open = (/** @type {import("../types").Missing} */ gap) => {
    place.replaceChildren(detailForm(gap.key, t(`fact_${gap.key}`), "", actions, false));
    place.querySelector("input")?.focus();
  };
  const all = brief.present.length + brief.missing.length;
  return el("div", { class: "meter" },
    el("p", { class: brief.missing.length ? "gaps" : "hint" }, t("meter", { have: brief.present.length, all }), brief.missing.length ? ` ${t("missing", { what: "" })}` : "", ...brief.missing.flatMap((gap) => [
      el("button", { type: "button", class: "small", id: `missing-${gap.key}`, onclick: () => open(gap) }, t(`fact_${gap.key}`)), " "])),
    place);
}
