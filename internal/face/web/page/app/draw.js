// Elements of a drawing.

const svg = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string | number>} props @param {...Element} children */
export function make(tag, props, ...children) {
  const el = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(props)) el.setAttribute(name, String(value));
  el.append(...children);
  return el;
}

/** A small picture that takes the width it is given; the words beside it say all of it. @param {number} width @param {number} height @param {...Element} children */
export function small(width, height, ...children) {
  const edge = 6;
  return make("svg", { class: "small", "aria-hidden": "true", viewBox: `${-edge} ${-edge} ${width + 2 * edge} ${height + 2 * edge}` }, ...children);
}
