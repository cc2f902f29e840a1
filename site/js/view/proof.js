/** Which evidence stands beside which finding: what a part shows, the whole does not show again. */

/** @typedef {import("../types").Finding} Finding */
/** @typedef {import("../types").Evidence} Evidence */

/** The evidence of a finding that none of its parts shows, each piece once. @param {Finding} finding @returns {Evidence[]} */
export function ownEvidence({ evidence, parts }) {
  const shown = new Set();
  const visit = (/** @type {Finding} */ part) => {
    for (const proof of part.evidence) shown.add(place(proof));
    part.parts.forEach(visit);
  };
  parts.forEach(visit);
  return evidence.filter((proof) => !shown.has(place(proof)) && Boolean(shown.add(place(proof))));
}

/** @param {Evidence} proof */
function place({ span }) {
  return `${span.start}-${span.end}`;
}
