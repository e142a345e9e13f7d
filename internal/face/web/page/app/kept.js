// Kept: all that she holds, each of it a sentence that opens, and what may be
// chosen. Every part looks for itself, so that one that fails takes no other
// with it.

/** @import {App} from "./app.js" */
/** @import {Browser} from "./browser.js" */
/** @import {Having} from "./models-words.js" */
/** @import {Avoided, Errand, Fact, Left, Letter, Somebody, Thread} from "./facts.js" */
/** @import {Child} from "./dom.js" */
/** @import {Voices} from "./voices.js" */

import { Avoiding } from "./avoiding.js";
import { Choices } from "./choices.js";
import { clock, dayOf, since, when } from "./dates.js";
import { Devices } from "./devices.js";
import { action, fill, h, the } from "./dom.js";
import { sentence, upper } from "./facts.js";
import { forget } from "./forget.js";
import { leftOf } from "./left.js";
import { Memories } from "./memories.js";
import { People } from "./people.js";
import { Shelf } from "./shelf.js";
import { Thinking } from "./thinking.js";
import { openFirst, standing } from "./threads.js";
import { touchable } from "./touchable.js";
import { Undo } from "./undo.js";
import { walk } from "./walk.js";
import { care, kept as words } from "./reading-words.js";
import { opened } from "./words.js";

/** @typedef {{version?: string, well?: boolean, passphrase?: boolean, notes?: string[], model?: Having, mind?: {disclosed?: string, card?: string}}} Doctor */

export class Kept {
  /** @param {App} app @param {Voices} voices @param {Browser} browser */
  constructor(app, voices, browser) {
    this.app = app;
    const changed = () => this.draw();
    const page = the("kept");
    const scroll = /** @type {HTMLElement} */ (page.querySelector(".scroll"));
    this.undo = new Undo();
    this.memories = new Memories(app, changed);
    this.people = new People(app, this.undo, { changed, seek: (name) => this.memories.seek(name) });
    this.avoiding = new Avoiding(app, this.undo, changed);
    this.shelf = new Shelf(app, changed);
    this.choices = new Choices(app, voices, browser);
    this.devices = new Devices(app);
    this.thinking = new Thinking(app, changed);
    this.facts = part(words.facts);
    this.threads = part(words.threads);
    this.errands = part(words.errands);
    this.letters = part(words.letters);
    this.left = part(words.left);
    this.care = part(care.title);
    this.machine = part(words.machine);
    fill(
      scroll, this.facts.place, this.people.place, this.threads.place, this.errands.place, this.letters.place, this.memories.place, this.shelf.place, this.avoiding.place,
      this.left.place, this.choices.place, this.thinking.place, this.devices.place, this.care.place, this.machine.place,
    );
    scroll.after(this.undo.place);
    walk(page, {
      forget: async (id) => {
        if (await forget(app, id)) this.draw();
      },
    });
  }

  /** Looks again, and shows it. */
  draw() {
    const { app } = this;
    this.memories.again();
    this.choices.draw();
    this.shelf.draw();
    this.devices.draw();
    const facts = /** @type {Promise<Fact[] | null>} */ (app.look("facts"));
    const threads = /** @type {Promise<Thread[] | null>} */ (app.look("threads", "--all"));
    const avoided = /** @type {Promise<Avoided[] | null>} */ (app.look("avoid"));
    const people = /** @type {Promise<Somebody[] | null>} */ (app.look("people"));
    show(this.facts, facts, (l) => this.factsOf(l), words.noFacts);
    show(this.threads, threads, (l) => this.threadsOf(l), words.noThreads);
    show(this.errands, app.look("errands"), (/** @type {Errand[]} */ l) => this.errandsOf(l), words.noErrands);
    show(this.letters, app.look("letters"), (/** @type {Letter[]} */ l) => lettersOf(l, new Date()), words.noLetters);
    show(this.left, app.look("left"), (/** @type {Left[]} */ l) => leftOf(l, new Date()), words.nothing);
    avoided.then((l) => this.avoiding.show(l));
    Promise.all([people, facts, threads, avoided]).then(([p, f, t, a]) => this.people.show(p, { facts: f ?? [], threads: t ?? [], avoided: a ?? [] }));
    this.doctor();
  }

  leave() {
    for (const p of [this.facts, this.threads, this.errands, this.letters, this.left]) p.all = false;
    this.memories.clear();
    this.undo.settle();
  }

  /** @private @param {Fact[]} list */
  factsOf(list) {
    const now = new Date();
    return list.map((f) => {
      const about = [words.told(f.sources.length), words.certain(f.confidence), since(new Date(f.since), now), ...(f.was ?? []).map(words.before)].filter(Boolean).join(", ");
      const thing = { id: f.id, text: sentence(f), fact: f, part: true, undo: this.undo, avoid: f.id, lead: f.quote ? `“${f.quote}”` : "", changed: () => this.draw() };
      return touchable(this.app, thing, sentence(f), h("span", { class: "meta" }, ` ${about}`));
    });
  }

  /** @private @param {Thread[]} list */
  threadsOf(list) {
    const now = new Date();
    return openFirst(list).map((t) => touchable(
      this.app, { id: t.id, text: t.about, part: true, undo: this.undo, avoid: t.id, changed: () => this.draw() },
      upper(t.about), h("span", { class: "meta" }, ` ${standing(t, now)}`),
    ));
  }

  /** @private @param {Errand[]} list */
  errandsOf(list) {
    const now = new Date();
    return list.map((e) => {
      const about = e.due ? `${dayOf(new Date(e.due), now)}, ${clock(new Date(e.due))}` : e.list ? words.onList(e.list) : words.errandKinds[e.kind];
      return touchable(
        this.app, { id: e.id, text: e.what ?? "", changed: () => this.draw() },
        upper(e.what || words.errandKinds[e.kind]), h("span", { class: "meta" }, ` ${about}`),
      );
    });
  }

  /** @private */
  async doctor() {
    const told = await this.app.ask("doctor");
    const doc = /** @type {Doctor | undefined} */ (told.doc);
    if (!doc) {
      for (const { list } of [this.machine, this.care]) fill(list, h("li", {}, h("p", { class: "choice" }, opened.unreachable)));
      return;
    }
    this.thinking.show(doc.model);
    const lock = doc.passphrase ? plain(words.locked) : plain(words.unlocked, " ", h("code", {}, words.lock));
    const notes = (doc.notes ?? []).map((n) => plain(n));
    fill(
      this.machine.list, plain(`${words.version(doc.version ?? this.app.her?.version ?? "")} ${doc.well ? words.well : ""}`),
      plain(words.hands), lock, plain(words.backup, " ", h("code", {}, words.exporting)), ...notes,
    );
    const { disclosed, card } = doc.mind ?? {};
    fill(
      this.care.list, plain(care.what, disclosed ? ` ${care.last(when(new Date(disclosed), new Date()))}` : ""),
      plain(care.people), card ? plain(card) : null,
    );
  }
}

/** Letters, the newest first, each whole. @param {Letter[]} list @param {Date} now */
function lettersOf(list, now) {
  return [...list].reverse().map((l) => h(
    "div", { class: "choice" },
    h("p", {}, words.letterTo(l.to), h("span", { class: "meta" }, ` ${words.letterStands(l.done)}, ${dayOf(new Date(l.changed), now)}`)),
    h("p", {}, l.greeting), h("p", {}, l.sentences.map((s) => s.text).join(" ")), h("p", {}, l.close), l.name ? h("p", {}, l.name) : null,
    h("p", { class: "meta" }, words.letterPrint, " ", h("code", {}, `samantha letters ${l.id} --html`)),
  ));
}

/** A sentence with nothing to choose. @param {...Child} children */
function plain(...children) {
  return h("li", {}, h("div", { class: "choice" }, h("p", {}, ...children)));
}

/** @param {string} title */
function part(title) {
  const list = h("ul", { class: "things" });
  return { all: false, place: h("section", { class: "part", "aria-label": title }, h("h2", {}, title), list), list };
}

/**
 * Fills a part with what was asked for.
 * @template T
 * @param {{list: HTMLElement, all?: boolean}} part @param {Promise<T[] | null>} asked
 * @param {(list: T[]) => Child[]} lines @param {string} none
 */
async function show(part, asked, lines, none) {
  const { list } = part;
  const got = await asked;
  if (!got) return fill(list, h("li", { class: "choice" }, words.unreachable));
  if (!got.length) return fill(list, h("li", { class: "choice" }, none));
  const all = lines(got).map((line) => h("li", {}, line));
  if (part.all || all.length <= atOnce) return fill(list, ...all);
  const more = h("li", { class: "acts" }, action(words.theRest(all.length - atOnce), () => {
    part.all = true;
    more.replaceWith(...all.slice(atOnce));
    all[atOnce].querySelector("button")?.focus({ preventScroll: true });
  }));
  fill(list, ...all.slice(0, atOnce), more);
}

/** So many lines of a part are shown before the others are called up. */
const atOnce = 12;
