// The one sheet that comes up to be answered. It holds the focus while it is
// there, and Esc is always no.

/** @import {Child} from "./dom.js" */

import { action, fill, h, the } from "./dom.js";

export class Sheet {
  constructor() {
    this.dialog = /** @type {HTMLDialogElement} */ (the("sheet"));
    /** @type {(yes: boolean) => void} */
    this.settle = () => {};
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("click", (e) => e.target === this.dialog && this.outside(e) && this.dialog.close());
  }

  get open() {
    return this.dialog.open;
  }

  /** @param {string} title @param {...Child} children */
  show(title, ...children) {
    this.settle(false);
    fill(this.dialog, h("h2", { id: "sheet-title", tabindex: "-1" }, title), ...children);
    if (!this.dialog.open) this.dialog.showModal();
    /** @type {HTMLElement | null} */ (this.dialog.querySelector("[autofocus], button"))?.focus();
    this.dialog.scrollTop = 0;
  }

  close() {
    if (this.dialog.open) this.dialog.close();
  }

  /**
   * @param {string} question
   * @param {{yes: string, no: string, details?: Child[]}} with_
   * @returns {Promise<boolean>}
   */
  ask(question, { yes, no, details = [] }) {
    const acts = h("div", { class: "acts" });
    const answer = new Promise((resolve) => {
      acts.append(action(no, () => this.close()), action(yes, () => (this.settle(true), this.close())));
      this.show(question, ...details, acts);
      this.settle = resolve;
    });
    return /** @type {Promise<boolean>} */ (answer);
  }

  /** @private The event comes late; another sheet may be open by now. */
  closed() {
    if (this.dialog.open) return;
    this.settle(false);
    const back = /** @type {HTMLElement | null} */ (document.activeElement);
    if (!back?.matches("input, textarea")) return;
    back.blur(); // Chromium gives the focus back, and forgets the cursor
    back.focus({ preventScroll: true });
  }

  /** @private @param {MouseEvent} e */
  outside(e) {
    const box = this.dialog.getBoundingClientRect();
    return e.clientX < box.left || e.clientX > box.right || e.clientY < box.top || e.clientY > box.bottom;
  }
}
