/** Runs the core: boots Pyodide from the bytes it is given, then passes strings in and out. It can reach no network. */

/** @type {((request: string) => string) | null} */
let handle = null;

const FIRST = JSON.stringify({ op: "evaluate", criteria: "- x", situation: "x" });

/** @type {any} */ (self).trustedTypes?.createPolicy("default", {
  createScriptURL(/** @type {string} */ url) {
    if (url === "data:text/javascript,") return url; // Pyodide asks with this one whether it runs in a classic worker.
    throw new TypeError("This script may not be started.");
  },
});

self.onmessage = async (/** @type {MessageEvent} */ event) => {
  if (event.data.base) {
    try {
      const core = await boot(event.data.base, await opened(event.data.files));
      handle = core;
      self.postMessage({ ready: true });
      answered(core, FIRST); // What a first evaluation makes ready is ready before anybody asks.
    } catch (error) {
      self.postMessage({ failed: String(error) });
    }
    return;
  }
  const port = event.ports[0];
  if (port && handle) port.postMessage(answered(handle, event.data));
};

/** A reply in any case: where the core itself breaks, the last line of what it says of it. @param {(request: string) => string} ask @param {string} request */
function answered(ask, request) {
  try {
    return ask(request);
  } catch (error) {
    const kind = String(error).trim().split("\n").pop()?.split(":")[0] ?? "";
    return JSON.stringify({ op: "refused", code: "broken", message: kind });
  }
}

/** @param {Record<string, Blob>} files @returns {Promise<Record<string, ArrayBuffer>>} */
async function opened(files) {
  return Object.fromEntries(await Promise.all(Object.entries(files).map(async ([name, held]) => [name, await held.arrayBuffer()])));
}

/**
 * @param {string} base where the page stands
 * @param {Record<string, ArrayBuffer>} files
 */
async function boot(base, files) {
  self.fetch = async (asked) => served(files, String(asked instanceof Request ? asked.url : asked));
  // eslint-disable-next-line no-unsanitized/method -- `base` is the page's own address, and the policy admits no other origin
  const { loadPyodide } = await import(`${base}pyodide/pyodide.mjs`);
  const pyodide = await loadPyodide({
    indexURL: `${base}pyodide/`,
    stdLibURL: `${base}pyodide/bundle.zip`,
    lockFileContents: new TextDecoder().decode(files["pyodide/pyodide-lock.json"]),
    stdout: () => undefined,
    stderr: () => undefined,
  });
  const site = pyodide.runPython("import site; site.getsitepackages()[0]");
  pyodide.unpackArchive(files["pyodide/native.zip"], "zip", { extractDir: site });
  return pyodide.runPython("from escalation_core.bridge import handle; handle");
}

/** @param {Record<string, ArrayBuffer>} files @param {string} url */
function served(files, url) {
  const name = Object.keys(files).find((known) => url.endsWith(known));
  if (!name) return Promise.reject(new TypeError("There is no network here."));
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(files[name], { headers: { "Content-Type": type } });
}
