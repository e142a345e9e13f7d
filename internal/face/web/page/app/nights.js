// Her nights, newest first: what she dreamed, what she read, and the sentence
// she stopped at, each on its night.

/** @import {Book, Dream} from "./facts.js" */

/** @typedef {{date: string, dreams: Dream[], reads: {id: string, title: string, words: number}[], stops: {id: string, text: string}[]}} Night date: of its evening */

/** @param {Dream[]} dreams of both sides @param {Book[]} shelf @returns {Night[]} */
export function nightsOf(dreams, shelf) {
  /** @type {Map<string, Night>} */
  const nights = new Map();
  const night = (/** @type {string} */ date) => {
    const known = nights.get(date) ?? { date, dreams: [], reads: [], stops: [] };
    nights.set(date, known);
    return known;
  };
  for (const d of dreams) if (d.whose === "herself") night(eveningOf(new Date(d.at))).dreams.push(d);
  for (const b of shelf) {
    for (const n of b.nights ?? []) night(n.date).reads.push({ id: n.id, title: b.title, words: n.words });
    for (const s of b.stops ?? []) night(s.night).stops.push(s);
  }
  return [...nights.values()].sort((a, b) => b.date.localeCompare(a.date));
}

/** The date of the evening that a moment of a night belongs to. @param {Date} at */
export function eveningOf(at) {
  const evening = new Date(at.getFullYear(), at.getMonth(), at.getDate() - (at.getHours() < 15 ? 1 : 0));
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${evening.getFullYear()}-${two(evening.getMonth() + 1)}-${two(evening.getDate())}`;
}
