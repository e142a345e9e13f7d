// What was just done, and the way back, at the foot of a page. What could not
// be taken back afterwards is done only when the way back is gone.

import { action, fill, h } from "./dom.js";
import { undo as words } from "./reading-words.js";

const grace = 9000; // milliseconds one has to think better of it

export class Undo {
  constructor() {
    this.place = h("div", { class: "undo", role: "status" });
    /** @type {(() => void) | null} what is still to be done */
    this.due = null;
    addEventListener("pagehide", () => this.settle());
  }

  /** Something was done; back takes it back, if it can be. @param {string} text @param {() => unknown} [back] */
  did(text, back) {
    this.settle();
    this.show(text, back && (() => (this.settle(), back())));
  }

  /** Something will be done, unless one thinks better of it. @param {string} text @param {() => unknown} act @param {() => unknown} back */
  will(text, act, back) {
    this.settle();
    this.due = act;
    this.show(text, () => {
      this.due = null;
      this.settle();
      back();
    });
  }

  /** What was to be done is done, and the line goes. */
  settle() {
    clearTimeout(this.timer);
    const { due } = this;
    this.due = null;
    fill(this.place);
    due?.();
  }

  /** @private @param {string} text @param {(() => void) | undefined} back */
  show(text, back) {
    fill(this.place, h("p", {}, text), back ? action(words.back, back) : null);
    this.timer = setTimeout(() => this.settle(), grace);
  }
}
