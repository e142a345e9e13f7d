// What the page knows and does, whatever it looks like: the talk, her, what she
// is doing, and the ways to her. Those who show it are told when it changed.

/** @import {Caption} from "./talk.js" */
/** @import {FromHer, Her, Say, Told} from "./wire.js" */
/** @import {Doing} from "./state.js" */
/** @import {Outbox} from "./outbox.js" */
/** @import {World} from "./link.js" */
/** @import {Settings} from "./settings.js" */
/** @import {Mouth} from "./speaking.js" */

import { Link } from "./link.js";
import { Speaking } from "./speaking.js";
import { state, still } from "./state.js";
import { Talk } from "./talk.js";
import { refused } from "./words.js";

/** @typedef {"here" | "us" | "kept"} Page */

/**
 * @typedef {object} Face what shows it
 * @property {import("./sheet.js").Sheet} sheet
 * @property {() => void} changed something is otherwise now
 * @property {() => void} talked the talk has changed
 * @property {() => void} spoken it has, by words of the person's
 * @property {(c: Caption) => void} shown one caption has changed
 * @property {(id: string, text: string, why: string) => void} refused
 * @property {(text: string) => void} interim from another device
 * @property {() => Promise<void>} ready resolves when the line has drawn itself
 * @property {(c: Caption) => Mouth | null} mouth with what she says it, if aloud
 * @property {(act: string) => void} act something she does with an answer
 * @property {(c: Caption) => void} rings something rings, and these are her words for it
 * @property {() => void} stirred something was said, here or elsewhere
 * @property {(o: import("./wire.js").Opening) => void} opens a page that was asked for here
 * @property {() => void} anew what a page for reading shows may be otherwise now
 */

const longest = 64 << 10; // bytes she listens to at once
const justNow = 60_000; // milliseconds: an answer this young is still to be revealed after a break

export class App {
  /** @param {World} world @param {Outbox} outbox @param {Settings} settings @param {Face} face */
  constructor(world, outbox, settings, face) {
    this.settings = settings;
    this.face = face;
    this.talk = new Talk();
    /** @type {Her | null} */
    this.her = null;
    /** @type {Doing} */
    this.doing = { ...still };
    this.met = 0; // how often she was reached
    this.noting = false; // what is said next is only kept
    /** @type {Page} */
    this.page = "here";
    this.link = new Link(world, outbox, {
      last: () => this.talk.last,
      message: (m) => this.take(m),
      reach: (reach) => this.do(reach === "on" ? { reach } : { reach, thinking: false }),
    });
    this.speaking = new Speaking(
      {
        shown: (c) => face.shown(c),
        speaking: (speaking) => this.do({ speaking }),
        cut: (c, spoken) => {
          this.link.tell({ kind: "cut", answer: c.id, spoken });
          face.shown(c);
        },
        sounds: (c, mouth) => {
          if (mouth.elsewhere) this.link.tell({ kind: "spoke", answer: c.id, voice: mouth.elsewhere });
        },
        ended: (c) => {
          c.acts.forEach((act) => face.act(act));
          if (c.opens && this.talk.answersUs(c.id)) face.opens(c.opens);
        },
      },
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    );
    for (const say of outbox.all()) this.talk.say(say, 0);
  }

  get state() {
    return state(this.doing);
  }

  /** @param {Partial<Doing>} what */
  do(what) {
    Object.assign(this.doing, what);
    this.face.changed();
  }

  /**
   * Says something to her.
   * @param {string} text @param {Say["ear"]} ear @param {number} [seconds] of speech
   */
  say(text, ear, seconds) {
    const id = crypto.randomUUID();
    const bytes = new TextEncoder().encode(text).length;
    if (bytes > longest) {
      this.face.refused(id, text, refused.tooLong(bytes, longest));
      return;
    }
    /** @type {Say} */
    const say = { kind: "say", id, text, ear };
    if (seconds) say.seconds = Math.round(seconds * 10) / 10;
    if (this.noting) say.note = true;
    this.jot(false);
    this.speaking.hurry();
    this.talk.say(say, Date.now());
    this.link.say(say, Date.now());
    this.do({ quiet: false });
    this.face.spoken();
  }

  /** What is said next is only to be kept, or not. @param {boolean} on */
  jot(on) {
    this.noting = on;
    this.face.changed();
  }

  /** Runs a verb. @param {...string} verb @returns {Promise<Told>} */
  ask(...verb) {
    return this.link.ask(...verb);
  }

  /** Runs a verb and yields its document, or null. @template T @param {...string} verb @returns {Promise<T | null>} */
  async look(...verb) {
    const told = await this.ask(...verb);
    return told.exit === 0 ? /** @type {T} */ (told.doc ?? null) : null;
  }

  /** @private @param {FromHer} m */
  take(m) {
    switch (m.kind) {
      case "welcome":
        this.met++;
        this.caught = m.seq;
        this.know(m);
        this.face.anew(); // a page opened before her, or before she was given a passphrase, knew too little
        break;
      case "changed":
        this.know(m);
        break;
      case "heard":
        if (this.talk.heard(m)) this.face.interim("");
        this.face.stirred();
        this.face.talked();
        break;
      case "said":
        this.said(m);
        break;
      case "interim":
        this.face.interim(m.text);
        break;
      case "thinking":
        this.do({ thinking: true, quiet: false });
        break;
      case "refused":
        this.refused(m.id, m.why);
        break;
      case "gone":
        this.talk.forget(m);
        this.face.talked();
        this.face.anew();
        break;
    }
  }

  /** @private @param {Her} her */
  know(her) {
    this.her = her;
    this.face.changed();
  }

  /** @private @param {import("./wire.js").Said} m */
  async said(m) {
    const fresh = this.isFresh(m);
    const caption = this.talk.said(m, fresh);
    this.do({ thinking: false });
    if (this.her && m.mood) this.her.mood = m.mood;
    this.face.talked();
    const known = caption ? undefined : this.talk.with(m.id);
    if (known) this.speaking.grew(known);
    if (!caption || !fresh) return;
    if (caption.acts.includes("errand.ring")) this.face.rings(caption);
    if (caption.clauses.length === 0) return this.keepSilent();
    await this.face.ready();
    this.speaking.say(caption, this.face.mouth(caption));
  }

  /** Silence is an act: the line leans, and nothing is written. @private */
  keepSilent() {
    this.do({ quiet: true });
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.do({ quiet: false }), 9000);
  }

  /** Whether an answer is said now, or is history. @private @param {import("./wire.js").Said} m */
  isFresh(m) {
    if (m.seq > (this.caught ?? 0)) return true;
    if (m.seq === 0) return Date.now() - Date.parse(m.at) < justNow;
    const firstWords = m.form > 0 && this.talk.captions.length === 0;
    const missed = this.met > 1 && Date.now() - Date.parse(m.at) < justNow;
    return firstWords || missed || this.talk.ours.has(m.id.replace(/\.said$/, ""));
  }

  /** @private @param {string} id @param {string} why */
  refused(id, why) {
    const caption = this.talk.by(id);
    this.talk.unsay(id);
    this.do({ thinking: false });
    this.face.talked();
    if (caption) this.face.refused(id, caption.clauses[0], why);
  }
}
