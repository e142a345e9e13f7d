// A file that is being fetched: how far it is, and the word that stops it. It goes on
// when the page is closed; a page that opens later finds it under way.

import { action, fill, h } from "./dom.js";
import { lasting, models as words, size } from "./models-words.js";

/** @typedef {{id?: string, stage?: string, done?: number, total?: number, speed?: number, left?: number, note?: string, over?: boolean, error?: string}} Step */

/** Tells each line of JSON as it comes, until there are no more. @param {ReadableStream<Uint8Array>} body @param {(step: unknown) => void} tell */
export async function follow(body, tell) {
  const reader = body.getReader();
  const text = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + text.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line) tell(JSON.parse(line));
  }
}

export class Download {
  /** @param {(path: string, wish?: object) => Promise<Response>} reach @param {(id: string) => string} nameOf @param {() => void} ended */
  constructor(reach, nameOf, ended) {
    this.reach = reach;
    this.nameOf = nameOf;
    this.ended = ended;
    this.told = h("p", { role: "status" });
    this.bar = h("progress", { max: 1, "aria-label": words.catalog });
    this.far = h("p", { class: "meta" });
    this.acts = h("div", { class: "acts" }, action(words.stop, () => void this.reach("/models/stop", {})));
    this.place = h("div", { class: "download", hidden: true }, this.told, this.bar, this.far, this.acts);
    this.watching = false;
    this.id = "";
  }

  /** Follows what is under way until it is over; nothing is shown if nothing is. */
  async watch() {
    if (this.watching) return;
    this.watching = true;
    try {
      const events = await this.reach("/models/events");
      if (events.ok && events.body) await follow(events.body, (step) => this.step(/** @type {Step} */ (step)));
    } catch {
      this.told.textContent = words.lost;
    }
    this.watching = false;
  }

  /** @param {Step} s */
  step(s) {
    if (s.over) return this.over(s.error ?? "");
    this.id = s.id ?? this.id;
    const name = this.nameOf(this.id);
    this.place.hidden = this.bar.hidden = this.acts.hidden = false;
    const told = s.stage === "checking" ? words.checking(name) : words.arriving(name);
    if (this.told.textContent !== told) this.told.textContent = told; // it is read aloud when it changes
    if (s.total) this.bar.value = (s.done ?? 0) / s.total;
    const pace = s.note ? `: ${s.note}` : s.speed ? words.pace(size(s.speed), lasting(s.left ?? 0)) : "";
    fill(this.far, words.far(size(s.done ?? 0), size(s.total ?? 0)) + pace);
  }

  /** @private @param {string} error */
  over(error) {
    if (!this.id) return; // of another day, and not seen by this page
    this.bar.hidden = this.acts.hidden = true;
    fill(this.far);
    this.told.textContent = !error ? words.there(this.nameOf(this.id)) : /^stopped/.test(error) ? words.stopped : words.failed(error);
    this.id = "";
    this.ended();
  }
}
