// Her mood: how she is in a sentence or two, what she feels now, and the strands
// with what moved her beside them.

/** @import {App} from "./app.js" */
/** @import {Feelings} from "./facts.js" */
/** @import {Cause} from "./tide.js" */

import { when } from "./dates.js";
import { fill, h } from "./dom.js";
import { make } from "./draw.js";
import { at, brightens, spots, strand, strongest, wash } from "./tide.js";
import { touchable } from "./touchable.js";
import { held, inNumbers, isFelt } from "./herself-words.js";
import { moodOf, us as words, wasFelt } from "./reading-words.js";

const far = 60; // so many moments back
const few = 6; // causes told in words
const line = 22; // pixels from the top of a cause to the middle of its first line

export class Mood {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = h("section", { class: "mood", "aria-label": words.mood });
    this.watch = new ResizeObserver(() => this.paint());
    /** @type {Feelings["past"]} oldest first */
    this.past = [];
    /** @type {Cause[]} newest first */
    this.causes = [];
  }

  end() {
    this.watch.disconnect();
  }

  async draw() {
    const feelings = /** @type {Feelings | null} */ (await this.app.look("feelings", "-n", String(far)));
    this.watch.disconnect();
    if (!feelings) return fill(this.place, h("p", { class: "lead" }, words.unreachable));
    this.past = [...(feelings.past ?? [])].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    this.causes = strongest(this.past, few);
    const picture = this.causes.length ? this.picture() : null;
    const told = picture ? [picture, h("p", { class: "meta" }, words.moodLead)] : [h("p", { class: "lead" }, words.noMood)];
    fill(this.place, h("h2", {}, words.mood), h("p", { class: "lead" }, moodOf(feelings.mood, [])), this.now(feelings), numbers(feelings), ...told);
    if (picture) this.watch.observe(picture);
    return feelings;
  }

  /** What she feels just now, strongest first, each with where it came from. @private @param {Feelings} feelings */
  now({ now }) {
    if (!now?.length) return null;
    return h("ul", { class: "things" }, ...now.slice(0, few).map((f) => {
      const text = isFelt(f);
      const thing = { id: f.id, text, lead: f.display ? held(f) : "", changed: () => this.draw() };
      return h("li", {}, touchable(this.app, thing, text, h("span", { class: "meta" }, ` ${when(new Date(f.at ?? ""), new Date())}`)));
    }));
  }

  /** @private */
  picture() {
    this.drawing = /** @type {SVGElement} */ (make("svg", { "aria-hidden": "true" })); // the words beside it say all of it
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

/** The mood in numbers, and where it rests. @param {Feelings} feelings */
function numbers({ mood, home, word }) {
  return home ? h("p", { class: "meta" }, inNumbers(mood, home, word ?? "")) : null;
}

/** A bead, and the thread that leads to its words. @param {{x: number, y: number}} spot @param {Cause} c @param {number} width */
function bead({ x, y }, c, width) {
  const r = 2.5 + 10 * Math.sqrt(c.felt.intensity);
  return [
    make("path", { class: "to", d: `M${x + r} ${y}Q${(x + width) / 2} ${y - 5} ${width} ${y}` }),
    make("circle", { class: brightens(c.felt.emotion) ? "bead" : "bead dark", cx: x, cy: y, r: r.toFixed(1) }),
  ];
}
