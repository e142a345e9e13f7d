// Reading a page aloud: its main items, one after the other, until a touch.

/** @import {Sounding} from "./speaking.js" */

const most = 24; // lines
const each = 4; // under one heading
const longest = 360; // letters of one line

/**
 * @typedef {object} Reader
 * @property {(line: string) => Promise<Sounding | null>} sentence null: it is not to be had
 * @property {() => void} stop
 */

export class Aloud {
  /** @param {(reading: boolean) => void} reading she began, or she is still */
  constructor(reading) {
    this.reading = reading;
    /** @type {Reader | null} with what she reads just now */
    this.now = null;
  }

  /** Reads lines, and resolves when she is done or was stopped. @param {string[]} lines @param {Reader} reader */
  async read(lines, reader) {
    this.stop();
    this.now = reader;
    this.reading(true);
    for (const line of lines) {
      const sounding = await reader.sentence(line);
      if (this.now !== reader) return;
      await sounding?.play();
      if (this.now !== reader) return;
    }
    this.now = null;
    this.reading(false);
  }

  /** @returns {boolean} whether there was anything to stop */
  stop() {
    const reader = this.now;
    if (!reader) return false;
    this.now = null;
    reader.stop();
    this.reading(false);
    return true;
  }
}

/** @typedef {{heading: boolean, text: string}} Item */

/** What is read of a page: its headings, and the first few lines under each. @param {Item[]} items */
export function mainly(items) {
  /** @type {string[]} */
  const lines = [];
  let under = 0;
  for (const { heading, text } of items) {
    under = heading ? 0 : under + 1;
    const line = text.replace(/\s+/g, " ").trim();
    if (line && under <= each && lines.length < most) lines.push(cut(line));
  }
  return lines;
}

/** The beginning of a long line, up to a word's end. @param {string} line */
function cut(line) {
  return line.length <= longest ? line : line.slice(0, line.lastIndexOf(" ", longest));
}

/** The headings and the lines that stand in a place, without what is said beside them. @param {Element} place @returns {Item[]} */
export function itemsOf(place) {
  return [...place.querySelectorAll("h2, .touch, .particulars, .lead, .choice > p")].filter(shown).map((el) => {
    const text = /** @type {Element} */ (el.cloneNode(true));
    for (const aside of text.querySelectorAll(".meta, code")) aside.remove();
    return { heading: el.tagName === "H2", text: text.textContent ?? "" };
  });
}

/** @param {Element} el */
function shown(el) {
  return !el.closest("[hidden], .opened");
}
