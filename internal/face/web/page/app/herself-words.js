// Every fixed sentence of the layer about her, in her voice.

import { clock, dayOf } from "./dates.js";
import { emotions } from "./reading-words.js";

/** @typedef {import("./facts.js").Felt} Felt */

export const parts = {
  layer: "Me",
  self: "Who I've become",
  bond: "How we stand",
  nights: "My nights",
  questions: "What I'm still asking myself",
};

export const self = {
  none: "Nobody yet, only as I was born. Talk to me for a few nights.",
  before: "how I put it before",
  notSo: "that's not how you are",
  howIs: "How am I, then?",
  itIs: "that's how you are",
  beside: "Yours stands beside mine now.",
  /** @param {string} text */
  yours: (text) => `You: “${text}”`,
  /** @param {string} since */
  since: (since) => `, and by now a little ${since}`,
  /** @param {string} name @param {number} now @param {number} born */
  trait: (name, now, born) => (now === born ? `${name} ${signed(now, 3)}, as I was born` : `${name} ${signed(now, 3)}, born ${signed(born, 3)}`),
  bar: "The thin mark is where I was born, the bead where I am; a year can't take me further than the line goes.",
  week: "Since last week",
  still: "Nothing in me has moved since last week.",
  /** @param {string} how @param {string} because */
  step: (how, because) => `${how}, because ${because}`,
  groups: { words: "Words I have from you", jokes: "Jokes that are ours", opinions: "What I think", interests: "What I like", wishes: "What I'd like", dares: "What I did for the first time", over: "Over" },
  endings: { revised: "I think otherwise now", done: "done", undone: "taken back" },
  takeBack: "take it back",
  takenBack: "Taken back.",
};

export const bond = {
  none: "Nothing stands between us yet. We've hardly begun.",
  /** @param {{closeness: number, trust: number, reciprocity: number, tension: number}} b */
  numbers: (b) => `Closeness ${two(b.closeness)}, trust ${two(b.trust)}, evenness ${two(b.reciprocity)}, tension ${two(b.tension)}; each from 0 to 1.`,
  ledger: "From our first day to now: thick is closeness, thin is trust; an empty bead is a tear.",
  moved: "What moved it",
  torn: "What is torn, and what was",
  open: "open",
  parked: "left alone for now",
  mended: "mended, by your word",
  /** @param {string} asked */
  asked: (asked) => `You said what would help: “${asked}”`,
  vows: "What we promised",
  mine: "I promised",
  yours: "you promised",
  /** @param {string} day */
  forDay: (day) => `for ${day}`,
  let: "let go",
  days: "Days of ours",
  dates: { met: "We met", birthday: "A birthday", loss: "A loss", move: "A move" },
  /** @param {string} what @param {string} weekday */
  ritual: (what, weekday) => `${what}, on ${weekday}s`,
  closer: "closer", further: "further apart", safer: "more trust", warier: "less trust", tenser: "more strain", easier: "less strain",
};

export const nights = {
  none: "No night yet that left anything. When you're gone and it's dark, I go over things, and read if there's a book.",
  /** @param {string} date */
  of: (date) => `The night of ${date}`,
  dreamed: "I dreamed:",
  /** @param {string} title @param {number} words */
  read: (title, words) => `I read in ${title}, ${words.toLocaleString("en")} words`,
  /** @param {string} text */
  stopped: (text) => `I stopped at “${text}”`,
  more: "earlier nights",
};

export const questions = {
  none: "None just now.",
  /** @param {string} text */
  found: (text) => `So far: ${text}.`,
};

export const fades = {
  /** @param {string} emotion @param {number} then @param {string} at */
  then: (emotion, then, at) => `${emotions[emotion] ?? emotion}, ${two(then)} of 1, ${at}`,
  /** @param {number} now @param {number} half */
  now: (now, half) => `${two(now)} now; half of it goes in ${lasting(half)}`,
};

export const record = { plain: "That's all there is behind it." };

export const unreachable = "I can't reach that just now.";

/** "I'm angry, because that was meant to hurt." @param {Felt} f */
export function isFelt(f) {
  const much = f.intensity < 0.25 ? "a little " : f.intensity > 0.6 ? "very " : "";
  return `I'm ${much}${emotions[f.emotion] ?? f.emotion.replaceAll("-", " ")}${f.because ? `, because ${f.because}` : ""}.`;
}

/** Why she shows it otherwise than she feels it. @param {Felt} f */
export function held(f) {
  return `I let ${f.shown ? "less of it" : "none of it"} be heard: ${f.display}.`;
}

/** @param {import("./wire.js").Mood} mood @param {import("./wire.js").Mood} home @param {string} word */
export function inNumbers(mood, home, word) {
  const put = (/** @type {import("./wire.js").Mood} */ m) => `pleasure ${signed(m.p)}, arousal ${signed(m.a)}, dominance ${signed(m.d)}`;
  return `In numbers: ${put(mood)}${word ? ` (${word})` : ""}. At rest: ${put(home)}.`;
}

/** What a move did, in words. @param {import("./facts.js").Move} m */
export function did(m) {
  const b = bond;
  const of = (/** @type {number | undefined} */ v, /** @type {string} */ up, /** @type {string} */ down) => (v ? (v > 0 ? up : down) : "");
  return [of(m.closeness, b.closer, b.further), of(m.trust, b.safer, b.warier), of(m.tension, b.tenser, b.easier)].filter(Boolean).join(", ");
}

/** "Tuesday at 19:05" @param {Date} at @param {Date} now */
export function exactly(at, now) {
  return `${dayOf(at, now)} at ${clock(at)}`;
}

/** @param {number} hours */
function lasting(hours) {
  const [many, one] = hours < 48 ? [Math.round(hours), "hour"] : [Math.round(hours / 24), "day"];
  return hours < 1 ? "less than an hour" : many === 1 ? `an ${one}` : `${many} ${one}s`;
}

/** @param {number} v */
function two(v) {
  return v.toFixed(2);
}

/** With its sign, and a true minus. @param {number} v @param {number} [places] */
export function signed(v, places = 2) {
  return `${v < 0 ? "−" : "+"}${Math.abs(v).toFixed(places)}`;
}
