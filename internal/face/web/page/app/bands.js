// Her mood as a picture: how bright she was as a soft band, how stirred as a
// dotted line, and a dot for each thing that did it. Only the drawing is here.

/** @import {Felt, Feelings} from "./facts.js" */

const svg = "http://www.w3.org/2000/svg";
const wide = 560;
const high = 146;
const side = 4;
const beside = 62; // for the names, at the right
const foot = 22;

/** @typedef {{x: number, y: number, felt: Felt, at: string}} Dot */

/**
 * @param {Feelings["past"]} past oldest first
 * @param {{bright: string, stirred: string, then: string, now: string, label: string}} words
 * @returns {{drawing: SVGSVGElement, dots: Dot[], mark: (n: number) => void}}
 */
export function bands(past, words) {
  const drawing = /** @type {SVGSVGElement} */ (make("svg", { viewBox: `0 0 ${wide} ${high}`, role: "img", "aria-label": words.label }));
  const x = (/** @type {number} */ n) => (past.length < 2 ? wide / 2 : side + (n / (past.length - 1)) * (wide - side - beside));
  const y = (/** @type {number} */ v) => (1 - v) * 0.5 * (high - foot - 24) + 12;
  const bright = past.map((m, n) => [x(n), y(m.mood.p)]);
  const stirred = past.map((m, n) => [x(n), y(m.mood.a)]);
  drawing.append(
    make("line", { class: "axis", x1: side, x2: wide - beside, y1: y(0), y2: y(0) }),
    make("path", { class: "bright", d: band(bright) }),
    make("path", { class: "stirred", d: soft(stirred) }),
    text(words.then, side, high - 4, "start"), text(words.now, wide - beside, high - 4, "end"),
    ...names(bright, stirred, words),
  );
  const dots = past.flatMap((m, n) => m.felt.map((felt, k) => ({ x: x(n), y: y(m.mood.p) - 10 - k * 13, felt, at: m.at })));
  const drawn = dots.map((d) => make("circle", { class: "dot", cx: d.x, cy: d.y, r: 3.5 + 5 * Math.sqrt(d.felt.intensity) }));
  drawing.append(...drawn);
  const mark = (/** @type {number} */ at) => drawn.forEach((d, n) => d.classList.toggle("at", n === at));
  return { drawing, dots, mark };
}

/** The dot nearest to a touch. @param {SVGSVGElement} drawing @param {Dot[]} dots @param {MouseEvent} e */
export function nearest(drawing, dots, e) {
  const box = drawing.getBoundingClientRect();
  const scale = wide / box.width;
  const at = { x: (e.clientX - box.left) * scale, y: (e.clientY - box.top) * scale };
  const far = dots.map((d) => Math.hypot(d.x - at.x, d.y - at.y));
  return far.indexOf(Math.min(...far));
}

/** The names of the two, where they end, apart from each other. @param {number[][]} bright @param {number[][]} stirred @param {{bright: string, stirred: string}} words */
function names(bright, stirred, words) {
  const b = (bright.at(-1)?.[1] ?? 40) + 4;
  const s = (stirred.at(-1)?.[1] ?? 80) + 4;
  const apart = Math.max(0, 16 - Math.abs(b - s)) / 2;
  const up = b <= s ? apart : -apart;
  return [text(words.bright, wide - beside + 10, b - up, "start"), text(words.stirred, wide - beside + 10, s + up, "start")];
}

/** A band along the points, thin at both ends. @param {number[][]} points */
function band(points) {
  if (points.length === 0) return "";
  const [x, y] = points[0];
  if (points.length === 1) return `M${x - 30} ${y}q30 -14 60 0q-30 14 -60 0`;
  const above = points.map(([px, py]) => [px, py - 8]);
  const below = points.map(([px, py]) => [px, py + 8]).reverse();
  return `${soft(above)}L${soft(below).slice(1)}Z`;
}

/** A soft curve through the points. @param {number[][]} points */
function soft(points) {
  return points
    .map(([x, y], n) => {
      if (n === 0) return `M${x.toFixed(1)} ${y.toFixed(1)}`;
      const [px, py] = points[n - 1];
      const half = ((px + x) / 2).toFixed(1);
      return `C${half} ${py.toFixed(1)} ${half} ${y.toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}

/** @param {string} words @param {number} x @param {number} y @param {string} anchor */
function text(words, x, y, anchor) {
  const t = make("text", { x, y, "text-anchor": anchor });
  t.textContent = words;
  return t;
}

/** @param {string} tag @param {Record<string, string | number>} props */
function make(tag, props) {
  const el = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(props)) el.setAttribute(name, String(value));
  return el;
}
