// The talk as it is held on this page: captions of both sides, in order, each
// once. It is folded from the messages of the wire and knows nothing of how it
// is shown.

/** @import {Said, Heard, Gone, Say, Manner, Kept, Opening} from "./wire.js" */

/**
 * @typedef {object} Caption
 * @property {string} key never changes while the caption is there
 * @property {string} id of the event; "" until it is known
 * @property {"person" | "herself"} by
 * @property {number} seq of the event; 0: not in the log
 * @property {number} at milliseconds
 * @property {string[]} clauses the whole, clause by clause
 * @property {number} shown so many of the clauses are to be seen
 * @property {number} form so many of the first clauses are the form's
 * @property {boolean} waiting said here, and not yet known to be heard
 * @property {boolean} cut she was interrupted
 * @property {boolean} more she is still finding words for it
 * @property {Kept} kept
 * @property {Manner} manner
 * @property {string[]} acts
 * @property {Opening | null} opens a page that it opens
 */

/** A line of a list of memories, from before what the wire brought. */
/** @typedef {{id: string, at: string, by: "person" | "herself", text: string} & import("./facts.js").Circumstances} Memory */

export class Talk {
  constructor() {
    /** @type {Caption[]} in the order they were said */
    this.captions = [];
    /** The newest sequence held. */
    this.last = 0;
    /** @type {Set<string>} forgotten: a late repeat must not bring them back */
    this.gone = new Set();
    /** @type {Set<string>} moments that began on this page */
    this.ours = new Set();
  }

  /** Said here, just now. @param {Say} say @param {number} at */
  say(say, at) {
    if (this.by(say.id)) return;
    this.put({ ...blank, key: say.id, by: "person", at, clauses: [say.text], shown: 1, waiting: true });
  }

  /** It is not going to be heard. @param {string} face the id it was said under */
  unsay(face) {
    this.captions = this.captions.filter((c) => c.key !== face || !c.waiting);
  }

  /** @param {Heard} m @returns {boolean} whether it was news */
  heard(m) {
    this.last = Math.max(this.last, m.seq);
    if (this.gone.has(m.id)) return false;
    const key = m.face || m.id;
    const known = this.by(key) ?? this.with(m.id);
    if (known?.waiting) this.ours.add(m.id);
    const told = { id: m.id, seq: m.seq, at: Date.parse(m.at), clauses: [m.text], kept: m.kept ?? "" };
    if (known) {
      const news = known.waiting;
      Object.assign(known, told, { waiting: false });
      this.sort();
      return news;
    }
    this.put({ ...blank, ...told, key, by: "person", shown: 1 });
    return true;
  }

  /**
   * @param {Said} m
   * @param {boolean} fresh to be revealed clause by clause; else it is history
   * @returns {Caption | null} the caption, if it was news
   */
  said(m, fresh) {
    this.last = Math.max(this.last, m.seq);
    if (this.gone.has(m.id)) return null;
    const known = this.with(m.id);
    if (known) {
      const all = known.shown === known.clauses.length && !fresh;
      if (known.more) Object.assign(known, { clauses: m.clauses ?? [], acts: m.acts ?? [], opens: m.opens ?? null });
      Object.assign(known, { seq: m.seq, kept: m.kept ?? "", more: m.more ?? false });
      if (all) known.shown = known.clauses.length;
      return null;
    }
    const clauses = m.clauses ?? [];
    return this.put({
      ...blank, key: m.id, id: m.id, by: "herself", seq: m.seq, at: Date.parse(m.at), clauses,
      shown: fresh ? 0 : clauses.length, form: m.form ?? 0, kept: m.kept ?? "", manner: m.manner ?? {}, acts: m.acts ?? [], opens: m.opens ?? null,
      more: m.more ?? false,
    });
  }

  /** @param {Gone} m */
  forget(m) {
    this.last = Math.max(this.last, m.seq);
    for (const id of m.ids ?? []) this.gone.add(id);
    if (m.face) for (const id of m.ids ?? []) this.ours.add(id);
    this.captions = this.captions.filter((c) => !this.gone.has(c.id) && (!m.face || c.key !== m.face));
  }

  /** What was said before; captions that are here already stay. @param {Memory[]} memories */
  before(memories) {
    for (const m of memories) {
      if (this.gone.has(m.id) || this.with(m.id)) continue;
      this.captions.push({ ...blank, key: m.id, id: m.id, by: m.by, at: Date.parse(m.at), seq: -1, clauses: [m.text], shown: 1 });
    }
    this.sort();
  }

  /** Whether this page is the one to speak an answer: it was asked here, or by nobody. @param {string} id */
  answersUs(id) {
    const moment = id.replace(/\.said$/, "");
    const asked = this.captions.some((c) => c.by === "person" && c.id === moment);
    return this.ours.has(moment) || !asked;
  }

  /** @param {string} key */
  by(key) {
    return this.captions.find((c) => c.key === key);
  }

  /** @param {string} id */
  with(id) {
    return this.captions.find((c) => c.id === id);
  }

  /** The newest of hers that has words. */
  newest() {
    return this.captions.findLast((c) => c.by === "herself" && c.clauses.length > 0);
  }

  /** The answer before the newest. */
  lastButOne() {
    return this.captions.filter((c) => c.by === "herself" && c.clauses.length > 0).at(-2);
  }

  /** @private @param {Caption} c */
  put(c) {
    this.captions.push(c);
    this.sort();
    return c;
  }

  /** @private What waits stands last; the sort is stable. */
  sort() {
    this.captions.sort((a, b) => Number(a.waiting) - Number(b.waiting) || a.at - b.at);
  }
}

/** @type {Caption} */
const blank = {
  key: "", id: "", by: "person", seq: 0, at: 0, clauses: [], shown: 0, form: 0,
  waiting: false, cut: false, more: false, kept: "", manner: {}, acts: [], opens: null,
};
