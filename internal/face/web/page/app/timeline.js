// What stands on the thread of our days, newest first: the days, and between them
// chapters, each where it was last lived, and dreams.

/** @import {Chapter, Encounter, Note} from "./facts.js" */

import { daysBetween } from "./dates.js";

/** @typedef {"all" | "story" | "people" | "places" | "letters" | "dreams"} Filter */
/** @typedef {{day: Encounter, later: Encounter | undefined, brief: boolean} | {chapter: Chapter} | {note: Note} | {apart: number} | {beginning: true}} Item */

/** So many days are shown whole when all is shown; the older ones in a line or two. */
const whole = 3;

/** Slots of facts that are places. */
const places = ["home", "lived", "from", "workplace", "workcity"];

/**
 * @param {{days: Encounter[], chapters: Chapter[], notes: Note[]}} life
 * @param {Filter} filter
 * @returns {Item[]} newest first
 */
export function timeline(life, filter) {
  const days = shown(newest(life.days, (d) => d.since), filter);
  const chapters = newest(life.chapters, (c) => c.until).filter((c) => filter === "all" || filter === "story" || (filter === "people" && c.sort === "person"));
  const notes = newest(life.notes, (n) => n.at).filter(() => filter === "all" || filter === "dreams");
  /** @type {Item[]} */
  const items = [];
  const since = (/** @type {number} */ at) => {
    while (chapters[0] && Date.parse(chapters[0].until) >= at) items.push({ chapter: /** @type {Chapter} */ (chapters.shift()) });
    while (notes[0] && Date.parse(notes[0].at) >= at) items.push({ note: /** @type {Note} */ (notes.shift()) });
  };
  days.forEach((day, n) => {
    since(Date.parse(day.since));
    items.push({ day, later: days[n - 1], brief: filter === "all" && n >= whole });
    const apart = filter === "all" && days[n + 1] ? daysBetween(new Date(days[n + 1].until), new Date(day.since)) - 1 : 0;
    if (apart > 0) items.push({ apart });
  });
  since(-Infinity);
  if (filter === "all") items.push({ beginning: true });
  return items;
}

/** The days that a filter lets through. @param {Encounter[]} days @param {Filter} filter */
function shown(days, filter) {
  switch (filter) {
    case "all":
      return days;
    case "people":
      return days.filter((d) => d.learned?.some((l) => l.of !== "person"));
    case "places":
      return days.filter((d) => d.learned?.some((l) => places.includes(l.slot)));
  }
  return [];
}

/** @template T @param {T[]} list @param {(t: T) => string} at */
function newest(list, at) {
  return [...list].sort((a, b) => Date.parse(at(b)) - Date.parse(at(a)));
}
