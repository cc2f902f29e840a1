/** A press that puts what the clipboard holds into a field, in the place of what stands there. */

import { announce, byId } from "../dom.js";
import { notice } from "../report.js";
import { t } from "../words.js";
import { remember } from "./history.js";
import { changed } from "./lifecycle.js";

/** @param {string} button @param {HTMLTextAreaElement} field */
export function pasteInto(button, field) {
  byId(button).hidden = !navigator.clipboard?.readText;
  byId(button).addEventListener("click", async () => {
    const text = await navigator.clipboard.readText().catch(() => null);
    field.focus();
    if (!text) {
      field.select();
      notice("paste", [t("paste_refused")]);
      announce(t("paste_refused"));
      return;
    }
    notice("paste");
    if (field.value) remember();
    field.value = text;
    changed();
    announce(t("pasted"));
  });
}
