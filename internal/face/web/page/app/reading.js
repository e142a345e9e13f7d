// The pages for reading are fetched when they are first asked for, so that Here
// is there at once.

/** @import {App, Page} from "./app.js" */
/** @import {Browser} from "./browser.js" */
/** @import {Kept} from "./kept.js" */
/** @import {Us} from "./us.js" */
/** @import {Voices} from "./voices.js" */

export class Reading {
  /** @param {App} app @param {Voices} voices @param {Browser} browser @param {() => void} failed the house could not be asked for it */
  constructor(app, voices, browser, failed) {
    this.app = app;
    this.voices = voices;
    this.browser = browser;
    this.failed = failed;
    /** @type {Promise<Us> | null} */
    this.us = null;
    /** @type {Promise<Kept> | null} */
    this.kept = null;
  }

  /** Shows a page as things are now. @param {Page} page */
  async enter(page) {
    if (page === "us") await (await this.toUs())?.draw();
    if (page === "kept") (await this.toKept())?.draw();
  }

  /** @param {Page} page */
  async leave(page) {
    if (page === "us") (await this.us)?.leave();
    if (page === "kept") (await this.kept)?.leave();
  }

  /** Calls up the layer about her on Us, or lets it go. */
  async mood() {
    await (await this.toUs())?.layer();
  }

  /** Shows the time with her on Us. */
  async time() {
    await (await this.toUs())?.time();
  }

  /** Shows the dreams on Us. */
  async dreams() {
    (await this.toUs())?.only("dreams");
  }

  /** Shows somebody on Kept. @param {string} id */
  async somebody(id) {
    (await this.toKept())?.people.open(id);
  }

  async search() {
    (await this.toKept())?.memories.search();
  }

  /** @private @returns {Promise<Us | null>} */
  async toUs() {
    this.us ??= import("./us.js").then(({ Us }) => new Us(this.app));
    return this.us.catch(() => ((this.us = null), this.failed(), null));
  }

  /** @private @returns {Promise<Kept | null>} */
  async toKept() {
    this.kept ??= import("./kept.js").then(({ Kept }) => new Kept(this.app, this.voices, this.browser));
    return this.kept.catch(() => ((this.kept = null), this.failed(), null));
  }
}
