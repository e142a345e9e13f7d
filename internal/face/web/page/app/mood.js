// Her mood, called up on Us: the bands, and one cause at a time in words.

/** @import {App} from "./app.js" */
/** @import {Feelings} from "./facts.js" */
/** @import {Dot} from "./bands.js" */

import { bands, nearest } from "./bands.js";
import { when } from "./dates.js";
import { fill, h } from "./dom.js";
import { touchable } from "./touchable.js";
import { felt } from "./us.js";
import { us as words } from "./words.js";

const far = 60; // so many moments back

export class Mood {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = h("section", { class: "mood", "aria-label": words.mood, hidden: true });
  }

  get shown() {
    return !this.place.hidden;
  }

  hide() {
    this.place.hidden = true;
  }

  /** Calls it up, or lets it go. */
  toggle() {
    this.place.hidden = !this.place.hidden;
    return this.draw();
  }

  async draw() {
    if (!this.shown) return;
    const feelings = /** @type {Feelings | null} */ (await this.app.look("feelings", "-n", String(far)));
    if (!feelings) return fill(this.place, h("p", { class: "lead" }, words.unreachable));
    const now = feelings.now ?? [];
    fill(
      this.place,
      h("h2", {}, words.mood),
      h("p", { class: "lead" }, now.length ? now.map(felt).join(" ") : words.calm),
      ...this.picture(feelings.past ?? []),
    );
  }

  /** @private @param {Feelings["past"]} past */
  picture(past) {
    if (past.length === 0) return [h("p", { class: "lead" }, words.noMood)];
    const oldest = [...past].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const picture = bands(oldest, { ...words, label: words.moodLead });
    const cause = h("div", { class: "cause", "aria-live": "polite" }, h("p", { class: "meta" }, words.moodLead));
    const { drawing, dots, mark } = picture;
    let at = dots.length;
    const go = (/** @type {number} */ n) => {
      at = Math.max(0, Math.min(dots.length - 1, n));
      mark(at);
      fill(cause, this.cause(dots[at]));
    };
    if (dots.length) {
      drawing.setAttribute("tabindex", "0");
      drawing.addEventListener("click", (e) => go(nearest(drawing, dots, e)));
      drawing.addEventListener("keydown", (e) => {
        const step = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
        if (!step) return;
        e.preventDefault();
        go(at + step);
      });
    }
    return [drawing, cause];
  }

  /** @private @param {Dot} d */
  cause(d) {
    return touchable(
      this.app, { id: d.felt.id, text: felt(d.felt), changed: () => this.draw() },
      felt(d.felt), h("span", { class: "meta" }, ` ${when(new Date(d.at), new Date())}`),
    );
  }
}
