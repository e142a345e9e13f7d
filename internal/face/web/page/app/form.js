// The form of the line: one closed curve that runs three times round a ring and
// crosses itself like a trefoil, so that one line looks like three strands.
// Here is only where its points are; line.js draws them.

/** @import {State} from "./state.js" */
/** @import {Mood} from "./wire.js" */

export const rounds = 3;
export const steps = 420; // points along the whole curve

/**
 * @typedef {object} Form what the curve is like; every number moves softly
 * @property {number} size of the ring; 1 is at rest
 * @property {number} braid how far the strands stand apart, in radii
 * @property {number} twist 0 a ring, 1 a helix wound round it
 * @property {number} loose how much it wavers
 * @property {number} tempo of all that moves
 * @property {number} lean 0..1: towards the person
 * @property {number} gap 0..1: the ring stands open
 * @property {number} dot 0..1: all of it drawn into one point
 * @property {number} ink 0..1: how dark the stroke is
 */

/** @type {Form} */
const rest = { size: 1, braid: 0.15, twist: 0, loose: 0.028, tempo: 1, lean: 0, gap: 0, dot: 0, ink: 1 };

/** @type {Record<State, Partial<Form>>} */
const forms = {
  here: {},
  reaching: { ink: 0.7, tempo: 0.7 },
  quiet: { lean: 1, tempo: 0.35, loose: 0.014, braid: 0.11 },
  listening: { lean: 0.55, size: 1.05, braid: 0.12, loose: 0.02, tempo: 1.25 },
  thinking: { twist: 1, size: 0.93, braid: 0.2, tempo: 2.6 },
  speaking: { braid: 0.17, tempo: 1.5, loose: 0.034 },
  muted: { dot: 1, braid: 0.02, tempo: 0.6 },
  offline: { gap: 1, ink: 0.72, tempo: 0.3, loose: 0.05 },
  asleep: { gap: 0.5, ink: 0.55, tempo: 0.25, loose: 0.05, size: 0.96 },
  stranger: { gap: 1, ink: 0.72, tempo: 0.3, loose: 0.05 },
};

/**
 * The form that a state tends to, with the mood in its tempo and looseness.
 * @param {State} state @param {Mood} mood @returns {Form}
 */
export function target(state, mood) {
  const f = { ...rest, ...forms[state] };
  f.tempo *= 1 + 0.3 * mood.a;
  f.loose *= 1 + 0.5 * mood.a - 0.25 * mood.d;
  f.braid *= 1 + 0.12 * mood.p;
  return f;
}

/** Moves a form towards another; the share is 0 none .. 1 all the way. @param {Form} f @param {Form} to @param {number} share */
export function ease(f, to, share) {
  for (const name of /** @type {(keyof Form)[]} */ (Object.keys(f))) f[name] += (to[name] - f[name]) * share;
}

/** @typedef {{x: number, y: number, z: number, width: number}} Point z: 1 nearest, -1 farthest; width 0..1 */

/**
 * The point at a step of the curve, in radii of the ring from its middle.
 * @param {Form} f
 * @param {number} step 0..steps
 * @param {number} t seconds of her own time
 * @param {(delay: number) => number} level loudness 0..1, so many seconds ago
 * @returns {Point}
 */
export function point(f, step, t, level) {
  const a = (step / steps) * rounds * 2 * Math.PI; // along the curve
  const slow = (a * 4) / 3 + t * 0.23; // four turns in three rounds
  const wound = (a * 13) / 3 - t * 0.9; // thirteen: the helix
  const across = mix(Math.cos(slow), Math.cos(wound), f.twist);
  const near = mix(Math.sin(slow), Math.sin(wound), f.twist);
  const waver = f.loose * (Math.sin((a * 4) / 3 + t * 0.61) + 0.6 * Math.sin((a * 7) / 3 - t * 0.37));
  const sound = level(travel(a)) * (0.11 * Math.sin((a * 11) / 3 + t * 3.1) + 0.07 * Math.sin((a * 17) / 3 - t * 4.3));
  const breath = 0.022 * Math.sin(t * 0.95);
  const r = f.size * (1 + f.braid * across + waver + sound + breath) * (1 - f.dot);
  const tilt = 0.16 * f.lean;
  const y = Math.sin(a) * r;
  const closer = 1 + tilt * y; // what leans in is larger below
  return {
    x: Math.cos(a) * r * closer,
    y: y * (1 - tilt) * closer + 0.1 * f.lean,
    z: near,
    width: open(f, a),
  };
}

/** Sound runs along the line from its lowest point up both sides, in seconds. @param {number} a */
function travel(a) {
  const off = Math.abs(turn(a - Math.PI / 2));
  return (off / Math.PI) * 0.28;
}

/** 0 in the gap, 1 outside, thinning towards its ends. @param {Form} f @param {number} a */
function open(f, a) {
  if (f.gap < 0.01) return 1;
  const from = Math.abs(turn(a + Math.PI / 3)) - 0.42 * f.gap;
  return Math.max(0, Math.min(1, from / 0.22));
}

/** An angle between -π and π. @param {number} a */
function turn(a) {
  return Math.atan2(Math.sin(a), Math.cos(a));
}

/** @param {number} a @param {number} b @param {number} share */
function mix(a, b, share) {
  return a + (b - a) * share;
}
