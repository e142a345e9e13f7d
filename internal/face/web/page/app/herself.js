// The layer about her, called up on Us: how she is, who she has become, how the
// two stand, her nights, and what she asks herself. Each line opens to its
// cause, and what can be taken back or put right, can be here.

/** @import {App} from "./app.js" */
/** @import {Book, Dream, Feelings, Own, Portrait, Self, Thread, Trait} from "./facts.js" */
/** @import {Child} from "./dom.js" */
/** @import {Thing} from "./opened.js" */

import { Between } from "./between.js";
import { when } from "./dates.js";
import { action, bring, fill, h } from "./dom.js";
import { make, small } from "./draw.js";
import { upper } from "./facts.js";
import { gone } from "./fade.js";
import { Mood } from "./mood.js";
import { nightsOf } from "./nights.js";
import { correctingOne } from "./opened.js";
import { touchable } from "./touchable.js";
import { nights as nightWords, parts, questions, self as words, signed, unreachable } from "./herself-words.js";

const fewNights = 5; // shown before the others are called up

export class Herself {
  /** @param {App} app @param {import("./undo.js").Undo} undo */
  constructor(app, undo) {
    this.app = app;
    this.undo = undo;
    this.shown = false;
    this.allNights = false;
    this.mood = new Mood(app);
    this.become = part(parts.self);
    this.between = new Between(app, () => this.draw());
    this.nights = part(parts.nights);
    this.questions = part(parts.questions);
    this.place = h(
      "div", { class: "herself", "aria-label": parts.layer, role: "group" },
      this.mood.place, this.become.place, this.between.place, this.nights.place, this.questions.place,
    );
  }

  hide() {
    this.shown = false;
    this.allNights = false;
    this.mood.end();
  }

  /** Looks again, and shows it. */
  async draw() {
    const { app } = this;
    const look = (/** @type {string[]} */ ...verb) => app.look(...verb);
    this.between.draw();
    const [feelings, self, dreams, shelf, threads] = await Promise.all([
      this.mood.draw(),
      /** @type {Promise<Self | null>} */ (look("self")),
      /** @type {Promise<Dream[] | null>} */ (look("dreams")),
      /** @type {Promise<Book[] | null>} */ (look("shelf")),
      /** @type {Promise<Thread[] | null>} */ (look("threads")),
    ]);
    if (self) this.showSelf(self);
    else fill(this.become.body, lead(unreachable));
    this.showNights(dreams, shelf);
    this.showQuestions(threads, feelings ?? null);
  }

  /** @private @param {Self} s */
  showSelf(s) {
    fill(
      this.become.body, this.portrait(s.portrait),
      h("ul", { class: "things traits" }, ...s.traits.map(trait)), h("p", { class: "meta" }, words.bar),
      h("h3", {}, words.week), this.steps(s.week),
      ...Object.entries(words.groups).flatMap(([group, title]) => this.group(title, s[/** @type {keyof typeof words.groups} */ (group)])),
    );
  }

  /** Herself in her words, and yours beside them. @private @param {Portrait | null} p */
  portrait(p) {
    if (!p) return lead(words.none);
    const text = p.sentences.join(" ");
    return h("div", { class: "portrait" }, this.line(p, text), this.yours(p));
  }

  /** @private @param {Self["week"]} week */
  steps(week) {
    if (!week.length) return h("p", { class: "lead" }, words.still);
    return h("ul", { class: "things" }, ...week.map((s) => {
      const text = upper(words.step(s.how, s.because));
      return h("li", {}, touchable(this.app, this.takable(s.id, text), text, h("span", { class: "meta" }, ` ${signed(s.by, 4)}`)));
    }));
  }

  /** @private @param {string} title @param {Own[]} list @returns {Child[]} */
  group(title, list) {
    if (!list?.length) return [];
    return [h("h3", {}, title), h("ul", { class: "things" }, ...list.map((own) => h("li", {}, this.line(own, textOf(own), metaOf(own)), this.yours(own))))];
  }

  /** A line of hers that can be put right and taken back. @private @param {{id: string}} own @param {string} text @param {string} [meta] */
  line(own, text, meta = "") {
    const thing = this.takable(own.id, text);
    const back = thing.more;
    thing.more = (below) => [
      action(words.notSo, () => {
        const form = correctingOne(this.app, { id: own.id, value: "" }, below, { ...thing, undo: this.undo }, {
          label: words.howIs, fix: words.itIs, done: () => words.beside, back: (_, id) => this.app.ask("forget", id, "--only"),
        });
        fill(below, form);
        bring(below, document.body);
        form.querySelector("input")?.focus({ preventScroll: true });
      }),
      ...(back?.(below) ?? []),
    ];
    return touchable(this.app, thing, text, meta ? h("span", { class: "meta" }, ` ${meta}`) : null);
  }

  /** What the person put beside it. @private @param {{yours?: {id: string, text: string}}} own */
  yours({ yours }) {
    return yours?.text ? touchable(this.app, this.takable(yours.id, yours.text), words.yours(yours.text)) : null;
  }

  /** A thing with the word that takes it back, and it alone. @private @param {string} id @param {string} text @returns {Thing} */
  takable(id, text) {
    const changed = () => this.draw();
    const more = () => [action(words.takeBack, async () => {
      const told = await this.app.ask("forget", id, "--only");
      this.undo.did(told.exit === 0 ? words.takenBack : told.error || unreachable);
      changed();
    })];
    return { id, text, more, changed };
  }

  /** @private @param {Dream[] | null} dreams @param {Book[] | null} shelf */
  showNights(dreams, shelf) {
    if (!dreams || !shelf) return fill(this.nights.body, lead(unreachable));
    const all = nightsOf(dreams, shelf);
    if (!all.length) return fill(this.nights.body, lead(nightWords.none));
    const lines = all.map((n) => h(
      "li", {}, h("h3", {}, nightWords.of(dated(n.date))),
      ...n.dreams.map((d) => touchable(this.app, { id: d.id, text: d.text, changed: () => this.draw() }, h("span", { class: "meta before" }, `${nightWords.dreamed} `), h("em", {}, d.text))),
      ...n.reads.map((r) => touchable(this.app, { id: r.id, text: r.title, changed: () => this.draw() }, nightWords.read(r.title, r.words))),
      ...n.stops.map((s) => touchable(this.app, { id: s.id, text: s.text, changed: () => this.draw() }, nightWords.stopped(s.text))),
    ));
    const few = this.allNights ? lines : lines.slice(0, fewNights);
    const more = lines.length > few.length && h("div", { class: "acts" }, action(nightWords.more, () => {
      this.allNights = true;
      this.showNights(dreams, shelf);
      /** @type {HTMLElement | null} */ (this.nights.body.querySelectorAll("li")[fewNights]?.querySelector("button"))?.focus({ preventScroll: true });
    }));
    fill(this.nights.body, h("ol", { class: "nights" }, ...few), more);
  }

  /** @private @param {Thread[] | null} threads @param {Feelings | null} feelings */
  showQuestions(threads, feelings) {
    if (!threads) return fill(this.questions.body, lead(unreachable));
    const asked = threads.filter((t) => t.whose === "herself" && t.kind === "question" && !t.closed);
    if (!asked.length) return fill(this.questions.body, lead(questions.none));
    const steps = new Map((feelings?.wonders ?? []).map((w) => [w.id, w.steps?.at(-1)?.says]));
    fill(this.questions.body, h("ul", { class: "things" }, ...asked.map((t) => {
      const found = steps.get(t.id);
      return h("li", {}, touchable(this.app, this.takable(t.id, t.about), `${upper(t.about)}?`, h("span", { class: "meta" }, ` ${when(new Date(t.at), new Date())}${found ? `. ${questions.found(found)}` : ""}`)));
    })));
  }
}

const barWidth = 120;

/** @param {Trait} t */
function trait(t) {
  const at = gone(t, barWidth);
  return h(
    "li", { class: "trait" },
    h("p", {}, upper(t.words), t.since ? words.since(t.since) : "", h("span", { class: "meta" }, ` ${words.trait(t.name, t.now, t.born)}`)),
    small(barWidth, 10, make("path", { class: "ground", d: `M0 5H${barWidth}` }), make("path", { class: "ground", d: `M${at.born} -2V12` }), make("path", { class: "lead", d: `M${at.born} 5H${at.now}` }), make("circle", { class: "bead", cx: at.now, cy: 5, r: 3 })),
  );
}

/** @param {Own} own */
function textOf(own) {
  return upper(own.text || `“${own.what}”`) + (own.because ? `, because ${own.because}` : "");
}

/** @param {Own} own */
function metaOf(own) {
  const ending = own.over ? /** @type {Record<string, string>} */ (words.endings)[own.over] ?? own.over : "";
  return [when(new Date(own.at), new Date()), ending].filter(Boolean).join(", ");
}

/** "2026-03-02" as one says it. @param {string} date */
function dated(date) {
  return new Date(`${date}T12:00:00`).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
}

/** @param {string} text */
export function lead(text) {
  return h("p", { class: "lead" }, text);
}

/** @param {string} title */
export function part(title) {
  const body = h("div", {});
  return { place: h("section", { class: "layer", "aria-label": title }, h("h2", {}, title), body), body };
}
