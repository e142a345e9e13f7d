// The record behind a sentence: line by line what was heard, felt, shown and
// meant, with its numbers, and how a feeling fades, drawn.

/** @import {Why} from "./facts.js" */
/** @import {Fading} from "./fade.js" */

import { when } from "./dates.js";
import { h } from "./dom.js";
import { make, small } from "./draw.js";
import { fade, fading } from "./fade.js";
import { fades, record as words } from "./herself-words.js";

/** What a line is, by its kind. @type {Record<string, string>} */
const kinds = {
  heard: "you said",
  act: "I took it as",
  reading: "how you seemed",
  care: "concern",
  fact: "I kept",
  felt: "I felt",
  shown: "I showed",
  recalled: "came to mind",
  mood: "my mood then",
  intent: "I meant to",
  guard: "I held back",
  said: "I said",
  lines: "words from",
  from: "from",
  correction: "you put right",
  telling: "I told it",
  dream: "a night made",
  name: "my name",
  bond: "between us",
  repair: "to mend it",
  wonder: "I wondered",
  question: "what I ask",
  step: "a step",
  trait: "in me",
  moved: "in me",
  word: "your word",
  joke: "our joke",
  interest: "I like",
  opinion: "I think",
  wish: "I'd like",
  dare: "I dared",
  portrait: "I said of myself",
  night: "a night",
  softened: "softer since",
  thought: "a thought",
  book: "on my shelf",
  read: "I read",
  struck: "it struck me",
  off: "I was off",
  person: "who it is",
  avoided: "I left alone",
  choice: "you chose",
  concern: "concern",
};

/** @param {Why["record"]} lines */
export function recordOf(lines) {
  if (lines.length === 0) return h("p", { class: "because" }, words.plain);
  const list = h("dl", { class: "record" });
  let last = "";
  for (const line of lines) {
    const kind = kinds[line.kind] ?? line.kind;
    list.append(h("dt", {}, kind === last ? "" : kind), h("dd", {}, ...saying(line)));
    last = kind;
  }
  return list;
}

/** @param {Why["record"][number]} line */
function saying({ kind, text }) {
  const f = kind === "felt" ? fading(text) : null;
  return f ? feeling(f) : [text];
}

/** A feeling then and now, how it fades, and what else its line says. @param {Fading} f */
function feeling(f) {
  const now = new Date();
  const hours = Math.max(0, (now.getTime() - f.at.getTime()) / 3_600_000);
  const { d, x, y } = fade(f, hours, size);
  return [
    fades.then(f.emotion, f.then, when(f.at, now)),
    small(size.width, size.height, make("path", { class: "ground", d: `M0 ${size.height}H${size.width}` }), make("path", { class: "lead", d }), make("circle", { class: "bead", cx: x, cy: y, r: 4.5 })),
    h("small", {}, fades.now(f.now, f.half)),
    ...f.rest.map((part) => h("small", {}, part)),
  ];
}

const size = { width: 260, height: 40 };
