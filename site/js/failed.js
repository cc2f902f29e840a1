/** When the engine does not start: what failed, and the criteria as a list to go through by hand. */

import { saveDraft } from "./case/lifecycle.js";
import { give } from "./copying.js";
import { byId, el, fill } from "./dom.js";
import { inputs } from "./fields.js";
import { notice } from "./report.js";
import { startSafely } from "./safe.js";
import { t } from "./words.js";

/** @param {string} reason */
export function failed(reason) {
  const diagnostic = [reason, navigator.userAgent, ...["WebAssembly", "trustedTypes", "DecompressionStream", "crypto"].map((name) => `${name}: ${name in globalThis}`), `secure: ${globalThis.isSecureContext}`].join("\n");
  notice("engine", [
    t("failed_detail", { reason }), " ",
    el("button", { type: "button", onclick: () => location.reload() }, t("retry")), " ",
    el("button", { type: "button", title: t("safe_mode_hint"), onclick: () => { saveDraft(); void startSafely(); } }, t("safe_mode")), " ",
    el("button", { type: "button", data: { copy: "diagnostic" }, onclick: () => void give(Promise.resolve({ rich: el("pre", {}, diagnostic), plain: diagnostic }), "diagnostic") }, t("diagnostic_copy")), " ",
    el("button", { type: "button", onclick: checklist }, t("checklist")),
  ], true);
}

/** Every line of the criteria with a box: the person decides alone. */
function checklist() {
  const lines = inputs().criteria.split("\n").filter((line) => line.trim());
  fill(byId("decision-body"), el("p", {}, t("checklist_hint")), lines.length
    ? el("ul", { class: "checklist" }, ...lines.map((line) => el("li", {}, el("label", { class: "inline" }, el("input", { type: "checkbox" }), " ", line))))
    : el("p", { class: "hint" }, t("error_no_criteria")));
  byId("decision").focus();
}
