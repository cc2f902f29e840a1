/** Safe mode: a start that uses nothing of what the browser has stored of this page. */

const HOME = new URL("../", import.meta.url);
const FLAG = `era:safe:${HOME.pathname}`;

/** Whether this start is such a one. */
export function isSafe() {
  try {
    return sessionStorage.getItem(FLAG) === "yes";
  } catch {
    return false;
  }
}

/** The next start is a usual one. */
export function leaveSafe() {
  try {
    sessionStorage.removeItem(FLAG);
  } catch {
    // Where nothing is kept there is nothing to take away.
  }
}

/** Forgets the stored files and the service worker, and starts again. */
export async function startSafely() {
  try {
    sessionStorage.setItem(FLAG, "yes");
    const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const names = (await globalThis.caches?.keys()) ?? [];
    await Promise.all([
      ...workers.filter((worker) => worker.scope === HOME.href).map((worker) => worker.unregister()),
      ...names.filter((name) => name.startsWith(`era ${HOME.pathname} `)).map((name) => caches.delete(name)),
    ]);
  } finally {
    location.reload();
  }
}
