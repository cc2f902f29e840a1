/** The interface's texts: one catalogue, a language at a time. */

import { catalogue } from "./catalogue.js";

let spoken = "en";
let words = catalogue.en ?? {};

/** The language that is spoken now. */
export function spokenNow() {
  return spoken;
}

/**
 * Speaks another language from now on, and rewrites what the page already shows.
 * @param {string} language
 */
export function speak(language) {
  spoken = language;
  words = catalogue[language] ?? catalogue.en ?? {};
  document.documentElement.lang = language === "x-pseudo" ? "en" : language;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.getAttribute("data-t") ?? "", JSON.parse(element.getAttribute("data-t-values") ?? "{}"));
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.getAttribute("data-t-label") ?? ""));
}

/**
 * The text of a key with its placeholders filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const said = words[key] ?? catalogue.en?.[key] ?? key;
  return said.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
