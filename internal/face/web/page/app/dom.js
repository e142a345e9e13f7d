// A few lines instead of a framework: elements are made by hand, from text,
// never from markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with its properties, listeners ("on...") and children.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, unknown>} [props] @param {...Child} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith("on")) el.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (typeof value === "boolean") el.toggleAttribute(name, value);
    else if (value !== undefined) el.setAttribute(name, String(value));
  }
  el.append(...real(children));
  return el;
}

/** Puts these in the place of all that is there. @param {Element} parent @param {...Child} children */
export function fill(parent, ...children) {
  parent.replaceChildren(...real(children));
}

/** A word that does something. @param {string} word @param {(e: MouseEvent) => void} onclick @param {Record<string, unknown>} [props] */
export function action(word, onclick, props = {}) {
  return h("button", { type: "button", class: "word", onclick, ...props }, word);
}

/** Sentences under a question. @param {string[]} sentences */
export function leads(sentences) {
  return sentences.map((s) => h("p", { class: "lead" }, s));
}

/** Brings an element into sight: all of it, or, if it is too long, its beginning. @param {HTMLElement} el @param {HTMLElement} within */
export function bring(el, within) {
  el.scrollIntoView({ block: el.offsetHeight > within.clientHeight * 0.7 ? "start" : "nearest" });
}

/** The element that index.html has under this id. @param {string} id */
export function the(id) {
  const el = document.getElementById(id);
  if (!el) throw new Error(`index.html has no #${id}`);
  return el;
}

/** @param {Child[]} children @returns {(Node | string)[]} */
function real(children) {
  return children.filter((c) => typeof c === "string" ? c !== "" : Boolean(c)).map((c) => c || "");
}
