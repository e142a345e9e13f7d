// Finding what was said by parts of its words, as it is typed. Capitals and
// accents make no difference; each word of the query has to be somewhere.

/** @import {Memory} from "./talk.js" */

/** @param {string} query */
function words(query) {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** @param {string} text */
function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether all words of the query are in it, as parts. @param {string} text @param {string} query */
export function has(text, query) {
  const folded = fold(text);
  return words(query).every((w) => folded.includes(w));
}

/**
 * What is shown for a query: what has its letters, newest first, and then what
 * she remembers by it, which may have other words.
 * @param {string} query @param {Memory[]} all oldest first @param {Memory[]} recalled best first
 */
export function found(query, all, recalled) {
  const literal = all.filter((m) => has(m.text, query)).reverse();
  const there = new Set(literal.map((m) => m.id));
  return [...literal, ...recalled.filter((m) => !there.has(m.id))];
}

/**
 * A text cut where the query's words stand in it.
 * @param {string} text @param {string} query
 * @returns {{text: string, hit: boolean}[]}
 */
export function cut(text, query) {
  const marked = marks(text, words(query));
  /** @type {{text: string, hit: boolean}[]} */
  const pieces = [];
  for (const [n, letter] of [...text].entries()) {
    const last = pieces.at(-1);
    if (last?.hit === marked[n]) last.text += letter;
    else pieces.push({ text: letter, hit: marked[n] });
  }
  return pieces;
}

/** Which letters are found. Folding may make one letter two, so each remembers where it came from. @param {string} text @param {string[]} sought */
function marks(text, sought) {
  const letters = [...text];
  const from = letters.flatMap((l, n) => [...fold(l)].map(() => n));
  const folded = letters.map(fold).join("");
  const hit = letters.map(() => false);
  for (const word of sought) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const start = [...folded.slice(0, at)].length;
      for (let n = 0; n < [...word].length; n++) hit[from[start + n]] = true;
    }
  }
  return hit;
}
