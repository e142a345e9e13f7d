// Us: what the two have lived, on one thread, newest first, down to where it
// began; and, called up, her mood over the same time.

/** @import {App} from "./app.js" */
/** @import {Encounter} from "./facts.js" */

import { clock, daysBetween, heading, partOf } from "./dates.js";
import { fill, h, the } from "./dom.js";
import { lower, sentence, upper } from "./facts.js";
import { Mood } from "./mood.js";
import { thread } from "./thread.js";
import { touchable } from "./touchable.js";
import { emotions, us as words } from "./words.js";

export class Us {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.place = /** @type {HTMLElement} */ (the("us").querySelector(".scroll"));
    this.mood = new Mood(app);
    the("us-title").textContent = words.title;
    this.end = () => {};
  }

  /** Looks again, and shows it. */
  async draw() {
    const list = /** @type {Encounter[] | null} */ (await this.app.look("encounters"));
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
    const since = new Date(e.since);
    const changed = () => this.draw();
    const sameDay = later && daysBetween(since, new Date(later.since)) === 0;
    const title = sameDay ? `Earlier, in the ${partOf(since)}` : heading(since, new Date());
    return h(
      "li", { class: "day" },
      h("h2", {}, title),
      h("p", { class: "meta" }, `${clock(since)} to ${clock(new Date(e.until))}, ${words.moments(e.moments)}`),
      e.details?.length ? h("p", { class: "particulars" }, e.details.map((d) => `“${d}”`).join(", ")) : null,
      e.opened ? touchable(app, { ...e.opened, changed }, words.opened(e.opened.text, hers(e.opened))) : null,
      e.closed && e.closed.id !== e.opened?.id ? touchable(app, { ...e.closed, changed }, words.closed(e.closed.text, hers(e.closed))) : null,
      e.felt ? touchable(app, { id: e.felt.id, text: felt(e.felt), changed }, felt(e.felt)) : null,
      ...(e.learned ?? []).map((f) => touchable(app, { id: f.id, text: sentence(f), fact: f, changed }, words.learned(lower(sentence(f))))),
      e.named ? h("p", { class: "particulars" }, words.named(e.named)) : null,
      e.corrected > 0 ? h("p", { class: "repair meta" }, words.corrected(e.corrected)) : null,
    );
  }
}

/** @param {{id: string}} u */
function hers(u) {
  return u.id.endsWith(".said");
}

/** "Glad, because you told me something of yours." @param {{emotion: string, because: string}} f */
export function felt(f) {
  return `${upper(emotions[f.emotion] ?? f.emotion.replaceAll("-", " "))}${f.because ? `, because ${f.because}` : ""}.`;
}
