/** Keys: those with Ctrl or ⌘ always, single ones only where no text field has the focus. */

/**
 * @param {{ [key: string]: (event: KeyboardEvent) => void }} single
 * @param {{ [key: string]: () => void }} held keys with Ctrl or ⌘, "shift+" before where Shift is held too
 * @param {(key: string) => string} meant the usual key behind the one that was pressed
 * @param {() => boolean} off whether single keys are switched off
 */
export function listen(single, held, meant, off) {
  document.addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const act = held[`${event.shiftKey ? "shift+" : ""}${key}`];
      if (act) {
        event.preventDefault();
        act();
      }
      return;
    }
    if (event.altKey || off() || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && typing(event.target)) {
      /** @type {HTMLElement} */ (event.target).blur();
      return;
    }
    if (typing(event.target)) return;
    const usual = meant(key);
    const act = single[usual] ?? (usual === key || /\d/.test(event.code) ? single[event.code] : undefined);
    if (act) {
      event.preventDefault();
      act(event);
    }
  });
}

/** @param {EventTarget | null} target */
function typing(target) {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type));
}
