/** Makes elements from data: text is always text, never markup. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with its properties, attributes and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, unknown>} [properties] names with a hyphen, "role" and "for" are attributes; "on…" are listeners; "data" is a data set
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "data") Object.assign(element.dataset, value);
    else if (key === "onclick" || key === "oninput" || key === "onchange" || key === "onsubmit" || key === "onclose" || key === "onkeydown") {
      element.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    } else if (key === "class") element.className = String(value);
    else if (key.includes("-") || key === "role" || key === "for" || key === "lang" || key === "open" || key === "rows") element.setAttribute(key, value === true ? "" : String(value));
    else Reflect.set(element, key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * The element of that id, which the page always holds.
 * @template {HTMLElement} T
 * @param {string} id
 * @returns {T}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page holds no #${id}.`);
  return /** @type {T} */ (element);
}

/**
 * Puts children in the place of whatever an element holds.
 * @param {Element} element
 * @param {...Child} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
}

/**
 * Says something to people who do not see the screen, once.
 * @param {string} message
 */
export function announce(message) {
  const status = byId("status");
  status.textContent = "";
  requestAnimationFrame(() => { status.textContent = message; });
}

/** Lets the browser answer keys and paint before the work goes on. @returns {Promise<void>} */
export function breath() {
  return new Promise((resolve) => { setTimeout(resolve); });
}
