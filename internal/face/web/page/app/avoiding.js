// What she never brings up by herself, and how it may come up again.

/** @import {App} from "./app.js" */
/** @import {Avoided} from "./facts.js" */
/** @import {Undo} from "./undo.js" */

import { since } from "./dates.js";
import { action, fill, h } from "./dom.js";
import { avoiding as words, kept, people } from "./reading-words.js";

export class Avoiding {
  /** @param {App} app @param {Undo} undo @param {() => void} changed */
  constructor(app, undo, changed) {
    this.app = app;
    this.undo = undo;
    this.changed = changed;
    this.list = h("ul", { class: "things" });
    this.place = h("section", { class: "part", "aria-label": words.title }, h("h2", {}, words.title), this.list);
  }

  /** @param {Avoided[] | null} list */
  show(list) {
    if (!list) return fill(this.list, h("li", { class: "choice" }, kept.unreachable));
    const lines = list.map((a) => this.line(a));
    fill(this.list, ...(lines.length ? lines : [h("li", { class: "choice" }, words.none)]));
  }

  /** @private @param {Avoided} a */
  line(a) {
    const free = action(people.free, async () => {
      const told = await this.app.ask("avoid", a.id, "--undo");
      if (told.exit !== 0) return this.undo.did(told.error || kept.unreachable);
      this.undo.did(words.freed, () => this.app.ask("avoid", a.what).then(() => this.changed()));
      this.changed();
    }, { "aria-label": `${people.free}: ${a.what}` });
    return h("li", {}, h("div", { class: "choice" }, h("p", {}, `“${a.what}”`, h("small", { class: "meta" }, since(new Date(a.at), new Date()))), h("div", { class: "words" }, free)));
  }
}
