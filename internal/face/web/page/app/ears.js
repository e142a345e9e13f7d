// Held to talk. While the line or the space bar is held the browser's own
// recogniser listens; let go, and what was understood is said. The device's own
// ears come first; where the sound would leave the machine, she asks before.

/** @import {Recogniser, RecogniserClass, Where} from "./recogniser.js" */

import { where } from "./recogniser.js";
import { ears as words } from "./words.js";

/**
 * @typedef {object} Listener
 * @property {(on: boolean) => void} listening
 * @property {(text: string) => void} interim
 * @property {(text: string, ear: "device" | "remote", seconds: number) => void} heard
 * @property {(line: string) => void} tell a line for the person
 * @property {() => Promise<boolean>} agreed whether the sound may leave; asks, if it was not said before
 * @property {() => Promise<boolean>} fetched asks whether the browser may fetch its own ears
 */

const patience = 1800; // milliseconds the last words may take after letting go

export class Ears {
  /**
   * @param {RecogniserClass | undefined} made
   * @param {Listener} to
   * @param {string} language
   */
  constructor(made, to, language) {
    this.made = made;
    this.to = to;
    this.language = language;
    this.held = false;
    this.energy = 0; // of what is being understood, 0..1; the recogniser gives no loudness
    this.since = 0;
    /** @type {Recogniser | null} */
    this.running = null;
  }

  /** The line or the space bar is held. */
  async hold() {
    if (this.held || this.running) return;
    this.held = true;
    const found = await where(this.made, this.language);
    if (!(await this.may(found)) || !this.held) {
      this.held = false;
      return;
    }
    this.since = performance.now();
    this.listen(found === "device", { whole: "", part: "" });
  }

  /** Let go: what was understood is said. */
  release() {
    if (!this.held) return;
    this.held = false;
    const running = this.running;
    if (!running) return;
    running.stop();
    setTimeout(() => this.running === running && running.abort(), patience);
  }

  /** Lets go and says nothing. */
  drop() {
    this.held = false;
    const running = this.running;
    if (!running) return;
    running.onresult = null;
    running.abort();
    this.over();
  }

  /** How stirred the line is by what it hears. */
  level() {
    this.energy *= 0.94;
    return this.energy;
  }

  /** @private @param {Where} found @returns {Promise<boolean>} */
  async may(found) {
    switch (found) {
      case "device":
        return true;
      case "none":
        this.to.tell(isSecureContext ? words.none : words.insecure);
        return false;
      case "downloading":
        this.to.tell(words.fetching);
        return false;
      case "downloadable":
        if (await this.to.fetched()) {
          this.to.tell(words.fetching);
          await this.made?.install?.({ langs: [this.language], processLocally: true });
        }
        return false; // a no is a no to everything
    }
    return this.to.agreed();
  }

  /** @private @param {boolean} local @param {{whole: string, part: string}} said */
  listen(local, said) {
    if (!this.made) return;
    const r = new this.made();
    this.running = r;
    r.lang = this.language;
    r.continuous = r.interimResults = true;
    if (local) r.processLocally = true;
    let failed = "";
    r.onspeechstart = () => (this.energy = 0.5);
    r.onresult = (e) => this.result(e, said);
    r.onerror = (e) => (failed = e.error);
    r.onend = () => this.end(local, said, failed);
    this.to.listening(true);
    r.start();
  }

  /** @private @param {Parameters<NonNullable<Recogniser["onresult"]>>[0]} e @param {{whole: string, part: string}} said */
  result(e, said) {
    this.energy = Math.min(1, this.energy + 0.45);
    said.part = "";
    for (let i = e.resultIndex; i < e.results.length; i++) {
      const words = e.results[i][0].transcript;
      if (e.results[i].isFinal) said.whole += ` ${words}`;
      else said.part += words;
    }
    this.to.interim(joined(said));
  }

  /** @private @param {boolean} local @param {{whole: string, part: string}} said @param {string} failed */
  end(local, said, failed) {
    if (this.held && (failed === "" || failed === "no-speech")) {
      this.listen(local, { whole: joined(said), part: "" }); // it stops by itself; the person has not
      return;
    }
    this.held = false;
    this.over();
    const text = joined(said);
    if (text) this.to.heard(text, local ? "device" : "remote", (performance.now() - this.since) / 1000);
    else this.to.tell(excuse(failed));
  }

  /** @private */
  over() {
    this.running = null;
    this.energy = 0;
    this.to.interim("");
    this.to.listening(false);
  }
}

/** @param {{whole: string, part: string}} said */
function joined(said) {
  return `${said.whole} ${said.part}`.replace(/\s+/g, " ").trim();
}

/** @param {string} failed */
function excuse(failed) {
  if (failed === "not-allowed" || failed === "service-not-allowed" || failed === "audio-capture") return words.denied;
  if (failed === "network") return words.network;
  return failed === "" || failed === "no-speech" || failed === "aborted" ? words.nothing : words.lost;
}
