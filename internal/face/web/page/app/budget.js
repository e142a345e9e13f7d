// What a model elsewhere may take in a day, in tokens, and what that is in money.

/** @import {Taken} from "./exam-words.js" */

import { h } from "./dom.js";
import { budget as words } from "./exam-words.js";

export class Budget {
  /** @param {(path: string, wish?: object) => Promise<Response>} reach */
  constructor(reach) {
    this.reach = reach;
    const field = (/** @type {string} */ id, /** @type {string} */ mode, /** @type {string} */ placeholder) => h("input", { type: "text", inputmode: mode, id, autocomplete: "off", placeholder });
    this.tokens = field("budget-tokens", "numeric", words.any);
    this.in = field("budget-in", "decimal", words.like);
    this.out = field("budget-out", "decimal", words.like);
    this.told = h("p", { class: "meta", role: "status" });
    const labelled = (/** @type {string} */ says, /** @type {HTMLInputElement} */ to) => [h("label", { for: to.id }, says), to];
    this.place = h(
      "section", { "aria-label": words.title }, h("h3", {}, words.title), this.told,
      h(
        "form", { class: "elsewhere", onsubmit: (/** @type {Event} */ e) => (e.preventDefault(), this.set()) },
        ...labelled(words.tokens, this.tokens), ...labelled(words.in, this.in), ...labelled(words.out, this.out),
        h("div", { class: "acts" }, h("button", { type: "submit", class: "word" }, words.set)),
      ),
    );
  }

  /** Looks how it stands. */
  async draw() {
    const got = await this.reach("/models/budget").catch(() => null);
    if (got?.ok) this.show(/** @type {Taken} */ (await got.json()));
  }

  /** @private @param {Taken} t */
  show(t) {
    this.told.textContent = words.told(t);
    this.tokens.value = t.tokens ? String(t.tokens) : "";
    this.in.value = t.per_in ? String(t.per_in) : "";
    this.out.value = t.per_out ? String(t.per_out) : "";
  }

  /** @private */
  async set() {
    const got = await this.reach("/models/budget", wish(this.tokens.value, this.in.value, this.out.value)).catch(() => null);
    if (got?.ok) return this.show(/** @type {Taken} */ (await got.json()));
    this.told.textContent = got ? words.refused((await got.text()).trim()) : words.lost;
  }
}

/** A budget as it is typed: "100,000" and "0,25" are numbers, too. @param {string} tokens @param {string} read @param {string} written */
export function wish(tokens, read, written) {
  const money = (/** @type {string} */ text) => text.trim().replace(",", ".");
  return { tokens: tokens.replace(/[\s.,']/g, ""), in: money(read), out: money(written) };
}
