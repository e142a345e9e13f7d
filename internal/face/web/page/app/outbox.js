// What was said and is not known to have been heard. It outlives a reload and a
// crash of the browser: each utterance is an entry of its own in the store, so
// that two tabs never write over each other, and is taken out the moment she
// has it. Nothing else that was said is ever kept in the browser, where
// forgetting could not reach it.

/** @import {Say} from "./wire.js" */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Store */
/** @typedef {{say: Say, at: number}} Waiting */

const prefix = "say.";

export class Outbox {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Map<string, Waiting>} what the store would not take lives here only */
    this.held = new Map();
  }

  /**
   * @param {Say} say
   * @param {number} at milliseconds; the order in which they were said
   */
  add(say, at) {
    this.held.set(say.id, { say, at });
    try {
      this.store.setItem(prefix + say.id, JSON.stringify({ say, at }));
    } catch {
      // A full or forbidden store: it lives as long as the page does.
    }
  }

  /** @param {string} id */
  has(id) {
    return this.held.has(id) || this.store.getItem(prefix + id) !== null;
  }

  /** She has it, or will not take it. @param {string} id */
  settle(id) {
    this.held.delete(id);
    this.store.removeItem(prefix + id);
  }

  /** @returns {Say[]} oldest first */
  all() {
    const found = new Map(this.held);
    for (let i = 0; i < this.store.length; i++) {
      const key = this.store.key(i);
      if (key?.startsWith(prefix)) {
        const waiting = read(this.store.getItem(key));
        if (waiting) found.set(waiting.say.id, waiting);
      }
    }
    return [...found.values()].sort((a, b) => a.at - b.at).map((w) => w.say);
  }
}

/** @param {string | null} text @returns {Waiting | null} */
function read(text) {
  try {
    const w = JSON.parse(text ?? "");
    return typeof w?.say?.id === "string" && typeof w.say.text === "string" ? w : null;
  } catch {
    return null;
  }
}
