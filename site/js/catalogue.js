/** The interface's texts in every language; the build writes them here from `i18n/`. */

/** @type {Record<string, Record<string, string>>} */
export const catalogue = {};
