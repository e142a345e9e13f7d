// Which mind speaks for her now, and why, in a sentence; and the panel of others, which
// is fetched when it is called up.

/** @import {App} from "./app.js" */
/** @import {Having} from "./models-words.js" */

import { action, fill, h } from "./dom.js";
import { models as words } from "./models-words.js";

export class Thinking {
  /** @param {App} app @param {() => void} changed another one may speak now */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    /** @type {import("./models.js").Models | null} fetched when it is called up */
    this.models = null;
    this.now = h("span", {}, words.own);
    this.opener = action(words.open, () => this.toggle(), { "aria-expanded": "false" });
    this.panel = h("div", { hidden: true });
    this.place = h(
      "section", { class: "part", "aria-label": words.title }, h("h2", {}, words.title),
      h("ul", { class: "things" }, h("li", {}, h("div", { class: "choice" }, h("p", {}, this.now, h("small", { class: "meta" }, words.stays)), h("div", { class: "words" }, this.opener)))), this.panel,
    );
  }

  /** @param {Having | undefined} having as doctor has it */
  show(having) {
    const off = this.app.her?.choices?.["model"] === "off";
    this.now.textContent = having?.name ? words.has(having) : off ? words.off : words.own;
  }

  /** @private */
  async toggle() {
    const open = this.panel.hidden;
    this.opener.setAttribute("aria-expanded", String(open));
    this.opener.textContent = open ? words.close : words.open;
    this.panel.hidden = !open;
    if (!open) return;
    if (!this.models) {
      document.head.append(h("link", { rel: "stylesheet", href: "/style/models.css" }));
      const { Models } = await import("./models.js");
      this.models = new Models(this.app, this.changed);
      fill(this.panel, this.models.place);
    }
    await this.models.draw();
  }
}
