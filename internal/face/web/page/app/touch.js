// The line under a finger, and the space bar: a tap interrupts, or gives her a
// voice; held, it listens until it is let go.

const long = 260; // milliseconds from which a touch is a hold
const strayed = 24; // pixels from which it is neither

/**
 * @typedef {object} Held
 * @property {() => void} tap
 * @property {() => void} hold
 * @property {() => void} release
 * @property {() => void} drop let go in a way that means nothing
 */

export class Touch {
  /** @param {HTMLElement} line @param {Held} to @param {() => boolean} wanted whether the line is here to be held */
  constructor(line, to, wanted) {
    this.to = to;
    this.pressed = false;
    this.holding = false;
    this.x = this.y = 0;
    line.addEventListener("pointerdown", (e) => {
      if (!wanted() || e.button !== 0) return;
      line.setPointerCapture(e.pointerId);
      this.x = e.clientX;
      this.y = e.clientY;
      this.press();
    });
    line.addEventListener("pointermove", (e) => {
      if (this.pressed && !this.holding && Math.hypot(e.clientX - this.x, e.clientY - this.y) > strayed) this.cancel();
    });
    line.addEventListener("pointerup", () => this.lift());
    line.addEventListener("pointercancel", () => this.cancel());
    line.addEventListener("contextmenu", (e) => wanted() && e.preventDefault());
    addEventListener("blur", () => this.cancel());
  }

  press() {
    if (this.pressed) return;
    this.pressed = true;
    this.due = setTimeout(() => {
      this.holding = true;
      this.to.hold();
    }, long);
  }

  lift() {
    if (!this.pressed) return;
    this.pressed = false;
    clearTimeout(this.due);
    if (this.holding) this.to.release();
    else this.to.tap();
    this.holding = false;
  }

  cancel() {
    clearTimeout(this.due);
    if (this.holding) this.to.drop();
    this.pressed = this.holding = false;
  }
}
