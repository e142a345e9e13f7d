// What was said, newest first, and the search in it.

/** @import {App} from "./app.js" */
/** @import {Memory} from "./talk.js" */

import { when } from "./dates.js";
import { action, fill, h } from "./dom.js";
import { cut, found } from "./search.js";
import { touchable } from "./touchable.js";
import { circumstances, kept as words } from "./reading-words.js";

const page = 12; // shown at a time
const near = 10_000; // so many are looked through letter by letter; older ones are recalled

export class Memories {
  /** @param {App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.many = page;
    this.due = 0;
    /** @type {Promise<Memory[] | null> | null} what is looked through, from the first letter typed to the last */
    this.all = null;
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
      this.due = setTimeout(() => this.draw(), 90);
    });
    this.field.addEventListener("focus", () => this.stay());
  }

  /** Nothing is sought any more. */
  clear() {
    clearTimeout(this.due);
    this.field.value = "";
    this.many = page;
    this.all = null;
    this.place.style.minHeight = "";
  }

  /** Something may be otherwise now. */
  again() {
    this.all = null;
    return this.draw();
  }

  /** While one searches the field stands at the top, over what keys a screen has, and stays there however little is found. @private */
  stay() {
    this.place.style.minHeight = "calc(var(--high) - 10rem)";
    this.place.scrollIntoView({ block: "start" });
  }

  /** Looks for what was said with these words. @param {string} query */
  seek(query) {
    this.field.value = query;
    this.search();
    this.draw();
  }

  /** Puts the cursor into the search. */
  search() {
    this.field.focus({ preventScroll: true });
    this.stay();
  }

  async draw() {
    const query = this.field.value.trim();
    const list = query ? await this.sought(query) : await this.newest();
    if (query !== this.field.value.trim()) return; // the person went on typing
    if (!list) return fill(this.list, h("li", { class: "choice" }, words.unreachable));
    this.more.hidden = list.length < this.many;
    const none = query ? words.notFound : words.noMemories;
    const lines = list.slice(0, this.many).map((m) => this.line(m, query));
    fill(this.list, ...(lines.length ? lines : [h("li", { class: "choice" }, none)]));
  }

  /** @private */
  async newest() {
    return (await this.look("-n", String(this.many)))?.reverse() ?? null;
  }

  /** @private @param {string} query */
  async sought(query) {
    this.all ??= this.look("-n", String(near));
    const [all, recalled] = await Promise.all([this.all, this.look(query, "-n", String(this.many))]);
    if (!all) this.all = null;
    return all && recalled && found(query, all, recalled);
  }

  /** @private @param {...string} asked @returns {Promise<Memory[] | null>} */
  look(...asked) {
    return this.app.look("memories", ...asked);
  }

  /** @private @param {Memory} m @param {string} query */
  line(m, query) {
    const about = ` ${words.by[m.by] ?? ""}, ${when(new Date(m.at), new Date())}`;
    const text = cut(m.text, query).map((p) => (p.hit ? h("mark", {}, p.text) : p.text));
    return h("li", {}, touchable(this.app, { id: m.id, text: m.text, lead: circumstances(m), changed: this.changed }, h("span", {}, ...text), h("span", { class: "meta" }, about)));
  }
}
