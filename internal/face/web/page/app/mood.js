// Her mood, called up on Us: how she is in a sentence or two, and the strands
// with what moved her beside them.

/** @import {App} from "./app.js" */
/** @import {Feelings} from "./facts.js" */
/** @import {Cause} from "./tide.js" */

import { when } from "./dates.js";
import { fill, h } from "./dom.js";
import { at, brightens, spots, strand, strongest, wash } from "./tide.js";
import { touchable } from "./touchable.js";
import { moodOf, us as words, wasFelt } from "./reading-words.js";

const svg = "http://www.w3.org/2000/svg";
const far = 60; // so many moments back
const few = 6; // causes told in words
const line = 22; // pixels from the top of a cause to the middle of its first line

export class Mood {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = h("section", { class: "mood", "aria-label": words.mood, hidden: true });
    this.watch = new ResizeObserver(() => this.paint());
    /** @type {Feelings["past"]} oldest first */
    this.past = [];
    /** @type {Cause[]} newest first */
    this.causes = [];
  }

  get shown() {
    return !this.place.hidden;
  }

  hide() {
    this.place.hidden = true;
    this.watch.disconnect();
  }

  /** Calls it up, or lets it go. */
  toggle() {
    this.place.hidden = !this.place.hidden;
    return this.draw();
  }

  async draw() {
    this.watch.disconnect();
    if (!this.shown) return;
    const feelings = /** @type {Feelings | null} */ (await this.app.look("feelings", "-n", String(far)));
    if (!feelings) return fill(this.place, h("p", { class: "lead" }, words.unreachable));
    this.past = [...(feelings.past ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    this.causes = strongest(this.past, few);
    const picture = this.causes.length ? this.picture() : null;
    const told = picture ? [picture, h("p", { class: "meta" }, words.moodLead)] : [h("p", { class: "lead" }, words.noMood)];
    fill(this.place, h("h2", {}, words.mood), h("p", { class: "lead" }, moodOf(feelings.mood, feelings.now ?? [])), ...told);
    if (picture) this.watch.observe(picture);
  }

  /** @private */
  picture() {
    this.drawing = document.createElementNS(svg, "svg");
    this.drawing.setAttribute("aria-hidden", "true"); // the words beside it say all of it
    this.list = h("ol", { class: "causes" }, ...this.causes.map((c) => h("li", {}, this.cause(c))));
    return h(
      "figure", { class: "tide" },
      h("p", { class: "ends", "aria-hidden": "true" }, h("span", {}, words.darker), h("span", {}, words.brighter)),
      h("div", { class: "run" }, this.drawing), this.list,
    );
  }

  /** @private @param {Cause} c */
  cause(c) {
    const text = wasFelt(c.felt);
    return touchable(
      this.app, { id: c.felt.id, text, changed: () => this.draw() },
      text, h("span", { class: "meta" }, ` ${when(new Date(c.at), new Date())}`),
    );
  }

  /** Draws the strands to fit the words. @private */
  paint() {
    const { drawing, list } = this;
    if (!drawing || !list) return;
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    const room = { width: drawing.clientWidth, height: list.clientHeight };
    if (!room.width || !room.height) return;
    const told = rows.map((li, n) => ({ moment: this.causes[n].moment, y: li.offsetTop - list.offsetTop + line }));
    const run = spots(this.past, told, room);
    const beads = told.flatMap(({ y }, n) => bead(at(run, y), this.causes[n], room.width));
    drawing.setAttribute("height", String(room.height));
    drawing.replaceChildren(
      make("path", { class: "wash", d: wash(run, room.height) }),
      ...[0, 1, 2].map((k) => make("path", { class: k ? "strand" : "strand lead", d: strand(run, k, room.height) })),
      ...beads,
    );
  }
}

/** A bead, and the thread that leads to its words. @param {{x: number, y: number}} spot @param {Cause} c @param {number} width */
function bead({ x, y }, c, width) {
  const r = 2.5 + 10 * Math.sqrt(c.felt.intensity);
  return [
    make("path", { class: "to", d: `M${x + r} ${y}Q${(x + width) / 2} ${y - 5} ${width} ${y}` }),
    make("circle", { class: brightens(c.felt.emotion) ? "bead" : "bead dark", cx: x, cy: y, r: r.toFixed(1) }),
  ];
}

/** @param {string} tag @param {Record<string, string | number>} props */
function make(tag, props) {
  const el = document.createElementNS(svg, tag);
  for (const [name, value] of Object.entries(props)) el.setAttribute(name, String(value));
  return el;
}
