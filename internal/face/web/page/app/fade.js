// Small pictures of what moved in her: how a feeling fades, where a trait has
// gone since birth, how the two came to stand. Only what is to be drawn is found
// here; the words beside a picture say all of it.

/** @import {Bond} from "./facts.js" */

/** @typedef {{width: number, height: number}} Room */

/**
 * What the record of a feeling says, part by part, and of it what can be drawn.
 * @typedef {{emotion: string, then: number, at: Date, half: number, now: number, rest: string[]}} Fading half: hours
 */

const then = /^([a-z-]+) (\d\.\d+) at (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC$/;

/** The line of a record as numbers; null, if it is of another shape. @param {string} text @returns {Fading | null} */
export function fading(text) {
  const parts = text.split("; ");
  const felt = parts.map((p) => then.exec(p)).find(Boolean);
  const half = number(parts, /^half-life (\d+\.\d+) h$/);
  const now = number(parts, /^now (\d\.\d+)$/);
  if (!felt || !half || now === null) return null;
  const rest = parts.filter((p) => !then.test(p) && !/^(half-life|now) \d/.test(p));
  return { emotion: felt[1], then: Number(felt[2]), at: new Date(`${felt[3]}T${felt[4]}:00Z`), half, now, rest };
}

/** @param {string[]} parts @param {RegExp} of */
function number(parts, of) {
  const found = parts.map((p) => of.exec(p)).find(Boolean);
  return found ? Number(found[1]) : null;
}

/**
 * How it fades, from when it arose: the line, and where on it is now. What she
 * goes by now may lie beneath the line, for a night softens, too.
 * @param {{then: number, half: number, now: number}} f @param {number} hours since it arose @param {Room} room
 */
export function fade(f, hours, { width, height }) {
  const long = Math.max(4 * f.half, 1.1 * hours);
  const at = (/** @type {number} */ h) => height * (1 - 2 ** (-h / f.half));
  const d = Array.from({ length: 49 }, (_, n) => `${n ? "L" : "M"}${round((width * n) / 48)} ${round(at((long * n) / 48))}`).join("");
  const left = f.then > 0 ? Math.min(1, f.now / f.then) : 0;
  return { d, x: round((width * Math.min(hours, long)) / long), y: round(height * (1 - left)) };
}

/**
 * A trait between the furthest it may go in a year: where it was born, the
 * middle, and where it is.
 * @param {{now: number, born: number, most: number}} t @param {number} width
 */
export function gone(t, width) {
  const share = Math.max(-1, Math.min(1, (t.now - t.born) / (t.most || 1)));
  return { born: width / 2, now: round((width / 2) * (1 + share)) };
}

/**
 * How the two came to stand, from their first move to now: closeness and trust
 * after each move, reckoned back from what they are.
 * @param {Bond} bond @param {Room} room
 */
export function ledger(bond, { width, height }) {
  const { moves } = bond;
  const first = Date.parse(moves[0]?.at ?? "");
  const span = Date.parse(moves.at(-1)?.at ?? "") - first || 1;
  const xs = moves.map((m) => round((width * (Date.parse(m.at) - first)) / span));
  const strand = (/** @type {"closeness" | "trust"} */ what) => {
    let value = bond[what];
    const ys = moves.map((_, n) => n).reverse().map((n) => {
      const y = height * (1 - Math.max(0, Math.min(1, value)));
      value -= moves[n][what] ?? 0;
      return round(y);
    }).reverse();
    return ys;
  };
  const close = strand("closeness"), trust = strand("trust");
  const line = (/** @type {number[]} */ ys) => ys.map((y, n) => `${n ? "L" : "M"}${xs[n]} ${y}`).join("");
  const torn = moves.flatMap((m, n) => (m.rupture ? [{ x: xs[n], y: close[n] }] : []));
  return { close: line(close), trust: line(trust), torn };
}

/** @param {number} v */
function round(v) {
  return Math.round(v * 10) / 10;
}
