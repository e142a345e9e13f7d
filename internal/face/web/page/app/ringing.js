// What rings: three soft notes, her words on a sheet, and two ways to answer.
// Whatever is touched is said to her as any other word of the person's.

/** @import {App} from "./app.js" */
/** @import {Caption} from "./talk.js" */

import { action, h } from "./dom.js";
import { ringing as words } from "./words.js";

/** Milliseconds after it began to ring in which a key was still meant for a sentence. */
const typing = 800;

/** What a key says to what rings, or "". @param {string} key @param {number} since milliseconds it has rung */
export function meant(key, since) {
  if (since < typing) return "";
  return /** @type {Record<string, string>} */ ({ d: words.done, s: words.snooze })[key.toLowerCase()] ?? "";
}

/** The notes: when they begin, in seconds, and how high they are, in hertz. */
export const notes = [[0, 523.25], [0.22, 659.25], [0.44, 783.99], [1.4, 523.25], [1.62, 659.25], [1.84, 783.99]];

export class Ringing {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.began = 0; // 0: nothing rings
  }

  /** @param {Caption} c what she says with it */
  ring(c) {
    this.began = performance.now();
    chime();
    const { sheet } = this.app.face;
    const acts = [words.done, words.snooze].map((word) => action(word, () => this.say(word)));
    sheet.show(c.clauses.join(" "), h("p", { class: "lead" }, words.keys), h("div", { class: "acts" }, ...acts));
  }

  /** Something was said, here or elsewhere: it was heard. */
  stop() {
    if (this.began) this.app.face.sheet.close();
    this.began = 0;
  }

  /** @param {string} key @returns {boolean} whether it was for what rings */
  key(key) {
    if (!this.began || !this.app.face.sheet.open || key.length !== 1 || key === " ") return false;
    const word = meant(key, performance.now() - this.began);
    if (word) this.say(word);
    return word !== "" || performance.now() - this.began < typing;
  }

  /** @private @param {string} word */
  say(word) {
    this.stop();
    this.app.say(word, "typed");
  }
}

/** Soft notes; where the page was never touched the browser keeps them silent. */
function chime() {
  const c = new AudioContext();
  for (const [at, pitch] of notes) {
    const note = c.createOscillator();
    const loud = c.createGain();
    note.type = "sine";
    note.frequency.value = pitch;
    loud.gain.setValueAtTime(0, c.currentTime + at);
    loud.gain.linearRampToValueAtTime(0.25, c.currentTime + at + 0.02);
    loud.gain.exponentialRampToValueAtTime(0.001, c.currentTime + at + 0.7);
    note.connect(loud).connect(c.destination);
    note.start(c.currentTime + at);
    note.stop(c.currentTime + at + 0.75);
  }
  setTimeout(() => c.close(), 4000);
}
