// How the two stand: a sentence, the line from their first day to now, what moved
// it, what is torn, what was promised, and days of theirs.

/** @import {App} from "./app.js" */
/** @import {Bond, Move, Torn, Vow} from "./facts.js" */
/** @import {Child} from "./dom.js" */

import { dayOf, when } from "./dates.js";
import { fill, h } from "./dom.js";
import { make, small } from "./draw.js";
import { upper } from "./facts.js";
import { ledger } from "./fade.js";
import { touchable } from "./touchable.js";
import { bond as words, did, exactly, parts, unreachable } from "./herself-words.js";

const fewMoves = 6; // the newest, told in words
const size = { width: 300, height: 64 };

export class Between {
  /** @param {App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.body = h("div", {});
    this.place = h("section", { class: "layer", "aria-label": parts.bond }, h("h2", {}, parts.bond), this.body);
  }

  async draw() {
    const b = /** @type {Bond | null} */ (await this.app.look("bond"));
    if (!b) return fill(this.body, h("p", { class: "lead" }, unreachable));
    if (!b.moves.length) return fill(this.body, h("p", { class: "lead" }, words.none));
    fill(
      this.body, h("p", { class: "lead" }, b.sentence), h("p", { class: "meta" }, words.numbers(b)),
      ...(b.moves.length > 2 ? [picture(b), h("p", { class: "meta" }, words.ledger)] : []),
      ...this.group(words.moved, b.moves.slice(-fewMoves).reverse(), (m) => this.move(m)),
      ...this.group(words.torn, [...b.ruptures].sort((x, y) => Number(y.open) - Number(x.open)), (x) => this.torn(x)),
      ...this.group(words.vows, b.vows, (v) => this.vow(v)),
      ...this.group(words.days, b.dates, (d) => this.dated(d)),
      ...b.rituals.map((r) => h("p", { class: "plain" }, words.ritual(upper(r.what), weekday(r.weekday)))),
    );
  }

  /** @private @template T @param {string} title @param {T[]} list @param {(t: T) => Child} line @returns {Child[]} */
  group(title, list, line) {
    return list.length ? [h("h3", {}, title), h("ul", { class: "things" }, ...list.map((t) => h("li", {}, line(t))))] : [];
  }

  /** @private @param {string} id @param {string} text @param {string} meta */
  line(id, text, meta, lead = "") {
    return touchable(this.app, { id, text, lead, changed: this.changed }, text, h("span", { class: "meta" }, ` ${meta}`));
  }

  /** @private @param {Move} m */
  move(m) {
    return this.line(m.id, upper(m.because), [did(m), exactly(new Date(m.at), new Date())].filter(Boolean).join("; "));
  }

  /** @private @param {Torn} x */
  torn(x) {
    const state = x.open ? words.open : x.parked ? words.parked : words.mended;
    return this.line(x.id, upper(x.says), `${state}, ${when(new Date(x.at), new Date())}`, x.asked ? words.asked(x.asked) : "");
  }

  /** @private @param {Vow} v */
  vow(v) {
    const now = new Date();
    const meta = [v.whose === "herself" ? words.mine : words.yours, when(new Date(v.at), now), v.day ? words.forDay(dayOf(new Date(v.day), now)) : "", v.let ? words.let : ""];
    return this.line(v.id, upper(v.what), meta.filter(Boolean).join(", "));
  }

  /** @private @param {Bond["dates"][number]} d */
  dated(d) {
    const text = (/** @type {Record<string, string>} */ (words.dates)[d.what] ?? upper(d.what)) + (d.of && d.of !== "person" ? `, ${d.of}` : "");
    const day = new Date(d.day).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
    return d.id ? this.line(d.id, text, day) : h("p", { class: "plain" }, text, h("span", { class: "meta" }, ` ${day}`));
  }
}

/** @param {Bond} b */
function picture(b) {
  const { close, trust, torn } = ledger(b, size);
  return small(
    size.width, size.height, make("path", { class: "ground", d: `M0 ${size.height}H${size.width}` }), make("path", { class: "strand", d: trust }), make("path", { class: "lead", d: close }),
    ...torn.map(({ x, y }) => make("circle", { class: "bead dark", cx: x, cy: y, r: 4 })),
  );
}

/** @param {number | string} day 0 is Sunday, as Go counts */
function weekday(day) {
  return typeof day === "string" ? day : ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][day];
}
