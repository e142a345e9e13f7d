// Kept: all that she holds, each of it a sentence that opens, and what may be
// chosen. Every part looks for itself, so that one that fails takes no other
// with it.

/** @import {App} from "./app.js" */
/** @import {Browser} from "./browser.js" */
/** @import {Errand, Fact, Left, Thread} from "./facts.js" */
/** @import {Child} from "./dom.js" */
/** @import {Voices} from "./voices.js" */

import { Choices } from "./choices.js";
import { clock, dayOf, since, when } from "./dates.js";
import { Devices } from "./devices.js";
import { fill, h, the } from "./dom.js";
import { sentence, upper } from "./facts.js";
import { Memories } from "./memories.js";
import { touchable } from "./touchable.js";
import { kept as words } from "./reading-words.js";
import { opened } from "./words.js";

export class Kept {
  /** @param {App} app @param {Voices} voices @param {Browser} browser */
  constructor(app, voices, browser) {
    this.app = app;
    the("kept-title").textContent = words.title;
    const scroll = /** @type {HTMLElement} */ (the("kept").querySelector(".scroll"));
    this.memories = new Memories(app, () => this.draw());
    this.choices = new Choices(app, voices, browser);
    this.devices = new Devices(app);
    this.facts = part(words.facts);
    this.threads = part(words.threads);
    this.errands = part(words.errands);
    this.left = part(words.left);
    this.machine = part(words.machine);
    fill(
      scroll, this.facts.place, this.threads.place, this.errands.place, this.memories.place,
      this.left.place, this.choices.place, this.devices.place, this.machine.place,
    );
  }

  /** Looks again, and shows it. */
  draw() {
    const { app } = this;
    this.memories.again();
    this.choices.draw();
    this.devices.draw();
    show(this.facts, app.look("facts"), (/** @type {Fact[]} */ l) => this.factsOf(l), words.noFacts);
    show(this.threads, app.look("threads"), (/** @type {Thread[]} */ l) => this.threadsOf(l), words.noThreads);
    show(this.errands, app.look("errands"), (/** @type {Errand[]} */ l) => this.errandsOf(l), words.noErrands);
    show(this.left, app.look("left"), (/** @type {Left[]} */ l) => l.map(leftLine), words.nothing);
    this.doctor();
  }

  leave() {
    this.memories.clear();
  }

  /** @private @param {Fact[]} list */
  factsOf(list) {
    const now = new Date();
    return list.map((f) => {
      const about = [since(new Date(f.since), now), ...(f.was ?? []).map(words.before)].join(", ");
      return touchable(
        this.app, { id: f.id, text: sentence(f), fact: f, lead: f.quote ? `“${f.quote}”` : "", changed: () => this.draw() },
        sentence(f), h("span", { class: "meta" }, ` ${about}`),
      );
    });
  }

  /** @private @param {Thread[]} list */
  threadsOf(list) {
    const now = new Date();
    return list.map((t) => {
      const due = t.due ? `, for ${dayOf(new Date(t.due), now)}` : "";
      return touchable(
        this.app, { id: t.id, text: t.about, changed: () => this.draw() },
        upper(t.about), h("span", { class: "meta" }, ` ${words.kinds[t.kind] ?? t.kind}, ${when(new Date(t.at), now)}${due}`),
      );
    });
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
    const doc = /** @type {{version?: string, well?: boolean, passphrase?: boolean, notes?: string[]} | undefined} */ (told.doc);
    if (!doc) return fill(this.machine.list, h("li", {}, h("p", { class: "choice" }, opened.unreachable)));
    const lock = doc.passphrase ? h("li", { class: "choice" }, words.locked) : h("li", { class: "choice" }, h("p", {}, words.unlocked, " ", h("code", {}, words.lock)));
    const notes = (doc.notes ?? []).map((n) => h("li", { class: "choice" }, n));
    fill(this.machine.list, h("li", { class: "choice" }, `${words.version(doc.version ?? this.app.her?.version ?? "")} ${doc.well ? words.well : ""}`), lock, ...notes);
  }
}

/** @param {string} title */
function part(title) {
  const list = h("ul", { class: "things" });
  return { place: h("section", { class: "part", "aria-label": title }, h("h2", {}, title), list), list };
}

/**
 * Fills a part with what was asked for.
 * @template T
 * @param {{list: HTMLElement}} part @param {Promise<T[] | null>} asked
 * @param {(list: T[]) => Child[]} lines @param {string} none
 */
async function show({ list }, asked, lines, none) {
  const got = await asked;
  if (!got) return fill(list, h("li", { class: "choice" }, words.unreachable));
  fill(list, ...(got.length ? lines(got).map((line) => h("li", {}, line)) : [h("li", { class: "choice" }, none)]));
}

/** "Sound, about 4 seconds, to your browser's maker; this evening, because ..." @param {Left} l */
function leftLine(l) {
  const much = l.seconds ? `, about ${Math.round(l.seconds)} seconds` : l.bytes ? `, ${l.bytes} bytes` : "";
  const why = /** @type {Record<string, string>} */ (words.whose)[l.choice];
  return h(
    "p", { class: "choice" }, `${upper(l.what)}${much}, to ${l.to}`,
    h("span", { class: "meta" }, [when(new Date(l.at), new Date()), why].filter(Boolean).join(", ")),
  );
}
