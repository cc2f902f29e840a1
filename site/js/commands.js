/** What can be done by a key or from the palette; one list for both, and for the help. */

import { askCustomer, confirm, override, answer } from "./case/person.js";
import { clearAll, newCase, undo } from "./case/lifecycle.js";
import { run } from "./case/run.js";
import { copyAcknowledgment, copyBrief, copyDecision, copyRecord, saveRecord } from "./copying.js";
import { paletteDialog } from "./dialogs.js";
import { byId } from "./dom.js";
import * as drafts from "./drafts.js";
import { drawResult } from "./draw.js";
import { criteria, preset, situation } from "./fields.js";
import { dress } from "./letter.js";
import { allPresets, example, savePreset, share } from "./presets.js";
import { helpDialog } from "./help.js";
import { keyFor, usualFor } from "./keys.js";
import { listen } from "./shortcuts.js";
import { state, update } from "./state.js";
import { explainHere, hop, toggleEvidence } from "./evidence.js";
import { AUDIENCES, CHANNELS, FORMATS } from "./view/outputs.js";
import { t } from "./words.js";

const copies = [copyDecision, copyBrief, copyAcknowledgment, copyRecord];

/** @param {number} step */
function move(step) {
  const all = [...document.querySelectorAll(".finding, .question")];
  const here = all.findLastIndex((one) => one.contains(document.activeElement));
  const next = /** @type {HTMLElement | undefined} */ (all[here < 0 && step < 0 ? all.length - 1 : Math.min(all.length - 1, Math.max(0, here + step))]);
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** @param {string} said */
function reply(said) {
  const card = /** @type {HTMLElement | null} */ (document.activeElement?.closest(".question") ?? document.querySelector(".question"));
  if (card?.dataset.criterion) void answer(card.dataset.criterion, said);
}

/** @param {number} step */
function turn(step) {
  const inLetter = byId("acknowledgment").contains(document.activeElement);
  const all = inLetter ? CHANNELS : AUDIENCES;
  const here = all.indexOf(inLetter ? state.channel : state.audience);
  const next = all[(here + step + all.length) % all.length] ?? all[0] ?? "";
  if (inLetter) void dress({ channel: next });
  else setAudience(next);
}

/** @param {string} audience */
export function setAudience(audience) {
  update({ audience });
  void run();
}

/** @returns {[string, string][]} */
function keys() {
  const single = (/** @type {string[]} */ ...usual) => usual.map(keyFor).join(" ");
  return [["Ctrl+Enter", t("key_evaluate")], ["Ctrl+Shift+Enter", t("key_confirm")], ["Ctrl+K", t("key_palette")], ["Ctrl+S", t("key_save")], ["Esc", t("key_leave")],
    [single("s"), t("key_situation")], [single("c"), t("key_criteria")], [single("j"), t("key_next")], [single("k"), t("key_previous")], [single("w"), t("key_hop")], [single("i"), t("key_why")], [single("e"), t("key_evidence")],
    [single("y", "n", "u"), t("key_answer")], [single("o"), t("key_override")], ["1 2 3 4", t("key_copy")], ["⇧1 ⇧2", t("key_markdown")], [single("[", "]"), t("key_audience")], [single("z"), t("key_undo")], [single("p"), t("key_print")], [single("l"), t("key_link")], ["?", t("key_help")]];
}

/** What each key that can be changed does. @returns {[string, string][]} the usual key and what it does */
function changeable() {
  const said = { s: "key_situation", c: "key_criteria", j: "key_next", k: "key_previous", w: "key_hop", i: "key_why", e: "key_evidence", y: "answer_yes", n: "answer_no", u: "answer_unknown", o: "key_override", "[": "key_before", "]": "key_after", z: "key_undo", p: "key_print", l: "key_link" };
  return Object.entries(said).map(([key, name]) => [key, t(name)]);
}

export function help() {
  void helpDialog({ keys, changeable: changeable(), off: drafts.settings().keys === "off", toggle: (off) => drafts.set({ keys: off ? "off" : "on" }) });
}

function palette() {
  const goTo = (/** @type {string} */ key) => /** @type {[string, () => void]} */ ([t("go_to", { place: t(key) }), () => byId(key).focus()]);
  void paletteDialog([
    [t("evaluate"), () => void run(true)], [t("confirm"), () => void confirm()], [t("override"), () => void override()], [t("new_case"), newCase], [t("undo"), undo],
    ...["decision", "brief", "acknowledgment", "record"].map((key, place) => /** @type {[string, () => void]} */ ([`${t("copy")}: ${t(key)}`, () => void copies[place]?.()])),
    ...FORMATS.map((format) => /** @type {[string, () => void]} */ ([`${t("brief")}, ${t("format")}: ${t(`format_${format}`)}`, () => { update({ format }); drawResult(); void copyBrief(); }])),
    [`${t("copy_markdown")}: ${t("brief")}`, () => void copyBrief(true)], [t("save_json"), saveRecord],
    [t("ask_customer"), () => askCustomer((state.evaluation?.questions ?? []).slice(0, 3).map((question) => question.id))],
    ...AUDIENCES.map((key) => /** @type {[string, () => void]} */ ([`${t("audience")}: ${t(`audience_${key}`)}`, () => setAudience(key)])),
    ...CHANNELS.map((key) => /** @type {[string, () => void]} */ ([`${t("channel")}: ${t(`channel_${key}`)}`, () => void dress({ channel: key })])),
    ...["criteria", "situation", "decision", "questions", "brief", "acknowledgment", "record"].map(goTo),
    [t("evidence"), toggleEvidence], [t("example"), () => example()], [t("preset_share"), () => void share()], [t("preset_save"), savePreset], [t("print"), () => window.print()], [t("help_title"), help], [t("clear_all"), clearAll],
    ...allPresets().map((known) => /** @type {[string, () => void]} */ ([`${t("preset")}: ${known.title}`, () => { preset.value = known.id; preset.dispatchEvent(new Event("change")); }])),
  ]);
}

export function listenToKeys() {
  listen(
    {
      s: () => situation.focus(), c: () => criteria.focus(), j: () => move(1), k: () => move(-1), e: toggleEvidence, w: hop, i: () => void explainHere(),
      y: () => reply("yes"), n: () => reply("no"), u: () => reply("unknown"), o: () => void override(), z: undo, p: () => window.print(), l: () => void share(), "?": help,
      ...Object.fromEntries(copies.map((act, place) => [`Digit${place + 1}`, (/** @type {KeyboardEvent} */ event) => void act(event.shiftKey)])),
      "[": () => turn(-1), "]": () => turn(1),
    },
    { Enter: () => void run(true), "shift+Enter": () => void confirm(), k: palette, s: () => void copyRecord() },
    usualFor,
    () => drafts.settings().keys === "off",
  );
}
