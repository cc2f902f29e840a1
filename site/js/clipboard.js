/** Copies rich and plain text at once; both are made from the same elements. */

/**
 * @param {HTMLElement} rich
 * @param {string} plain
 * @returns {Promise<boolean>} whether the browser took it
 */
export async function copy(rich, plain) {
  try {
    if (globalThis.ClipboardItem && navigator.clipboard?.write) {
      await navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([rich.outerHTML], { type: "text/html" }),
        "text/plain": new Blob([plain], { type: "text/plain" }),
      })]);
    } else if (navigator.clipboard) {
      await navigator.clipboard.writeText(plain);
    } else {
      return copiedByEvent(rich, plain);
    }
    return true;
  } catch {
    return copiedByEvent(rich, plain);
  }
}

/** @param {HTMLElement} rich @param {string} plain */
function copiedByEvent(rich, plain) {
  let done = false;
  const give = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.clipboardData?.setData("text/html", rich.outerHTML);
    event.clipboardData?.setData("text/plain", plain);
    done = true;
  };
  document.addEventListener("copy", give, { once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", give);
  return done;
}
