// Her mood as three strands of the line that run down from now: to the right
// where she was brighter, apart where she was stirred, with a bead for each of
// the few things that moved her most. Only what is to be drawn is found here.

/** @import {Felt, Feelings} from "./facts.js" */

/** @typedef {{felt: Felt, at: string, moment: number}} Cause moment: of the past, from 0, the oldest */
/** @typedef {{x: number, y: number, wide: number}} Spot wide: half of what the strands take */

const glad = new Set([
  "joy", "happy-for", "hope", "satisfaction", "relief", "pride", "gratification", "gratitude", "love", "liking", "admiration", "gloating",
]);

/** Whether it made her brighter. @param {string} emotion */
export function brightens(emotion) {
  return glad.has(emotion);
}

/**
 * What moved her most, each kind of it once, the newest first.
 * @param {Feelings["past"]} past oldest first @param {number} most
 * @returns {Cause[]}
 */
export function strongest(past, most) {
  /** @type {Map<string, Cause>} */
  const kinds = new Map();
  for (const [moment, m] of past.entries()) {
    for (const felt of m.felt ?? []) {
      const kind = `${felt.emotion} ${felt.because}`;
      if ((kinds.get(kind)?.felt.intensity ?? 0) <= felt.intensity) kinds.set(kind, { felt, at: felt.at ?? m.at, moment });
    }
  }
  const chosen = [...kinds.values()].sort((a, b) => b.felt.intensity - a.felt.intensity).slice(0, most);
  return chosen.sort((a, b) => b.moment - a.moment);
}

/**
 * Where each moment is, the newest first. Those that are told in words are as
 * high as their words; the others are spread between.
 * @param {Feelings["past"]} past oldest first
 * @param {{moment: number, y: number}[]} told newest first, from above down
 * @param {{width: number, height: number}} room
 * @returns {Spot[]}
 */
export function spots(past, told, { width, height }) {
  const last = past.length - 1;
  const marks = [{ moment: last, y: 0 }, ...told, { moment: 0, y: height }];
  const bright = scale(past.map((m) => m.mood.p), 0.12);
  const stirred = scale(past.map((m) => m.mood.a), 0.1);
  return past.map((_, n) => ({
    x: width * (0.5 + 0.31 * bright(past[n].mood.p)),
    y: heightOf(n, marks),
    wide: width * (0.085 + 0.06 * stirred(past[n].mood.a)),
  })).reverse();
}

/** How high a moment is between the marks around it. @param {number} n @param {{moment: number, y: number}[]} marks */
function heightOf(n, marks) {
  const own = marks.slice(1, -1).filter((m) => m.moment === n);
  if (own.length) return own.reduce((sum, m) => sum + m.y, 0) / own.length;
  const below = marks.findIndex((m, k) => k > 0 && m.moment <= n);
  const [from, to] = [marks[below - 1], marks[below]];
  const share = from.moment === to.moment ? 0 : (from.moment - n) / (from.moment - to.moment);
  return from.y + share * (to.y - from.y);
}

/** From -1 to 1 around what is usual; small differences stay small. @param {number[]} values @param {number} least @returns {(v: number) => number} */
function scale(values, least) {
  const usual = values.reduce((a, b) => a + b, 0) / (values.length || 1);
  const far = Math.max(least, ...values.map((v) => Math.abs(v - usual)));
  return (v) => (v - usual) / far;
}

/** Where the middle is at a height, and how wide. @param {Spot[]} run from above down @param {number} y @returns {Spot} */
export function at(run, y) {
  const k = run.findIndex((s) => s.y >= y);
  if (k <= 0) return { ...(k < 0 ? run[run.length - 1] : run[0]), y };
  const [a, b] = [run[k - 1], run[k]];
  const s = b.y === a.y ? 1 : (y - a.y) / (b.y - a.y);
  const soft = s * s * (3 - 2 * s);
  return { x: a.x + (b.x - a.x) * soft, y, wide: a.wide + (b.wide - a.wide) * soft };
}

/** The strands come together at both ends. @param {number} y @param {number} height */
function gathered(y, height) {
  return Math.sqrt(Math.max(0, Math.min(1, y / 40, (height - y) / 40)));
}

/** One of the three strands, as a path. @param {Spot[]} run @param {number} k @param {number} height */
export function strand(run, k, height) {
  let d = "";
  for (let y = 0; y <= height; y += 5) {
    const { x, wide } = at(run, y);
    const out = wide * gathered(y, height);
    d += `${d ? "L" : "M"}${(x + out * Math.sin(y / 38 + k * 2.09 + 0.4 * Math.sin(y / 71))).toFixed(1)} ${y}`;
  }
  return d;
}

/** All that the strands could touch, as a path. @param {Spot[]} run @param {number} height */
export function wash(run, height) {
  const left = [];
  const right = [];
  for (let y = 0; y <= height; y += 8) {
    const { x, wide } = at(run, y);
    const out = wide * 1.1 * gathered(y, height);
    left.push(`${(x - out).toFixed(1)} ${y}`);
    right.push(`${(x + out).toFixed(1)} ${y}`);
  }
  return `M${[...left, ...right.reverse()].join("L")}Z`;
}
