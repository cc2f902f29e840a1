/** Copies rich and plain text at once; both are made from the same elements. */

/** @typedef {{ rich: HTMLElement, plain: string }} Copied */

/** The person has thought better of it. */
export class Unwanted extends Error {}

/**
 * Some browsers let a page copy in the moment of a press only: it is asked for at once, and what is copied may come later.
 * @param {Promise<Copied>} made fails with `Unwanted` where nothing is to be copied, and so does this
 * @returns {Promise<boolean>} whether the browser took it
 */
export async function copy(made) {
  const taken = asked(made);
  const told = await made;
  if (await taken) return true;
  return (await written(told)) || copiedByEvent(told);
}

/** @param {Promise<Copied>} made @returns {Promise<boolean>} */
function asked(made) {
  const part = (/** @type {string} */ type, /** @type {(told: Copied) => string} */ said) => {
    const later = made.then((told) => new Blob([said(told)], { type }));
    later.catch(() => undefined);
    return later;
  };
  try {
    const item = new ClipboardItem({ "text/html": part("text/html", ({ rich }) => rich.outerHTML), "text/plain": part("text/plain", ({ plain }) => plain) });
    return navigator.clipboard.write([item]).then(() => true, () => false);
  } catch {
    return Promise.resolve(false);
  }
}

/** @param {Copied} told @returns {Promise<boolean>} */
async function written({ plain }) {
  if (globalThis.ClipboardItem || !navigator.clipboard) return false;
  return navigator.clipboard.writeText(plain).then(() => true, () => false);
}

/** @param {Copied} told */
function copiedByEvent({ rich, plain }) {
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
