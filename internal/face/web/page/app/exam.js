// The examination of the model that lends her words: a button, how far it is, and what it
// came to, which is shown and kept by nobody. It goes on when the page is closed.

/** @import {Sheet} from "./sheet.js" */
/** @import {Having} from "./models-words.js" */
/** @import {Report, Answer} from "./exam-words.js" */

import { action, fill, h, leads } from "./dom.js";
import { follow } from "./download.js";
import { exam as words } from "./exam-words.js";

/** @typedef {{done?: number, of?: number, over?: boolean, error?: string, told?: Report}} Step */

export class Exam {
  /** @param {Pick<Sheet, "ask">} sheet @param {(path: string, wish?: object) => Promise<Response>} reach @param {() => void} ended */
  constructor(sheet, reach, ended) {
    this.sheet = sheet;
    this.reach = reach;
    this.ended = ended;
    /** @type {Having | null} */
    this.having = null;
    this.lead = h("p", { class: "meta" });
    this.told = h("p", { class: "answer", role: "status" });
    this.bar = h("progress", { max: 1, "aria-label": words.title });
    this.far = h("p", { class: "meta" });
    this.begin = h("div", { class: "acts" }, action(words.begin, () => this.start()));
    this.under = h("div", { class: "under-way", hidden: true }, this.bar, this.far, h("div", { class: "acts" }, action(words.stop, () => void this.reach("/models/test/stop", {}))));
    this.result = h("div", { class: "exam" });
    this.place = h("section", { hidden: true, "aria-label": words.title }, h("h3", {}, words.title), this.lead, this.begin, this.told, this.under, this.result);
    this.watching = false;
  }

  /** The model that there is to examine. @param {Having} having */
  of(having) {
    this.having = having;
    this.place.hidden = !having.name && !this.watching;
    if (having.name) fill(this.lead, [words.lead(having.name), having.exam ? words.last(having.exam) : ""].filter(Boolean).join(" "));
  }

  /** @private */
  async start() {
    const { having, sheet } = this;
    if (having?.remote && !(await sheet.ask(words.leaves(having.server ?? ""), { yes: words.yes, no: words.no, details: leads(words.leavesMore) }))) return;
    fill(this.result);
    await this.watch({ yes: true });
  }

  /** Follows what is under way, or what is begun by it, until it is over. @param {object} [wish] */
  async watch(wish) {
    if (this.watching) return;
    this.watching = true;
    try {
      const got = await (wish ? this.reach("/models/test", wish) : this.reach("/models/test/events"));
      if (got.ok && got.body) await follow(got.body, (step) => this.step(/** @type {Step} */ (step)));
      else if (wish) this.told.textContent = words.broke((await got.text()).trim());
    } catch {
      this.told.textContent = words.lost;
    }
    this.watching = false;
  }

  /** @param {Step} s */
  step(s) {
    if (s.over) return this.over(s);
    this.place.hidden = this.under.hidden = false;
    this.begin.hidden = true;
    if (this.told.textContent !== words.asking) this.told.textContent = words.asking; // it is read aloud when it changes
    if (s.of) this.bar.value = (s.done ?? 0) / s.of;
    fill(this.far, words.far(s.done ?? 0, s.of ?? 0));
  }

  /** @private @param {Step} s */
  over(s) {
    const seen = !this.under.hidden || s.told !== undefined || this.begin.hidden;
    this.under.hidden = true;
    this.begin.hidden = false;
    if (!seen) return; // of another day, and not seen by this page
    this.told.textContent = s.told ? words.score(s.told) : !s.error ? words.elsewhere : /cancel|stopped/.test(s.error) ? words.stopped : words.broke(s.error);
    if (s.told) fill(this.result, ...came(s.told));
    this.ended();
  }
}

/** What an examination came to. @param {Report} r @returns {(HTMLElement | string)[]} */
function came(r) {
  const other = r.answers.filter((a) => !a.same);
  return [
    ...leads([r.little ? words.little : "", words.may(r.barred ?? []), r.failed?.length ? words.failed(r.failed) : "", r.note ?? ""].filter(Boolean)),
    h("p", { class: "meta" }, (r.groups ?? []).map((g) => `${g.group} ${g.same} of ${g.asked}`).join(", ")),
    ...(other.length ? [h("h4", {}, words.otherwise), h("ul", { class: "things" }, ...other.map((a) => otherwise(a, r.model))), h("p", { class: "meta" }, words.gone)] : []),
  ];
}

/** @param {Answer} a @param {string} model */
function otherwise(a, model) {
  return h(
    "li", {}, h("p", {}, a.question), h("dl", {}, h("dt", {}, words.record), h("dd", {}, a.record), h("dt", {}, model), h("dd", {}, a.model || "–")),
    h("small", { class: "meta" }, a.read ? words.read : (words.unheard[a.why ?? ""] ?? a.why ?? "")),
  );
}
