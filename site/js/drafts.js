/** Keeps the text over a reload, in this tab only, unless the person switches on that this computer keeps it. */

const KEY = `era:draft:${new URL("../", import.meta.url).pathname}`;
const KEPT = `era:keep:${new URL("../", import.meta.url).pathname}`;
const SETTINGS = `era:settings:${new URL("../", import.meta.url).pathname}`;

/** @typedef {{ criteria: string, situation: string, now: string, preset: string }} Draft */

export function keeps() {
  return read(localStorage, KEPT) === "yes";
}

/** @param {boolean} on */
export function keep(on) {
  if (on) write(localStorage, KEPT, "yes");
  else remove(localStorage, KEPT, KEY);
}

/** @param {Draft} draft @returns {boolean} whether it reads back as it was written */
export function save(draft) {
  const told = JSON.stringify(draft);
  const here = write(sessionStorage, KEY, told);
  return keeps() ? write(localStorage, KEY, told) && here : here;
}

/** @returns {Draft | null} */
export function restore() {
  const told = read(sessionStorage, KEY) ?? (keeps() ? read(localStorage, KEY) : null);
  if (!told) return null;
  try {
    return JSON.parse(told);
  } catch {
    return null;
  }
}

export function forget() {
  remove(sessionStorage, KEY);
  remove(localStorage, KEY);
}

export function forgetEverything() {
  remove(sessionStorage, KEY);
  remove(localStorage, KEY, KEPT, SETTINGS);
}

/** @returns {Record<string, string>} */
export function settings() {
  try {
    return JSON.parse(read(localStorage, SETTINGS) ?? "{}");
  } catch {
    return {};
  }
}

/** @param {Record<string, string>} change */
export function set(change) {
  write(localStorage, SETTINGS, JSON.stringify({ ...settings(), ...change }));
}

/** @param {Storage} storage @param {string} key */
function read(storage, key) {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {Storage} storage @param {string} key @param {string} value */
function write(storage, key, value) {
  try {
    storage.setItem(key, value);
    return storage.getItem(key) === value;
  } catch {
    return false;
  }
}

/** @param {Storage} storage @param {...string} keys */
function remove(storage, ...keys) {
  for (const key of keys) {
    try {
      storage.removeItem(key);
    } catch {
      // What cannot be reached cannot have been kept.
    }
  }
}
