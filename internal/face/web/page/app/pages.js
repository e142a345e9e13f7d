// Three pages at one address. Going is remembered by the browser, so that its
// own way back works, and a reload stays where it was.

/** @import {App, Page} from "./app.js" */

import { action, fill, the } from "./dom.js";
import { here as words } from "./words.js";

/** @type {Page[]} */
const all = ["here", "us", "kept"];

export class Pages {
  /**
   * @param {App} app
   * @param {{entered: (page: Page) => void, left: (page: Page) => void, focus: (page: Page) => HTMLElement, mute: () => void, type: () => void, jot: () => void, mood: () => void, read: () => void, still: MediaQueryList}} to
   */
  constructor(app, to) {
    this.app = app;
    this.to = to;
    fill(the("here-foot"), action(words.mute, to.mute, { "data-word": "mute", "aria-pressed": "false" }), action(words.type, to.type), action(words.note, to.jot), this.way("us"));
    fill(the("us-foot"), this.way("here"), action(words.mood, to.mood, { "data-word": "me", "aria-pressed": "false" }), this.way("kept"), action(words.read, to.read));
    fill(the("kept-foot"), this.way("here"), this.way("us"), action(words.read, to.read));
    the("here-foot").setAttribute("aria-label", "here");
    the("us-foot").setAttribute("aria-label", "us");
    the("kept-foot").setAttribute("aria-label", "kept");
    addEventListener("popstate", (e) => this.show(pageOf(e.state)));
  }

  /** Where the page was before it was loaded again. */
  begin() {
    const page = pageOf(history.state);
    if (page !== "here") this.show(page);
  }

  /** Resolves when it is there. @param {Page} page */
  async go(page) {
    if (page === this.app.page) return;
    history.pushState({ page }, "");
    await this.show(page);
  }

  /** @private @param {Page} page */
  async show(page) {
    const from = this.app.page;
    this.app.page = page;
    await this.softly(() => {
      document.documentElement.dataset.page = page;
      for (const p of all) the(p).hidden = p !== page;
      the("line").setAttribute("aria-label", page === "here" ? words.line : words.back);
      this.to.left(from);
      this.to.entered(page);
      this.to.focus(page).focus({ preventScroll: true });
    });
  }

  /** The line moves over, where the browser can do that. @private @param {() => void} change */
  async softly(change) {
    if (!document.startViewTransition || this.to.still.matches || document.hidden) return change();
    await document.startViewTransition(change).updateCallbackDone;
  }

  /** @private @param {Page} page */
  way(page) {
    return action(words[page], () => this.go(page), { "data-to": page });
  }
}

/** @param {unknown} state @returns {Page} */
function pageOf(state) {
  const page = /** @type {{page?: Page} | null} */ (state)?.page;
  return page && all.includes(page) ? page : "here";
}
