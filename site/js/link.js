/** A preset in a link's fragment: JSON, deflated, base64url, behind "p1.". */

export const LONGEST = 16 * 1024;
export const LARGEST = 256 * 1024;
const KIND = "p1.";

export class BadLink extends Error {
  /** @param {"link_too_long" | "link_too_big" | "link_broken" | "link_version"} why */
  constructor(why) {
    super(why);
    this.why = why;
  }
}

/** @param {object} preset @returns {Promise<string>} the fragment, without "#" */
export async function toFragment(preset) {
  const stream = new Blob([JSON.stringify(preset)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return KIND + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * The text that a fragment holds, at most `LARGEST` bytes of it.
 * @param {string} fragment without "#"
 * @returns {Promise<string>}
 */
export async function fromFragment(fragment) {
  if (fragment.length > LONGEST) throw new BadLink("link_too_long");
  if (!fragment.startsWith(KIND)) throw new BadLink("link_version");
  const coded = fragment.slice(KIND.length);
  if (!/^[A-Za-z0-9_-]+$/.test(coded)) throw new BadLink("link_broken");
  try {
    const binary = atob(coded.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await inflated(bytes));
  } catch (error) {
    throw error instanceof BadLink ? error : new BadLink("link_broken");
  }
}

/** @param {Uint8Array<ArrayBuffer>} bytes */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new BadLink("link_too_big");
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
