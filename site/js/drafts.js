/** Keeps the text over a reload, in this tab only, unless the person switches on that this computer keeps it. */

const PATH = new URL("../", import.meta.url).pathname;
const KEY = `era:draft:${PATH}`;
const KEPT = `era:keep:${PATH}`;
const SETTINGS = `era:settings:${PATH}`;

/** @typedef {import("./types").Draft} Draft */

let tab = "";

/** From here on what is kept on this computer is kept under the name of this tab. @param {string} name */
export function nameTab(name) {
  tab = name;
}

export function keeps() {
  return read(localStorage, KEPT) === "yes";
}

/** @param {boolean} on */
export function keep(on) {
  if (on) write(localStorage, KEPT, "yes");
  else remove(localStorage, KEPT, ...kept());
}

/** @param {Draft} draft @returns {boolean} whether it reads back as it was written */
export function save(draft) {
  const told = JSON.stringify(draft);
  const here = write(sessionStorage, KEY, told);
  return keeps() && tab ? write(localStorage, `${KEY}:${tab}`, told) && here : here;
}

/** The draft of this tab. @returns {Draft | null} */
export function restore() {
  return parsed(read(sessionStorage, KEY));
}

/** The newest draft that this computer keeps and no open tab holds; it is this tab's from now on. @param {Set<string>} open @returns {Draft | null} */
export function adopt(open) {
  if (!keeps()) return null;
  const free = kept().filter((key) => !open.has(key.slice(KEY.length + 1)));
  const found = free.map((key) => ({ key, draft: parsed(read(localStorage, key)) })).sort((one, other) => (other.draft?.at ?? 0) - (one.draft?.at ?? 0))[0];
  if (!found?.draft) return null;
  remove(localStorage, found.key);
  return found.draft;
}

export function forget() {
  remove(sessionStorage, KEY);
  if (tab) remove(localStorage, `${KEY}:${tab}`);
}

export function forgetEverything() {
  remove(sessionStorage, KEY);
  remove(localStorage, KEPT, SETTINGS, ...kept());
}

/** @returns {Record<string, string>} */
export function settings() {
  return parsed(read(localStorage, SETTINGS)) ?? {};
}

/** @param {Record<string, string>} change */
export function set(change) {
  write(localStorage, SETTINGS, JSON.stringify({ ...settings(), ...change }));
}

/** The keys of all drafts that this computer keeps. @returns {string[]} */
function kept() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(`${KEY}:`));
  } catch {
    return [];
  }
}

/** @param {string | null} told @returns {any} */
function parsed(told) {
  try {
    return told ? JSON.parse(told) : null;
  } catch {
    return null;
  }
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
