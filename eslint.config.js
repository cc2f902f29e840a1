import js from "@eslint/js";
import unsanitized from "eslint-plugin-no-unsanitized";

const globals = Object.fromEntries(
  ["window", "document", "self", "globalThis", "navigator", "location", "history", "localStorage", "sessionStorage", "crypto", "fetch", "caches",
    "URL", "Blob", "Response", "Request", "Worker", "MessageChannel", "TextDecoder", "TextEncoder", "CompressionStream", "DecompressionStream",
    "ClipboardItem", "HTMLElement", "HTMLTextAreaElement", "HTMLSelectElement", "HTMLInputElement", "FormData", "Event", "Node",
    "setTimeout", "clearTimeout", "requestAnimationFrame", "getSelection", "atob", "btoa", "console", "performance", "structuredClone", "Element", "matchMedia"].map((name) => [name, "readonly"]),
);

export default [
  js.configs.recommended,
  unsanitized.configs.recommended,
  { languageOptions: { globals }, rules: { "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "insertAdjacentHTML" }, { object: "document", property: "write" }], eqeqeq: "error", "no-eval": "error" } },
];
