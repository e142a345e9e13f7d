// The browsers that were let in, and how one is let go: by a second touch.

/** @import {App} from "./app.js" */

import { since, when } from "./dates.js";
import { action, fill, h } from "./dom.js";
import { kept as words } from "./reading-words.js";

/** @typedef {{id: string, label: string, since: string, seen?: string, here: boolean}} Device */

export class Devices {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.list = h("ul", { class: "things" });
    this.told = h("p", { class: "meta", role: "status" });
    this.place = h("section", { class: "part", "aria-label": words.devices }, h("h2", {}, words.devices), this.list, this.told);
  }

  async draw() {
    this.told.textContent = "";
    this.show(await this.app.look("devices"));
  }

  /** @private @param {Device[] | null} list */
  show(list) {
    if (!list) return fill(this.list, h("li", { class: "choice" }, words.unreachable));
    fill(this.list, ...list.map((d) => this.line(d)));
  }

  /** @private @param {Device} d */
  line(d) {
    const sure = h("p", { class: "sure", role: "status" });
    let touched = false;
    const letGo = action(words.letGo, async () => {
      if (touched) return this.letGo(d);
      touched = true;
      letGo.setAttribute("aria-pressed", "true");
      sure.textContent = words.sure(d.here);
    }, { "aria-label": `${words.letGo}: ${d.label}` });
    letGo.addEventListener("blur", () => {
      touched = false;
      letGo.removeAttribute("aria-pressed");
      sure.textContent = "";
    });
    return h("li", {}, h("div", { class: "choice" }, h("p", {}, d.label, h("small", { class: "meta" }, about(d, new Date()))), h("div", { class: "words" }, letGo), sure));
  }

  /** @private @param {Device} d */
  async letGo(d) {
    const told = await this.app.ask("letgo", d.id);
    if (told.exit === 0) this.show(/** @type {Device[]} */ (told.doc ?? []));
    this.told.textContent = told.exit === 0 ? words.gone : told.error || words.unreachable;
  }
}

/** "this browser, since Friday", "since 12 March, last here yesterday evening" @param {Device} d @param {Date} now */
export function about(d, now) {
  const last = d.here || !d.seen ? "" : words.lastHere(when(new Date(d.seen), now));
  return [d.here ? words.here : "", since(new Date(d.since), now), last].filter(Boolean).join(", ");
}
