/** Starts the core behind a shut door: fetch and check every byte, shut the network, start the worker from a blob. */

import { breath } from "./dom.js";
import { isSafe } from "./safe.js";
import { t } from "./words.js";

/** @typedef {{ name: string, bytes: number, integrity: string }} Loaded */

const SLOW = 120_000;
const AT_A_TIME = 10;

/** @type {{ createScriptURL(url: string): unknown } | null} */
let policy = null;

/** Trusted Types lets two script addresses pass: our service worker, and a worker from bytes that were checked. */
function trusted(/** @type {string} */ url) {
  const types = /** @type {any} */ (globalThis).trustedTypes;
  if (!types) return url;
  policy ??= types.createPolicy("era-worker", {
    createScriptURL(/** @type {string} */ asked) {
      if (asked === new URL("../sw.js", import.meta.url).href || asked.startsWith(`blob:${location.origin}/`)) return asked;
      throw new TypeError("This script may not be started.");
    },
  });
  return /** @type {any} */ (policy).createScriptURL(url);
}

/** The files to load, with their sizes and hashes, as the build wrote them into the page. */
export function listed() {
  const told = document.getElementById("boot")?.textContent ?? "{}";
  return /** @type {Loaded[]} */ (JSON.parse(told).files);
}

/**
 * Fetches every file, checked against its hash.
 * @param {Loaded[]} files
 * @param {(done: number, total: number) => void} progress in bytes
 * @returns {Promise<Record<string, Blob>>}
 */
export async function load(files, progress) {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let done = 0;
  let going = true;
  const more = (/** @type {number} */ bytes) => { if (going) progress((done += bytes), total); };
  try {
    const loaded = await Promise.all(files.map(async (file) => /** @type {[string, Blob]} */ ([file.name, await checked(file, more)])));
    return Object.fromEntries(loaded);
  } finally {
    going = false;
  }
}

let rested = 0;

/** Lets keys be answered now and then: where a cache gives the bytes they come without a pause. */
async function soon() {
  if (performance.now() - rested < AT_A_TIME) return;
  await breath();
  rested = performance.now();
}

/** @param {Loaded} file @param {(more: number) => void} progress @returns {Promise<Blob>} */
async function checked(file, progress) {
  const url = new URL(`../${file.name}`, import.meta.url);
  if (!globalThis.crypto?.subtle) {
    const held = await (await fetch(url, { integrity: file.integrity })).blob();
    progress(held.size);
    return held;
  }
  const response = await fetch(url, isSafe() ? { cache: "reload" } : {});
  if (!response.ok || !response.body) throw new Error(`${file.name}: ${response.status}`);
  const bytes = new Uint8Array(file.bytes);
  let at = 0;
  const reader = response.body.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    if (at + step.value.length > file.bytes) throw new Error(t("boot_other_file", { name: file.name }));
    bytes.set(step.value, at);
    at += step.value.length;
    progress(step.value.length);
    await soon();
  }
  await breath();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== file.integrity) throw new Error(t("boot_other_file", { name: file.name }));
  await breath();
  return new Blob([bytes]); // A worker is handed this without a copy, and a second one after "Stop" too.
}

/** From here on this page and the workers it starts can reach no network, not even their own origin's. */
export function shut() {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "connect-src 'none'; worker-src blob:";
  document.head.append(meta);
}

/**
 * Starts a worker from checked bytes and waits until the core answers.
 * @param {Record<string, Blob>} files
 * @returns {Promise<Worker>}
 */
export function start(files) {
  const source = files["js/worker.js"];
  if (!source) return Promise.reject(new Error(t("boot_other_file", { name: "js/worker.js" })));
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(/** @type {string} */ (trusted(url)), { type: "module" });
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => fail(new Error(t("boot_slow"))), SLOW);
    const fail = (/** @type {Error} */ error) => {
      clearTimeout(giveUp);
      worker.terminate();
      reject(error);
    };
    worker.onerror = (event) => fail(new Error(event.message || t("boot_no_worker")));
    worker.onmessage = ({ data }) => {
      if (data.failed) { fail(new Error(data.failed)); return; }
      clearTimeout(giveUp);
      URL.revokeObjectURL(url);
      worker.onerror = null;
      resolve(worker);
    };
    const needed = Object.entries(files).filter(([name]) => name.startsWith("pyodide/"));
    worker.postMessage({ base: new URL("../", import.meta.url).href, files: Object.fromEntries(needed) });
  });
}

/**
 * Registers the service worker, so that the page opens without a network next time.
 * @param {(take: () => Promise<unknown>) => void} renewed called when a new version waits, with what makes way for it before a reload
 * @returns {Promise<boolean>} whether it will
 */
export async function keepForLater(renewed) {
  if (isSafe() || !("serviceWorker" in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register(/** @type {string} */ (trusted(new URL("../sw.js", import.meta.url).href)));
    const tell = () => { if (registration.waiting && navigator.serviceWorker.controller) renewed(() => registration.unregister()); };
    tell();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
    await settled(registration);
    return registration.active !== null || registration.waiting !== null;
  } catch {
    return false; // Without a service worker the page works all the same, only not without a network.
  }
}

/** @param {ServiceWorkerRegistration} registration */
function settled(registration) {
  const worker = registration.installing;
  if (!worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener("statechange", () => { if (worker.state !== "installing") resolve(undefined); });
    setTimeout(resolve, 20_000);
  });
}
