// What may be chosen, as sentences that hold now, each with the word that
// changes it.

/** @import {App} from "./app.js" */
/** @import {Browser} from "./browser.js" */
/** @import {Voices} from "./voices.js" */

import { action, fill, h } from "./dom.js";
import { beginnings, ends, hourInWords, quietOf } from "./quiet.js";
import { kept as words } from "./reading-words.js";

export class Choices {
  /** @param {App} app @param {Voices} voices @param {Browser} browser */
  constructor(app, voices, browser) {
    this.app = app;
    this.browser = browser;
    this.voices = voices;
    this.list = h("ul", { class: "things" });
    this.place = h("section", { class: "part", "aria-label": words.choices }, h("h2", {}, words.choices), this.list);
    this.voices.synth?.addEventListener?.("voiceschanged", () => this.draw()); // a browser may know them late
  }

  draw() {
    const at = [...this.list.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const lines = [this.remembering(), this.voice(), this.aloud(), ...this.away(), this.together(), this.quiet(), this.light(), this.captions()];
    fill(this.list, ...lines);
    if (at >= 0) this.list.querySelectorAll("button")[at]?.focus();
  }

  /** @private */
  remembering() {
    const on = this.app.her?.remembering !== false;
    return line(on ? words.remembering : words.notRemembering, [on ? words.pause : words.resume, async () => {
      const told = await this.app.ask(on ? "pause" : "resume");
      if (told.exit === 0 && this.app.her) this.app.her.remembering = !on;
      this.did();
    }]);
  }

  /** @private */
  voice() {
    const name = this.app.her?.choices?.["voice"] ?? "box";
    const box = this.app.her?.mouth ? words.boxVoice : words.noBoxVoice;
    const now = name === "box" ? box : words.deviceVoice(name);
    if (this.voices.others().length === 0) return line(`${now} ${words.noOthers}`);
    return line(now, [words.listen, () => this.voices.show()]);
  }

  /** @private */
  aloud() {
    const { settings } = this.app;
    return line(settings.hushed ? words.notAloud : words.aloud, [settings.hushed ? words.speak : words.hush, () => {
      settings.hushed = !settings.hushed;
      if (settings.hushed) this.voices.stop();
      this.did();
    }]);
  }

  /** What may leave the machine. @private */
  away() {
    const { choices } = this.app.her ?? {};
    const forbid = (/** @type {string} */ choice) => () => this.choose(choice, "no");
    const lines = [choices?.["recogniser"] === "yes" ? line(words.recogniserYes(this.browser), [words.forbid, forbid("recogniser")]) : line(words.recogniserNo)];
    if (choices?.["voice.remote"] === "yes") lines.push(line(words.remoteYes, [words.forbid, forbid("voice.remote")]));
    return lines;
  }

  /** Whether the time with her is shown on Us. @private */
  together() {
    const on = this.app.her?.choices?.["together"] === "yes";
    return line(on ? words.timed : words.untimed, [on ? words.untime : words.time, () => this.choose("together", on ? "no" : "yes")]);
  }

  /** The hours of her night. @private */
  quiet() {
    const { from, to } = quietOf(this.app.her?.choices?.["quiet"]);
    const now = line(words.quiet(hourInWords(from), hourInWords(to)), [words.otherHours, () => {
      const form = this.hours(from, to);
      now.append(form);
      form.querySelector("select")?.focus();
    }]);
    return now;
  }

  /** Other hours for it. @private @param {number} from @param {number} to */
  hours(from, to) {
    this.list.querySelector(".hours")?.remove();
    const begin = pick(beginnings, from, words.nightFrom), end = pick(ends, to, words.nightTo);
    return h(
      "form", { class: "hours", onsubmit: (/** @type {Event} */ e) => (e.preventDefault(), this.choose("quiet", `${begin.field.value}-${end.field.value}`)) },
      begin.place, end.place, h("button", { type: "submit", class: "word" }, words.soBeIt), action(words.asItIs, () => this.draw()),
    );
  }

  /** Makes a choice that the house keeps. @private @param {string} choice @param {string} value */
  choose(choice, value) {
    this.app.link.tell({ kind: "choose", choice, value });
    if (this.app.her) this.app.her.choices = { ...this.app.her.choices, [choice]: value };
    this.did();
  }

  /** @private */
  light() {
    const { settings } = this.app;
    const to = (/** @type {import("./settings.js").Light} */ light) => () => {
      settings.light = light;
      this.did();
    };
    /** @type {[string, () => void][]} */
    const others = [[words.byHour, to("hour")], [words.dayAlways, to("day")], [words.nightAlways, to("night")]];
    const now = { hour: 0, day: 1, night: 2 }[settings.light];
    return line(words.light[settings.light], ...others.filter((_, n) => n !== now));
  }

  /** @private */
  captions() {
    const { settings } = this.app;
    return line(settings.unworded ? words.noCaptions : words.captions, [settings.unworded ? words.show : words.hide, () => {
      settings.unworded = !settings.unworded;
      this.did();
    }]);
  }

  /** @private */
  did() {
    this.app.face.changed();
    this.draw();
  }
}

/** Hours to choose from. @param {number[]} hours @param {number} now @param {string} label */
function pick(hours, now, label) {
  const field = h("select", {}, ...hours.map((hour) => h("option", { value: hour, selected: hour === now }, hourInWords(hour))));
  return { field, place: h("label", {}, `${label} `, field) };
}

/** @param {string} sentence @param {...[string, () => void]} others */
function line(sentence, ...others) {
  const acts = others.map(([word, does]) => action(word, does));
  return h("li", {}, h("div", { class: "choice" }, h("p", {}, sentence), acts.length ? h("div", { class: "words" }, ...acts) : null));
}
