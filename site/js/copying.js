/** Taking along: decision, brief, acknowledgment and record, marked so that nobody takes them for more than they are. */

import { run } from "./case/run.js";
import { copy, Unwanted } from "./clipboard.js";
import { ask } from "./core.js";
import { askDialog, secretsDialog } from "./dialogs.js";
import { announce, el } from "./dom.js";
import { stamp, written } from "./evaluate.js";
import { isCovered, isStale, marks } from "./stale.js";
import { state, update } from "./state.js";
import { briefDocument } from "./view/outputs.js";
import { t } from "./words.js";

/** What is copied, as elements and as text. @typedef {{ body: HTMLElement, plain: string }} Made */

/** Whether a copy of what is out of date is wanted all the same. @returns {Promise<boolean>} */
async function wanted() {
  if (!isStale()) return true;
  const said = await askDialog(t("copy"), t("copy_stale"), [["evaluate", t("evaluate")], ["copy", t("copy_anyway")], ["", t("cancel")]]);
  if (said === "evaluate") void run(true);
  return said === "copy";
}

/**
 * @param {() => Made | Promise<Made>} make what is copied
 * @param {string} name of the button that says "Copied"
 * @param {boolean} [marked] whether it says who has confirmed it
 */
async function take(make, name, marked = true) {
  if (!isCovered()) await give(ready(make, marked), name);
}

/** What goes into the clipboard, once the person has said what may. @param {() => Made | Promise<Made>} make @param {boolean} marked */
async function ready(make, marked) {
  if (!await wanted()) throw new Unwanted();
  const { body, plain } = await make();
  const hidden = await blackedOut(plain);
  if (!hidden) throw new Unwanted();
  const head = marked ? marks() : isStale() ? [t("mark_stale")] : [];
  const copied = /** @type {HTMLElement} */ (body.cloneNode(true));
  blackOut(copied, hidden);
  const rich = el("div", {}, ...head.map((line) => el("p", {}, el("strong", {}, line))), copied);
  return { rich, plain: [...head, ...(head.length ? [""] : []), without(plain, hidden)].join("\n"), shown: body };
}

/** What a person wants blacked out of a text before it travels; each passage is asked about once in a case. @param {string} text @returns {Promise<import("./types").Redaction[] | null>} null where nothing is to be copied */
async function blackedOut(text) {
  /** @type {{ redactions: import("./types").Redaction[] }} */
  const { redactions } = await ask({ op: "find_secrets", text });
  const found = [...new Map(redactions.filter((secret) => !state.kept.includes(secret.quote)).map((secret) => [secret.quote, secret])).values()];
  if (!found.length) return [];
  const chosen = await secretsDialog(found);
  if (chosen) update({ kept: [...state.kept, ...found.filter((secret) => !chosen.includes(secret)).map((secret) => secret.quote)] });
  return chosen;
}

/** @param {string} text @param {import("./types").Redaction[]} hidden */
function without(text, hidden) {
  return hidden.reduce((told, secret) => told.replaceAll(secret.quote, () => secret.replacement), text);
}

/** @param {Node} body @param {import("./types").Redaction[]} hidden */
function blackOut(body, hidden) {
  const texts = document.createTreeWalker(body, 4);
  while (texts.nextNode()) /** @type {Text} */ (texts.currentNode).data = without(/** @type {Text} */ (texts.currentNode).data, hidden);
}

/** @param {Promise<import("./clipboard.js").Copied & { shown?: HTMLElement }>} made with what to select where the browser refuses @param {string} name of the button that says "Copied" */
export async function give(made, name) {
  const done = await copy(made).catch((error) => { if (error instanceof Unwanted) return null; throw error; });
  if (done === null) return;
  const button = /** @type {HTMLElement | null} */ (document.querySelector(`[data-copy="${name}"]`));
  if (button && done && !button.dataset.said) {
    const before = [...button.childNodes];
    button.dataset.said = "yes";
    button.replaceChildren(t("copied"));
    setTimeout(() => { button.replaceChildren(...before); delete button.dataset.said; }, 2000);
  }
  const { shown } = await made;
  if (!done && shown) select(shown);
  announce(done ? t("copied") : t("copy_failed"));
}

/** @param {HTMLElement} shown */
function select(shown) {
  const here = shown.isConnected ? shown : document.getElementById("brief-document");
  if (here instanceof HTMLTextAreaElement) here.select();
  else if (here) getSelection()?.selectAllChildren(here);
}

/** @param {boolean} [markdown] */
export async function copyDecision(markdown = false) {
  const told = state.evaluation;
  if (!told) return;
  const bullet = markdown ? "- " : "";
  const strong = markdown ? "**" : "";
  const head = [`${strong}${t("suggested")}: ${t(`outcome_${told.decision.outcome}`)}${strong}`, told.decision.reasoning];
  const lines = told.findings.map((finding) => `${bullet}${finding.criterion.id} ${t(`status_${finding.status}`)}: ${finding.reason}`);
  const plain = [...head, ...(markdown ? [""] : []), ...lines].join("\n");
  await take(() => ({ body: markdown ? el("pre", {}, plain) : el("div", {}, ...[...head, ...lines].map((line) => el("p", {}, line))), plain }), "decision");
}

/** @param {boolean} [markdown] */
export async function copyBrief(markdown = false) {
  const told = state.evaluation;
  if (told) await take(() => briefAs(told, markdown ? "markdown" : state.format), markdown ? "markdown" : "brief");
}

/** @param {import("./types").Evaluation} told @param {string} form @returns {Promise<Made>} */
async function briefAs(told, form) {
  const mine = state.brief?.text;
  if (form === "rich") return { body: mine === undefined ? briefDocument(state) : el("pre", {}, mine), plain: mine === undefined ? told.brief.markdown : await escaped(mine, "plain", true) };
  const plain = mine === undefined ? (await written(form)).brief : await escaped(mine, form, true);
  return { body: el("pre", {}, plain), plain };
}

/** The person's own words for another tool; in a brief its headings and bullets stay. @param {string} text @param {string} form @param {boolean} [brief] @returns {Promise<string>} */
async function escaped(text, form, brief = false) {
  return (await ask({ op: "escape_text", text, form, brief })).text;
}

export async function copyAcknowledgment() {
  const told = state.evaluation;
  if (told) await take(() => letterOf(told), "acknowledgment", false);
}

/** @param {import("./types").Evaluation} told @returns {Promise<Made>} */
async function letterOf(told) {
  const warnings = (state.edited === null ? told.acknowledgment.warnings : state.warnings).filter((warning) => warning.blocks);
  if (warnings.length && await askDialog(t("copy"), t("copy_blocked", { count: warnings.length }), [["", t("cancel")], ["copy", t("redact_keep")]]) !== "copy") throw new Unwanted();
  const own = state.edited ?? told.acknowledgment.text;
  const plain = state.letterFormat === "rich" ? own : state.edited === null ? (await written(state.letterFormat)).acknowledgment : await escaped(own, state.letterFormat);
  return { body: el("div", { lang: state.letter }, ...plain.split(/\n{2,}/).map((part) => el("p", {}, part))), plain };
}

export async function copyRecord() {
  const told = state.record;
  if (told) await take(() => ({ body: el("p", {}, told.line), plain: told.line }), "record", false);
}

/** For the owner of the criteria, after an override: how they were read, and not a word of the case. */
export async function copyNote() {
  const told = state.evaluation;
  if (!told || !state.choice) return;
  const lines = [
    t("note_head", { reason: t(`reason_${state.choice.reason}`), time: stamp().slice(0, 10) }),
    ...told.findings.filter((finding) => told.decision.carried_by.includes(finding.criterion.id) || finding.status === "unknown")
      .map(({ criterion, status }) => `${criterion.id} “${criterion.text}”: ${t(`status_${status}`)}. ${criterion.reading} [${criterion.expression}]`),
  ];
  await give(Promise.resolve({ rich: el("div", {}, ...lines.map((line) => el("p", {}, line))), plain: lines.join("\n") }), "note");
}

export function saveRecord() {
  if (state.record) download("record.json", `${JSON.stringify(state.record.record, null, 1)}\n`, "application/json");
}

/** @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
