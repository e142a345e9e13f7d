// Her voices, heard side by side, and the one that is kept. A voice that is
// made elsewhere is named as such, and waits for a yes.

/** @import {App} from "./app.js" */
/** @import {Mouth, Sounding} from "./speaking.js" */

import { Box } from "./box.js";
import { Device, voicesOf } from "./device.js";
import { action, h, leads } from "./dom.js";
import { Room } from "./room.js";
import { voices as words } from "./words.js";

const language = "en";

export class Voices {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    /** @type {SpeechSynthesis | undefined} */
    this.synth = window.speechSynthesis;
    /** @type {Box | null} null until a touch */
    this.box = null;
    /** @type {Mouth | null} */
    this.now = null;
    this.asked = 0;
  }

  /** Within a touch: from here on she can be heard. */
  wake() {
    if (this.box) return;
    const room = new Room();
    room.context.resume();
    this.box = new Box(room, (path) => fetch(path));
  }

  /** Whether she has any voice to wake. */
  get any() {
    return Boolean(this.app.her?.mouth) || this.others().length > 0;
  }

  others() {
    return voicesOf(this.synth, language);
  }

  /** The one that is chosen, or null: she is read. @returns {Mouth | null} */
  chosen() {
    const { her } = this.app;
    if (!this.box || !her) return null;
    const name = her.choices?.["voice"] ?? "box";
    const voice = name === "box" ? undefined : this.others().find((v) => v.name === name);
    if (voice && this.synth && (voice.localService || this.mayLeave)) return (this.now = new Device(this.synth, voice));
    return (this.now = her.mouth ? this.box : null);
  }

  /** What pages are read with: never a voice that is made elsewhere, for what is kept stays here. @returns {import("./aloud.js").Reader | null} */
  reader() {
    const mouth = this.chosen();
    const { box, app } = this;
    const stop = () => this.stop();
    if (mouth instanceof Device && !mouth.elsewhere) return { sentence: (line) => mouth.sentence(line), stop };
    if (!box || !app.her?.mouth) return null;
    this.now = box;
    return { sentence: (line) => box.read(line), stop };
  }

  /** Loudness now, 0..1. */
  level() {
    return this.now?.level() ?? 0;
  }

  stop() {
    this.asked++; // what is left of a question is not said
    this.box?.stop();
    this.synth?.cancel();
  }

  /** A voice that is made elsewhere may have her words. */
  get mayLeave() {
    return this.app.her?.choices?.["voice.remote"] === "yes";
  }

  /** Says a question of the fixed ones, if she has a voice for it. @param {string[]} lines */
  async speak(lines) {
    this.stop();
    const asked = ++this.asked;
    for (const line of lines) {
      const sounding = await this.box?.sentence(line);
      if (asked === this.asked) await sounding?.play();
    }
  }

  /** Opens the voices to be heard side by side. */
  show() {
    this.wake();
    const kept = this.app.her?.choices?.["voice"] ?? "box";
    const list = h("ul", {});
    if (this.app.her?.mouth) list.append(this.row({ name: words.inBox, about: "", kept: kept === "box", hear: () => this.box?.sentence(words.box), keep: "box" }));
    for (const v of this.others()) list.append(this.deviceRow(v, kept === v.name));
    this.app.face.sheet.show(
      words.title,
      h("p", { class: "lead" }, this.others().length ? words.lead : words.none),
      this.app.her?.mouth ? null : h("p", { class: "lead" }, words.noBox),
      list,
      h("div", { class: "acts" }, action(words.close, () => this.app.face.sheet.close())),
    );
  }

  /** @private @param {SpeechSynthesisVoice} v @param {boolean} kept */
  deviceRow(v, kept) {
    const synth = /** @type {SpeechSynthesis} */ (this.synth);
    return this.row({
      name: v.name, about: v.localService ? words.local : words.remote, kept, keep: v.name,
      hear: async () => (v.localService || (await this.agreed(v.name)) ? new Device(synth, v).sentence(words.other) : null),
      before: () => (v.localService ? Promise.resolve(true) : this.agreed(v.name)),
    });
  }

  /**
   * @private
   * @param {{name: string, about: string, kept: boolean, keep: string, hear: () => Promise<Sounding | null> | undefined, before?: () => Promise<boolean>}} voice
   */
  row({ name, about, kept, keep, hear, before }) {
    const hearing = async () => {
      this.stop();
      await (await hear())?.play();
    };
    const keeping = async () => {
      if (before && !(await before())) return;
      this.app.link.tell({ kind: "choose", choice: "voice", value: keep });
      if (this.app.her) this.app.her.choices = { ...this.app.her.choices, voice: keep };
      this.show();
    };
    return h(
      "li", { class: "voice" },
      h("p", {}, name, about ? h("small", {}, about) : null),
      action(words.hear, hearing, { "aria-label": `${words.hear} ${name}` }),
      kept ? h("p", { class: "word-still" }, words.kept) : action(words.keep, keeping, { "aria-label": `${words.keep} ${name}` }),
    );
  }

  /** @private @param {string} name of the voice */
  async agreed(name) {
    if (this.mayLeave) return true;
    this.speak(words.ask);
    const yes = await this.app.face.sheet.ask(words.ask.join(" "), { yes: words.yes, no: words.no, details: leads(words.askMore(name)) });
    this.stop();
    if (yes) {
      this.app.link.tell({ kind: "choose", choice: "voice.remote", value: "yes" });
      if (this.app.her) this.app.her.choices = { ...this.app.her.choices, "voice.remote": "yes" };
    }
    this.show();
    return yes;
  }
}
