/** The page's only way to the core: one request, one reply, a port of its own. */

import { start } from "./boot.js";
import { t } from "./words.js";

export class Refused extends Error {
  /** @param {{ code: string, message: string }} reply */
  constructor(reply) {
    super(reply.message);
    this.code = reply.code;
  }
}

export class Stopped extends Error {}

/** @type {Worker | null} */
let worker = null;
/** @type {Record<string, Blob>} */
let bytes = {};
/** @type {Set<(error: Error) => void>} */
const waiting = new Set();

/** @param {Record<string, Blob>} files */
export async function connect(files) {
  bytes = files;
  worker = await start(files);
  worker.onerror = () => giveUp(new Error(t("engine_gone")));
}

/**
 * One request to the core.
 * @param {Record<string, unknown>} request
 * @returns {Promise<any>}
 */
export function ask(request) {
  const running = worker;
  if (!running) return Promise.reject(new Error(t("engine_early")));
  return new Promise((resolve, reject) => {
    const { port1: ours, port2: theirs } = new MessageChannel();
    const settle = () => {
      waiting.delete(fail);
      ours.close();
    };
    const fail = (/** @type {Error} */ error) => {
      settle();
      reject(error);
    };
    waiting.add(fail);
    ours.onmessage = ({ data }) => {
      settle();
      const reply = JSON.parse(data);
      if (reply.op === "refused") reject(new Refused(reply));
      else resolve(reply);
    };
    running.postMessage(JSON.stringify(request), [theirs]);
  });
}

/** Ends what runs and starts a fresh worker; the core has no state to lose. */
export async function stop() {
  giveUp(new Stopped("Stopped."));
  worker?.terminate();
  worker = null;
  await connect(bytes);
}

/** @param {Error} error */
function giveUp(error) {
  for (const fail of [...waiting]) fail(error);
}

/**
 * One request and its reply as they are, for tests that compare bytes.
 * @param {string} request
 * @returns {Promise<string>}
 */
export function askRaw(request) {
  const running = worker;
  if (!running) return Promise.reject(new Error(t("engine_early")));
  return new Promise((resolve) => {
    const { port1: ours, port2: theirs } = new MessageChannel();
    ours.onmessage = ({ data }) => { ours.close(); resolve(data); };
    running.postMessage(request, [theirs]);
  });
}
