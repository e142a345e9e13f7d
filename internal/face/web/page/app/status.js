// The small words around the line: what she is doing, what could be done about
// it, and a line now and then that concerns only this page.

/** @import {App} from "./app.js" */
/** @import {Voices} from "./voices.js" */

import { the } from "./dom.js";
import { aloud, here, remedies, states } from "./words.js";

const enough = 3; // times of telling

export class Status {
  /** @param {App} app @param {Voices} voices @param {{canHear: () => boolean, byHand: () => boolean}} device byHand: it has no keys */
  constructor(app, voices, device) {
    this.app = app;
    this.voices = voices;
    this.device = device;
    this.passing = "";
    this.announced = "";
    this.telling = false;
  }

  /** A line that passes. @param {string} text */
  tell(text) {
    this.passing = text;
    this.announce(text);
    clearTimeout(this.due);
    this.due = setTimeout(() => this.pass(), 9000);
    this.draw();
  }

  /** The passing line has been seen. */
  pass() {
    if (!this.passing) return;
    this.passing = "";
    this.draw();
  }

  draw() {
    const { state, doing } = this.app;
    document.documentElement.dataset.state = state;
    the("state").textContent = states[state];
    the("hint").textContent = this.passing || remedies[state] || this.offer();
    the("unlived").textContent = this.app.her?.simulated ? here.unlived : this.app.her?.card || "";
    const unkept = this.app.her?.remembering === false;
    the("off-record").hidden = !unkept;
    the("off-record").textContent = here.unkept;
    for (const b of document.querySelectorAll("[data-word=mute]")) b.setAttribute("aria-pressed", String(doing.muted));
    const said = aloud[state] ?? "";
    if (said !== this.announced) {
      this.announced = said;
      if (said) this.announce(said);
    }
  }

  /** Only for those who hear the page. @param {string} text */
  announce(text) {
    the("aloud").textContent = text;
  }

  /** What a touch would do. @private */
  offer() {
    const { app, voices } = this;
    if (!app.her) return "";
    if (app.her.simulated && !app.talk.ours.size) return here.look;
    if (!voices.box && voices.any && !app.settings.hushed) return here.touch;
    if (!voices.box || app.state !== "here" || !this.mayTell()) return "";
    return this.device.byHand() ? here.holdByHand : here.hold;
  }

  /** Told a few times, and never to those who have done it. @private */
  mayTell() {
    const { settings } = this.app;
    if (settings.held || !this.device.canHear()) return false;
    if (!this.telling && settings.told < enough) {
      this.telling = true;
      settings.told++;
    }
    return this.telling;
  }
}
