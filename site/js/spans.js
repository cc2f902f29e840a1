/** The core counts code points, JavaScript counts UTF-16 units: this file is the only one that knows. */

/**
 * Turns places in code points into places in UTF-16 units, for one text.
 * @param {string} text
 * @returns {(point: number) => number}
 */
export function places(text) {
  /** @type {number[]} */
  const wide = [];
  let points = 0;
  for (let unit = 0; unit < text.length; unit += 1, points += 1) {
    const code = text.charCodeAt(unit);
    if (code >= 0xd800 && code <= 0xdbff && unit + 1 < text.length) {
      wide.push(points);
      unit += 1;
    }
  }
  return (point) => {
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? 0) < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
}
