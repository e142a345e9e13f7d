// The time with her beside that with other people, as far as she was told of it: four
// weeks drawn, the same in words, and what she makes of it. It is there only while the
// person wants it.

/** @import {App} from "./app.js" */
/** @import {Day} from "./swell.js" */

import { action, fill, h } from "./dom.js";
import { make } from "./draw.js";
import { upper } from "./facts.js";
import { across, beads, nights, swell } from "./swell.js";
import { compass as words, lasting } from "./compass-words.js";

/** @typedef {{who: string, days: number, on: string[]}} Told */
/** @typedef {{days: Day[], spent: number, pause: number, people: Told[], view: string, since: string, until: string, daily?: string, bed?: string}} Together */

const high = { mine: 52, theirs: 22 }; // pixels of a row

export class Compass {
  /** @param {App} app @param {() => void} hidden it was put away */
  constructor(app, hidden) {
    this.app = app;
    this.hidden = hidden;
    this.body = h("div", {});
    this.place = h("section", { class: "compass", "aria-label": words.title, tabindex: "-1" }, h("h2", {}, words.title), this.body);
    this.watch = new ResizeObserver(() => this.paint());
    /** @type {Together | null} */
    this.seen = null;
  }

  end() {
    this.watch.disconnect();
  }

  async draw() {
    this.seen = /** @type {Together | null} */ (await this.app.look("care", "time"));
    this.show();
  }

  /** @private */
  show() {
    this.end();
    const t = this.seen;
    if (!t) return fill(this.body, h("p", { class: "lead" }, words.unreachable), this.acts());
    const bounds = [t.daily ? words.daily(t.daily) : "", t.bed ? words.bed(t.bed) : ""].filter(Boolean).join(" ");
    const late = t.days.filter((d) => d.late).length;
    const picture = t.days.length ? this.picture(t) : null;
    fill(
      this.body, h("p", { class: "lead" }, t.view), picture,
      h("p", { class: "meta" }, t.days.length ? words.sum(t.days.length, lasting(t.spent), late, t.pause) : words.none, bounds ? ` ${bounds}` : ""),
      picture ? h("p", { class: "meta" }, t.people.length ? words.key : words.nobody) : null, this.asking(), this.acts(),
    );
    if (picture) this.watch.observe(picture);
  }

  /** @private @param {Together} t */
  picture(t) {
    const row = (/** @type {string} */ name, /** @type {string} */ kind) => {
      const drawing = /** @type {SVGElement} */ (make("svg", { "aria-hidden": "true" }));
      return { drawing, cells: [h("span", { class: kind }, name), h("div", { class: `row ${kind}` }, drawing)] };
    };
    this.mine = row(words.me, "mine");
    this.theirs = t.people.map((p) => row(upper(p.who), "theirs"));
    const told = t.people.map((p) => words.told(upper(p.who), p.on.map(dated)));
    return h(
      "figure", { role: "img", "aria-label": [...t.days.map((d) => `${dated(d.date)}: ${lasting(d.spent)}${d.late ? ", past midnight" : ""}`), ...told].join("; ") },
      ...this.mine.cells, ...this.theirs.flatMap((r) => r.cells),
      h("span", {}), h("p", { class: "ends" }, h("span", {}, dated(t.since)), h("span", {}, dated(t.until))),
    );
  }

  /** Draws it as wide as there is room. @private */
  paint() {
    const { seen, mine, theirs } = this;
    const width = mine?.drawing.parentElement?.clientWidth ?? 0;
    if (!seen || !mine || !theirs || !width) return;
    const ground = (/** @type {number} */ y) => make("path", { class: "ground", d: `M${across(0, width)} ${y}H${across(27, width)}` });
    mine.drawing.replaceChildren(
      make("path", { class: "swell", d: swell(seen.days, seen.since, { width, height: high.mine }) }),
      ...nights(seen.days, seen.since, width).map((x) => make("circle", { class: "bead dark", cx: x, cy: high.mine / 2, r: 4 })),
    );
    theirs.forEach(({ drawing }, n) => drawing.replaceChildren(
      ground(high.theirs / 2), ...beads(seen.people[n].on, seen.since, width).map((x) => make("circle", { class: "bead", cx: x, cy: high.theirs / 2, r: 4 })),
    ));
  }

  /** Whether she asks after people of theirs. @private */
  asking() {
    const on = this.app.her?.choices?.["compass"] !== "no";
    return h("div", { class: "choice" }, h("p", { class: "meta" }, on ? words.ask : words.leave), h("div", { class: "words" }, action(on ? words.asks : words.leaves, () => {
      this.choose("compass", on ? "no" : "yes");
      this.show();
      this.body.querySelector("button")?.focus({ preventScroll: true });
    })));
  }

  /** @private */
  acts() {
    return h("div", { class: "acts" }, action(words.hide, () => {
      this.choose("together", "no");
      this.end();
      this.hidden();
    }));
  }

  /** @private @param {string} choice @param {string} value */
  choose(choice, value) {
    this.app.link.tell({ kind: "choose", choice, value });
    if (this.app.her) this.app.her.choices = { ...this.app.her.choices, [choice]: value };
  }
}

/** "2 March" of a day of talk, in no zone. @param {string} date */
function dated(date) {
  return new Date(`${date.slice(0, 10)}T12:00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}
