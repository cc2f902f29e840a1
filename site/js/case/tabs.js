/** Which tab this is: each holds a lock on its own name, so that no two write to the same draft. */

const TAB = `era:tab:${new URL("../../", import.meta.url).pathname}`;

/** The name of this tab, the same after a reload, another one in a duplicate. @returns {Promise<string>} */
export async function thisTab() {
  const kept = read();
  const name = kept && (await hold(kept)) ? kept : fresh();
  if (name !== kept) await hold(name);
  write(name);
  return name;
}

/** The names of the tabs that are open. @returns {Promise<Set<string>>} */
export async function openTabs() {
  const held = (await navigator.locks?.query().catch(() => null))?.held ?? [];
  return new Set(held.map((lock) => String(lock.name).slice(TAB.length + 1)));
}

function fresh() {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Holds the name until the tab goes. @param {string} name @returns {Promise<boolean>} whether nobody else holds it */
function hold(name) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(`${TAB}:${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    }).catch(() => resolve(true));
  });
}

function read() {
  try {
    return sessionStorage.getItem(TAB);
  } catch {
    return null;
  }
}

/** @param {string} name */
function write(name) {
  try {
    sessionStorage.setItem(TAB, name);
  } catch {
    // Without storage there is nothing that two tabs could overwrite.
  }
}
