// Us: what the two have lived, on one thread, newest first, down to where it
// began: days, chapters with their tellings, dreams; and, called up in its place,
// the layer about her.

/** @import {App} from "./app.js" */
/** @import {Chapter, Encounter, Fact, Learned, Note} from "./facts.js" */
/** @import {Filter, Item} from "./timeline.js" */

import { chapter, note } from "./chapters.js";
import { clock, daysBetween, heading, partOf } from "./dates.js";
import { action, fill, h, the } from "./dom.js";
import { lower, replaced, sentence, since } from "./facts.js";
import { thread } from "./thread.js";
import { timeline } from "./timeline.js";
import { touchable } from "./touchable.js";
import { Undo } from "./undo.js";
import { us as words, wasFelt } from "./reading-words.js";

export class Us {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = /** @type {HTMLElement} */ (the("us").querySelector(".scroll"));
    this.undo = new Undo();
    /** @type {import("./herself.js").Herself | null} fetched when it is called up for the first time */
    this.herself = null;
    /** @type {import("./compass.js").Compass | null} the time with her, while it is wanted */
    this.compass = null;
    this.dressed = dressed();
    this.place.after(this.undo.place);
    this.end = () => {};
    /** @type {Fact[] | null} what holds now; null: not known */
    this.facts = null;
    /** @type {{days: Encounter[], chapters: Chapter[], notes: Note[]} | null} null: not known */
    this.life = null;
    /** @type {Filter} */
    this.filter = "all";
  }

  /** Looks again, and shows it. */
  async draw() {
    const [days, facts, story, notes] = await Promise.all([
      /** @type {Promise<Encounter[] | null>} */ (this.app.look("encounters")),
      /** @type {Promise<Fact[] | null>} */ (this.app.look("facts")),
      /** @type {Promise<{chapters: Chapter[]} | null>} */ (this.app.look("story")),
      /** @type {Promise<Note[] | null>} */ (this.app.look("dreams")),
      this.timed(),
      this.dressed,
    ]);
    this.facts = facts;
    this.life = days && { days, chapters: story?.chapters ?? [], notes: notes ?? [] };
    this.show();
    if (this.herself?.shown) await this.herself.draw();
  }

  /** Looks at the time with her, if it is wanted. @private */
  async timed() {
    if (this.app.her?.choices?.["together"] !== "yes") {
      this.compass?.end();
      this.compass = null;
      return;
    }
    const { Compass } = await import("./compass.js");
    this.compass ??= new Compass(this.app, () => this.draw());
    await this.compass.draw();
  }

  /** Brings the time with her into sight. */
  async time() {
    this.filter = "all";
    this.herself?.hide();
    pressed(false);
    await this.draw();
    this.compass?.place.scrollIntoView({ block: "start" });
    this.compass?.place.focus({ preventScroll: true });
  }

  /** Calls up the layer about her, or lets it go. */
  async layer() {
    const { Herself } = await import("./herself.js");
    this.herself ??= new Herself(this.app, this.undo);
    if (this.herself.shown) this.herself.hide();
    else this.herself.shown = true;
    pressed(this.herself.shown);
    this.show();
    if (!this.herself.shown) return;
    this.place.scrollTop = 0;
    await this.herself.draw();
  }

  /** Shows it as it was looked at. */
  show() {
    this.end();
    const top = this.place.scrollTop;
    if (this.herself?.shown) return fill(this.place, this.herself.place);
    const story = h("div", { class: "story" }, this.lead(), this.filters());
    fill(this.place, story);
    if (this.compass && this.filter === "all") story.append(this.compass.place);
    if (this.life?.days.length) {
      story.append(this.items(timeline(this.life, this.filter)));
      this.end = thread(story);
    }
    this.place.scrollTop = top;
  }

  /** Shows only some of it. @param {Filter} filter */
  only(filter) {
    this.filter = filter;
    this.herself?.hide();
    pressed(false);
    this.show();
    /** @type {HTMLElement | null} */ (this.place.querySelector(".filters [aria-pressed=true]"))?.focus({ preventScroll: true });
  }

  leave() {
    this.end();
    this.compass?.end();
    this.herself?.hide();
    pressed(false);
    this.undo.settle();
    this.filter = "all";
  }

  /** @private */
  lead() {
    const { life } = this;
    const line = !life ? words.unreachable : life.days.length === 0 ? words.empty : life.chapters.length < 2 ? words.young : "";
    return line ? h("p", { class: "lead" }, line) : null;
  }

  /** @private */
  filters() {
    if (!this.life?.days.length) return null;
    const all = /** @type {[Filter, string][]} */ (Object.entries(words.filters));
    return h("div", { class: "filters acts", role: "group", "aria-label": words.show }, ...all.map(([f, word]) => action(word, () => this.only(f), { "aria-pressed": String(f === this.filter) })));
  }

  /** @private @param {Item[]} list */
  items(list) {
    if (list.length === 0) return h("p", { class: "lead none" }, words.none[this.filter]);
    return h("ol", { class: "days" }, ...list.map((item) => this.item(item)));
  }

  /** @private @param {Item} item */
  item(item) {
    const changed = () => this.draw();
    if ("day" in item) return this.day(item.day, item.later, item.brief);
    if ("chapter" in item) return chapter(this.app, item.chapter, { undo: this.undo, changed });
    if ("note" in item) return note(this.app, item.note, changed);
    if ("apart" in item) return h("li", { class: "gap" }, words.apart(item.apart));
    return h("li", { class: "beginning" }, words.beginning);
  }

  /** @private @param {Encounter} e @param {Encounter | undefined} later the one shown above it @param {boolean} brief its rest has to be called up */
  day(e, later, brief) {
    const began = new Date(e.since);
    const sameDay = later && daysBetween(began, new Date(later.since)) === 0;
    const title = sameDay ? `Earlier, in the ${partOf(began)}` : heading(began, new Date());
    return h(
      "li", { class: "day" },
      h("h2", {}, title),
      h("p", { class: "meta" }, `${times(began, new Date(e.until))}, ${words.moments(e.moments)}`),
      e.details?.length ? h("p", { class: "particulars" }, ...this.particulars(e.details)) : null,
      ...(brief ? [folded(() => this.rest(e))] : this.rest(e)),
    );
  }

  /** What else there is of a day. @private @param {Encounter} e @returns {HTMLElement[]} */
  rest(e) {
    const { app } = this;
    const changed = () => this.draw();
    return [
      e.opened ? touchable(app, { ...e.opened, changed }, words.opened(e.opened.text, hers(e.opened))) : null,
      e.closed && e.closed.id !== e.opened?.id ? touchable(app, { ...e.closed, changed }, words.closed(e.closed.text, hers(e.closed))) : null,
      e.felt ? touchable(app, { id: e.felt.id, text: wasFelt(e.felt), changed }, wasFelt(e.felt)) : null,
      ...this.learned(e.learned ?? []),
      e.named ? h("p", { class: "particulars" }, words.named(e.named)) : null,
      e.corrected > 0 ? h("p", { class: "repair meta" }, words.corrected(e.corrected)) : null,
    ].filter((line) => line !== null);
  }

  /** The words of a day; those that were put right since are struck out. @private @param {string[]} details */
  particulars(details) {
    return details.flatMap((d, n) => [n ? ", " : "", replaced(d, this.facts ?? []) ? h("s", {}, `“${d}”`) : `“${d}”`]);
  }

  /** What was learned; what was put right since is struck out, with what is right. @private @param {Learned[]} list */
  learned(list) {
    const changed = () => this.draw();
    const known = this.facts ? since(list, this.facts) : list.map((fact) => ({ fact, now: "" }));
    return known.map(({ fact, now }) => {
      const line = words.learned(lower(sentence(fact)));
      const thing = { id: fact.id, text: sentence(fact), changed };
      if (now === "") return touchable(this.app, { ...thing, fact }, line);
      return touchable(this.app, thing, h("s", {}, line), " ", h("span", { class: "mended" }, now === null ? words.noLonger : words.rightNow(now)));
    });
  }
}

/** "19:00 to 19:40", or one time if there was no more. @param {Date} from @param {Date} to */
function times(from, to) {
  return clock(from) === clock(to) ? clock(from) : `${clock(from)} to ${clock(to)}`;
}

/** Lines that come when they are called up, in place of the word for them. @param {() => HTMLElement[]} lines */
function folded(lines) {
  const place = h("div", { class: "acts" }, action(words.rest, () => {
    const all = lines();
    place.replaceWith(...all);
    all.map((line) => line.querySelector("button") ?? line).find((b) => b instanceof HTMLButtonElement)?.focus({ preventScroll: true });
  }));
  return place;
}

/** The word at the foot tells whether the layer is up. @param {boolean} on */
function pressed(on) {
  the("us-foot").querySelector("[data-word=me]")?.setAttribute("aria-pressed", String(on));
}

/** @param {{id: string}} u */
function hers(u) {
  return u.id.endsWith(".said");
}

/** Fetches how Us looks; without it Us is plain. @returns {Promise<unknown>} */
function dressed() {
  const style = h("link", { rel: "stylesheet", href: "/style/us.css" });
  const there = new Promise((resolve) => ["load", "error"].forEach((e) => style.addEventListener(e, resolve)));
  document.head.append(style);
  return there;
}
