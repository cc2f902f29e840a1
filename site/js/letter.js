/** The acknowledgment and the brief while they are worked on: edited, checked, mended, written again. */

import { remember } from "./case/history.js";
import { run } from "./case/run.js";
import { ask } from "./core.js";
import { askDialog } from "./dialogs.js";
import { byId, fill } from "./dom.js";
import { drawResult } from "./draw.js";
import { places } from "./spans.js";
import { state, update } from "./state.js";
import { marksView, warningsView } from "./view/letter.js";
import { words } from "./view/outputs.js";
import { t } from "./words.js";

let checking = 0;

/** @param {string} text */
export function edit(text) {
  if (state.edited === null) {
    remember();
    byId("edited-mark").textContent = t("edited");
  }
  update({ edited: text });
  byId("words").textContent = words(text);
  fill(byId("letter-marks"), ...marksView(text, []));
  clearTimeout(checking);
  checking = setTimeout(async () => {
    const reply = await ask({
      op: "check_words", text, language: state.letter, channel: state.channel, allowed_links: state.wording.allowed_links ?? [],
      policy_times: state.evaluation?.acknowledgment.promise ? [state.evaluation.acknowledgment.promise.text] : [],
      authorised: (state.wording.blocks ?? []).map((block) => block.text),
    });
    update({ warnings: reply.warnings });
    fill(byId("warnings"), ...warningsView(state.warnings, suggest));
    fill(byId("letter-marks"), ...marksView(text, state.warnings));
  }, 300);
}

/** @param {import("./types").Warning} warning */
export function suggest(warning) {
  const text = state.edited ?? state.evaluation?.acknowledgment.text ?? "";
  const unit = places(text);
  remember();
  edit(text.slice(0, unit(warning.sentence.start)) + (warning.suggestion ?? "") + text.slice(unit(warning.sentence.end)));
  drawResult();
}

/** @param {string} text */
export function editBrief(text) {
  const from = state.brief?.from ?? state.evaluation?.brief.markdown ?? "";
  const first = state.brief === null;
  if (first) remember();
  update({ brief: { text, from } });
  if (first) drawResult();
}

export function briefAgain() {
  remember();
  update({ brief: null });
  drawResult();
}

/** The person's words go, and can be had back by "Undo". */
export function again() {
  remember();
  update({ edited: null, warnings: [] });
  drawResult();
}

/** Another channel, tone or language; what was edited is not thrown away unasked. @param {Partial<import("./types").State>} change */
export async function dress(change) {
  if (state.edited !== null) {
    const said = await askDialog(t("edited"), t("edited_conflict"), [["again", t("regenerate")], ["", t("keep_mine")]]);
    if (said !== "again") { drawResult(); return; }
    again();
  }
  update(change);
  await run();
}
