// Us: what the two have lived, on one thread, newest first, down to where it
// began; and, called up, her mood over the same time.

/** @import {App} from "./app.js" */
/** @import {Encounter, Fact, Learned} from "./facts.js" */

import { clock, daysBetween, heading, partOf } from "./dates.js";
import { fill, h, the } from "./dom.js";
import { lower, replaced, sentence, since } from "./facts.js";
import { Mood } from "./mood.js";
import { thread } from "./thread.js";
import { touchable } from "./touchable.js";
import { us as words, wasFelt } from "./reading-words.js";

export class Us {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = /** @type {HTMLElement} */ (the("us").querySelector(".scroll"));
    this.mood = new Mood(app);
    the("us-title").textContent = words.title;
    this.end = () => {};
    /** @type {Fact[] | null} what holds now; null: not known */
    this.facts = null;
  }

  /** Looks again, and shows it. */
  async draw() {
    const [list, facts] = await Promise.all([
      /** @type {Promise<Encounter[] | null>} */ (this.app.look("encounters")),
      /** @type {Promise<Fact[] | null>} */ (this.app.look("facts")),
    ]);
    this.facts = facts;
    this.end();
    const top = this.place.scrollTop;
    const story = h("div", { class: "story" }, this.lead(list), this.mood.place);
    fill(this.place, story);
    if (list?.length) {
      story.append(this.days(list));
      this.end = thread(story);
    }
    this.place.scrollTop = top;
    this.mood.draw();
  }

  leave() {
    this.end();
    this.mood.hide();
  }

  /** @private @param {Encounter[] | null} list */
  lead(list) {
    const line = list === null ? words.unreachable : list.length === 0 ? words.empty : words.young;
    return h("p", { class: "lead" }, line);
  }

  /** @private @param {Encounter[]} list */
  days(list) {
    const newest = [...list].sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
    const days = h("ol", { class: "days" });
    for (let n = 0; n < newest.length; n++) {
      days.append(this.day(newest[n], newest[n - 1]));
      const apart = newest[n + 1] ? daysBetween(new Date(newest[n + 1].until), new Date(newest[n].since)) - 1 : 0;
      if (apart > 0) days.append(h("li", { class: "gap" }, words.apart(apart)));
    }
    days.append(h("li", { class: "beginning" }, words.beginning));
    return days;
  }

  /** @private @param {Encounter} e @param {Encounter | undefined} later the one shown above it */
  day(e, later) {
    const { app } = this;
    const began = new Date(e.since);
    const changed = () => this.draw();
    const sameDay = later && daysBetween(began, new Date(later.since)) === 0;
    const title = sameDay ? `Earlier, in the ${partOf(began)}` : heading(began, new Date());
    return h(
      "li", { class: "day" },
      h("h2", {}, title),
      h("p", { class: "meta" }, `${clock(began)} to ${clock(new Date(e.until))}, ${words.moments(e.moments)}`),
      e.details?.length ? h("p", { class: "particulars" }, ...this.particulars(e.details)) : null,
      e.opened ? touchable(app, { ...e.opened, changed }, words.opened(e.opened.text, hers(e.opened))) : null,
      e.closed && e.closed.id !== e.opened?.id ? touchable(app, { ...e.closed, changed }, words.closed(e.closed.text, hers(e.closed))) : null,
      e.felt ? touchable(app, { id: e.felt.id, text: wasFelt(e.felt), changed }, wasFelt(e.felt)) : null,
      ...this.learned(e.learned ?? []),
      e.named ? h("p", { class: "particulars" }, words.named(e.named)) : null,
      e.corrected > 0 ? h("p", { class: "repair meta" }, words.corrected(e.corrected)) : null,
    );
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

/** @param {{id: string}} u */
function hers(u) {
  return u.id.endsWith(".said");
}
