// Her shelf: the books she reads at night, and where she is in them. A file is
// put there by choosing it, or by letting it fall here; a book is taken down by
// forgetting it, and all she has of it.

/** @import {App} from "./app.js" */
/** @import {Book} from "./facts.js" */
/** @import {Told} from "./wire.js" */

import { action, fill, h } from "./dom.js";
import { touchable } from "./touchable.js";
import { kept, shelf as words } from "./reading-words.js";

const most = 16 << 20; // bytes, as the house has it

export class Shelf {
  /** @param {App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.list = h("ul", { class: "things" });
    this.told = h("p", { class: "answer", role: "status" });
    this.field = h("input", { type: "file", accept: ".txt,.md,.markdown,.epub", hidden: true, onchange: () => this.chosen(this.field.files) });
    this.place = h(
      "section", { class: "part shelf", "aria-label": words.title, ondragover: (/** @type {DragEvent} */ e) => this.over(e), ondragleave: () => this.place.classList.remove("over"), ondrop: (/** @type {DragEvent} */ e) => this.dropped(e) },
      h("h2", {}, words.title), this.list, this.field, h("div", { class: "acts" }, action(words.put, () => this.field.click())), this.told,
    );
  }

  async draw() {
    const list = /** @type {Book[] | null} */ (await this.app.look("shelf"));
    if (!list) return fill(this.list, h("li", { class: "choice" }, kept.unreachable));
    if (!list.length) return fill(this.list, h("li", { class: "choice" }, words.none));
    fill(this.list, ...list.map((b) => h("li", {}, this.line(b))));
  }

  /** @private @param {Book} b */
  line(b) {
    const stopped = b.stops?.at(-1)?.text;
    const thing = { id: b.id, text: b.title, away: words.down, lead: stopped ? words.stopped(stopped) : "", changed: this.changed };
    return touchable(this.app, thing, words.by(b.title, b.author ?? ""), h("span", { class: "meta" }, ` ${progress(b)}`));
  }

  /** @private @param {DragEvent} e */
  over(e) {
    if (!e.dataTransfer?.types.includes("Files")) return;
    e.preventDefault();
    this.place.classList.add("over");
  }

  /** @private @param {DragEvent} e */
  dropped(e) {
    e.preventDefault();
    this.place.classList.remove("over");
    this.chosen(e.dataTransfer?.files ?? null);
  }

  /** Puts files there, one after the other. @private @param {FileList | null} files */
  async chosen(files) {
    for (const file of files ?? []) {
      this.told.textContent = words.sending(file.name);
      this.told.textContent = await this.put(file);
    }
    this.field.value = ""; // the same file may be chosen again
    await this.draw();
  }

  /** @private @param {File} file @returns {Promise<string>} what became of it, in a sentence */
  async put(file) {
    if (file.size > most) return words.tooLarge(file.name, most >> 20);
    try {
      const answer = await fetch(`/shelf?name=${encodeURIComponent(fileName(file.name))}`, { method: "POST", body: file });
      const told = /** @type {Told} */ (await answer.json());
      if (told.exit !== 0) return told.error ? words.refused(told.error) : kept.unreachable;
      const book = /** @type {Book & {known?: boolean}} */ (told.doc);
      return book.known ? words.known(book.title) : words.there(book.title);
    } catch {
      return kept.unreachable;
    }
  }
}

/** A name without what no disk takes; the kind and the title stay. @param {string} name */
export function fileName(name) {
  return name.replace(/[/\\:*?"<>|\p{Cc}]/gu, " ").replace(/^[. ]+/, "").slice(-60) || "book";
}

/** Where she is in it. @param {Book} b */
export function progress(b) {
  const many = b.nights?.length ?? 0;
  if (many === 0) return words.unopened(b.words);
  return b.part >= 1 ? words.read(many) : words.partly(Math.round(100 * b.part), many);
}
