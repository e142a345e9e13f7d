// How long words take when they make no sound: the pace at which they are
// shown, and the pauses between clauses that are spoken.

/** @import {Manner} from "./wire.js" */

const perWord = 150; // milliseconds; a quick reader's pace
const perClause = 260;

/**
 * Milliseconds a clause stands before the next one comes.
 * @param {string} clause @param {Manner} manner
 */
export function reading(clause, manner) {
  const words = clause.split(/\s+/).filter(Boolean).length;
  return ((perClause + perWord * words) / tempo(manner)) + after(clause, manner);
}

/**
 * Milliseconds of silence after a clause that was spoken.
 * @param {string} clause @param {Manner} manner
 */
export function after(clause, manner) {
  const end = clause.trimEnd().slice(-1);
  const rest = end === "," || end === ";" ? 60 : /[.?!…—]/.test(end) ? 220 : 20;
  return rest / tempo(manner);
}

/** 0.8 slow .. 1.25 quick. @param {Manner} manner */
export function tempo(manner) {
  return Math.pow(1.25, Math.max(-1, Math.min(1, manner.pace ?? 0)));
}
