/** An expression cut into chips by its punctuation alone; what it means, the core says. */

import { el } from "../dom.js";
import { t } from "../words.js";

/** @typedef {{ start: number, end: number, name: string, operator: string, value: string }} Chip */

const PIECE = /"(?:[^"\\]|\\.)*"|>=|<=|==|[<>(),]|[\w.]+/g;
const OPERATORS = [">", ">=", "<", "<=", "=="];
const JOINS = new Set(["and", "or", "not", "at_least"]);

/** @param {string} expression */
function pieces(expression) {
  return [...expression.matchAll(PIECE)].map((found) => ({ said: found[0], start: found.index, end: found.index + found[0].length }));
}

/** The parts of an expression in order: chips, and the words and brackets between them. @param {string} expression @returns {(Chip | string)[]} */
export function cut(expression) {
  const all = pieces(expression);
  /** @type {(Chip | string)[]} */
  const parts = [];
  for (let at = 0; at < all.length; at += 1) {
    const [here, next, third, fourth] = [all[at], all[at + 1], all[at + 2], all[at + 3]];
    if (!here) break;
    if (JOINS.has(here.said) || "(),".includes(here.said)) parts.push(here.said);
    else if (next && OPERATORS.includes(next.said) && third) {
      parts.push({ start: here.start, end: third.end, name: here.said, operator: next.said, value: bare(third.said) });
      at += 2;
    } else if (next?.said === "(" && third?.said.startsWith('"') && fourth?.said === ")") {
      parts.push({ start: here.start, end: fourth.end, name: here.said, operator: "", value: bare(third.said) });
      at += 3;
    } else parts.push({ start: here.start, end: here.end, name: here.said, operator: "", value: "" });
  }
  return parts;
}

/** @param {string} said */
function bare(said) {
  return said.startsWith('"') ? said.slice(1, -1).replaceAll('\\"', '"').replaceAll("\\\\", "\\") : said;
}

/** A chip as it stands in an expression. @param {Omit<Chip, "start" | "end">} chip */
export function written({ name, operator, value }) {
  const quoted = operator && /^[\d.]+$/.test(value) ? value : `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  if (operator) return `${name} ${operator} ${quoted}`;
  return value ? `${name}(${quoted})` : name;
}

/** @param {string} expression @param {(chip: Chip) => void} choose */
export function chipsView(expression, choose) {
  return el("p", { class: "chips" }, ...cut(expression).map((part) => (typeof part === "string"
    ? el("span", { class: "join" }, JOINS.has(part) ? ` ${t(`join_${part}`)} ` : part)
    : el("button", { type: "button", class: "chip", "aria-label": t("chip_correct", { chip: spoken(part) }), onclick: () => choose(part) }, spoken(part)))));
}

const SIGN = /** @type {Record<string, string>} */ ({ ">=": "≥", "<=": "≤", "==": "=" });

/** @param {Chip} chip */
function spoken({ name, operator, value }) {
  const said = name.replaceAll("_", " ");
  return operator ? `${said} ${SIGN[operator] ?? operator} ${value}` : value ? `${said}: ${value}` : said;
}

/**
 * A small form for one chip.
 * @param {Chip} chip
 * @param {(said: string) => void} done called with the chip as it is to be written
 */
export function chipForm(chip, done) {
  const name = el("input", { type: "text", id: "chip-name", value: chip.name, autocomplete: "off", spellcheck: false });
  name.setAttribute("list", "vocabulary");
  const operator = el("select", { id: "chip-operator" }, el("option", { value: "" }, "–"), ...OPERATORS.map((sign) => el("option", { value: sign, selected: sign === chip.operator }, t(`operator_${OPERATORS.indexOf(sign)}`))));
  const value = el("input", { type: "text", id: "chip-value", value: chip.value, autocomplete: "off", spellcheck: false });
  return el("div", { class: "row chip-form", role: "group", "aria-label": t("chip_correct", { chip: spoken(chip) }) },
    el("label", { for: "chip-name" }, t("chip_name")), name, el("label", { for: "chip-operator" }, t("chip_operator")), operator, el("label", { for: "chip-value" }, t("chip_value")), value,
    el("button", { type: "button", class: "small", onclick: () => done(written({ name: name.value.trim(), operator: operator.value, value: value.value.trim() })) }, t("chip_use")));
}
