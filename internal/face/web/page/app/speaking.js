// How an answer comes out: clause by clause, in the order they were given,
// shown as each begins to sound, or at a reader's pace where nothing sounds.

/** @import {Caption} from "./talk.js" */

import { after, reading } from "./pace.js";

const late = 900; // milliseconds a slow voice may keep her words back

/** Something that is ready to be heard; `rests` has its pause in it. @typedef {{play: () => Promise<void>, rests?: boolean}} Sounding */

/**
 * @typedef {object} Mouth
 * @property {(c: Caption, n: number) => Promise<Sounding | null>} clause the n-th, from 1; null: not to be had
 * @property {(name: string) => Promise<Sounding | null>} sound one of her own that is no word
 * @property {() => void} stop silence, within 60 ms
 * @property {() => number} level loudness now, 0..1
 * @property {string} elsewhere the name of a voice that is made elsewhere, or ""
 */

/**
 * @typedef {object} Listener
 * @property {(c: Caption) => void} shown another clause is to be seen
 * @property {(c: Caption, mouth: Mouth) => void} sounds the first of its clauses is about to sound
 * @property {(c: Caption) => void} ended
 * @property {(c: Caption, spoken: number) => void} cut so many clauses were heard whole
 * @property {(speaking: boolean) => void} speaking she began, or she is still
 */

export class Speaking {
  /**
   * @param {Listener} to
   * @param {(ms: number) => Promise<void>} wait
   * @param {() => Promise<void>} slow resolves when a voice has kept her words back long enough
   */
  constructor(to, wait, slow = () => wait(late)) {
    this.slow = slow;
    this.to = to;
    this.wait = wait;
    /** @type {{caption: Caption, mouth: Mouth | null}[]} */
    this.queue = [];
    /** @type {{caption: Caption, mouth: Mouth | null, whole: number, again: boolean} | null} */
    this.now = null;
    /** @private @type {() => void} */
    this.wake = () => {};
  }

  /** More of an answer is there, or its end; one that came out already is shown as it grows. @param {Caption} caption */
  grew(caption) {
    if (this.now?.caption === caption || this.queue.some((turn) => turn.caption === caption)) return this.wake();
    if (caption.cut || caption.shown === 0 || caption.shown === caption.clauses.length) return;
    caption.shown = caption.clauses.length;
    this.to.shown(caption);
  }

  /** Lets an answer come out, after those before it. @param {Caption} caption @param {Mouth | null} mouth */
  say(caption, mouth) {
    this.queue.push({ caption, mouth });
    if (!this.now) this.next();
  }

  /** Says it once more, now. @param {Caption} caption @param {Mouth} mouth */
  again(caption, mouth) {
    this.stop();
    this.run({ caption, mouth, whole: 0, again: true });
  }

  /** Cuts her off. @returns {boolean} whether there was anything to cut */
  stop() {
    const turn = this.now;
    if (!turn) return false;
    if (turn.whole === turn.caption.clauses.length && !turn.caption.more) {
      this.over(); // it was the silence after the last word
      return true;
    }
    this.now = null;
    turn.mouth?.stop();
    this.to.speaking(false);
    if (!turn.again) {
      turn.caption.cut = true;
      this.to.cut(turn.caption, turn.whole);
    }
    this.next();
    return true;
  }

  /** The person went on: what sounds is cut off, what is only read stands at once. */
  hurry() {
    const turn = this.now;
    if (!turn) return;
    if (turn.mouth) {
      this.stop();
      return;
    }
    turn.caption.shown = turn.caption.clauses.length;
    this.to.shown(turn.caption);
    this.over();
  }

  /** @private */
  next() {
    const first = this.queue.shift();
    if (first) this.run({ ...first, whole: 0, again: false });
  }

  /** @private @param {NonNullable<Speaking["now"]>} turn */
  async run(turn) {
    this.now = turn;
    const { caption, mouth } = turn;
    this.to.speaking(true);
    let coming = mouth?.clause(caption, 1) ?? null;
    if (mouth && caption.manner.sound) await (await mouth.sound(caption.manner.sound))?.play();
    let sounded = false;
    for (let n = 1; await this.there(turn, n); n++) {
      coming ??= mouth?.clause(caption, n) ?? null;
      this.slow().then(() => this.now === turn && this.show(turn, n));
      const sounding = await coming;
      if (this.now !== turn) return;
      coming = n < caption.clauses.length ? (mouth?.clause(caption, n + 1) ?? null) : null;
      this.show(turn, n);
      if (sounding && mouth && !sounded) this.to.sounds(caption, mouth);
      sounded ||= Boolean(sounding);
      if (sounding) await sounding.play();
      if (this.now !== turn) return;
      turn.whole = n;
      const clause = caption.clauses[n - 1];
      if (!sounding?.rests) await this.wait(sounding ? after(clause, caption.manner) : reading(clause, caption.manner));
      if (this.now !== turn) return;
    }
    if (this.now !== turn) return;
    this.over();
  }

  /** Waits for the n-th clause. @private @param {NonNullable<Speaking["now"]>} turn @param {number} n @returns {Promise<boolean>} whether there is one */
  async there(turn, n) {
    while (this.now === turn && n > turn.caption.clauses.length && turn.caption.more) {
      await new Promise((grown) => (this.wake = () => grown(null)));
    }
    return this.now === turn && n <= turn.caption.clauses.length;
  }

  /** @private @param {NonNullable<Speaking["now"]>} turn @param {number} n */
  show(turn, n) {
    if (turn.again || turn.caption.shown >= n) return;
    turn.caption.shown = n;
    this.to.shown(turn.caption);
  }

  /** @private */
  over() {
    const turn = this.now;
    this.now = null;
    this.to.speaking(false);
    if (turn) this.to.ended(turn.caption);
    this.next();
  }
}
