// What was said, newest first, and the search in it.

/** @import {App} from "./app.js" */
/** @import {Memory} from "./talk.js" */

import { when } from "./dates.js";
import { action, fill, h } from "./dom.js";
import { touchable } from "./touchable.js";
import { kept as words } from "./words.js";

const page = 12; // shown at a time

export class Memories {
  /** @param {App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.many = page;
    this.due = 0;
    this.list = h("ul", { class: "things" });
    this.field = h("input", { type: "search", placeholder: words.search, "aria-label": words.search, autocomplete: "off" });
    this.more = action(words.more, () => {
      this.many += 2 * page;
      this.draw();
    });
    this.place = h(
      "section", { class: "part", "aria-label": words.memories },
      h("h2", {}, words.memories), h("form", { class: "search", role: "search", onsubmit: (/** @type {Event} */ e) => e.preventDefault() }, this.field),
      this.list, h("div", { class: "acts" }, this.more),
    );
    this.field.addEventListener("input", () => {
      clearTimeout(this.due);
      this.due = setTimeout(() => this.draw(), 180);
    });
  }

  /** Puts the cursor into the search. */
  search() {
    this.field.focus();
    this.place.scrollIntoView({ block: "start" });
  }

  async draw() {
    const query = this.field.value.trim();
    const asked = query ? ["memories", query, "-n", String(this.many)] : ["memories", "-n", String(this.many)];
    const found = /** @type {Memory[] | null} */ (await this.app.look(...asked));
    if (query !== this.field.value.trim()) return; // the person went on typing
    if (!found) return fill(this.list, h("li", { class: "choice" }, words.unreachable));
    this.more.hidden = found.length < this.many;
    const newest = query ? found : [...found].reverse();
    const none = query ? words.notFound : words.noMemories;
    fill(this.list, ...(newest.length ? newest.map((m) => this.line(m)) : [h("li", { class: "choice" }, none)]));
  }

  /** @private @param {Memory} m */
  line(m) {
    const about = ` ${words.by[m.by] ?? ""}, ${when(new Date(m.at), new Date())}`;
    return h("li", {}, touchable(this.app, { id: m.id, text: m.text, changed: this.changed }, m.text, h("span", { class: "meta" }, about)));
  }
}
