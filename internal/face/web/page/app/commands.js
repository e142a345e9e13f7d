// What the keys, the touches and the quiet words do.

/** @import {App} from "./app.js" */
/** @import {Caption} from "./talk.js" */
/** @import {Captions} from "./captions.js" */
/** @import {Ears} from "./ears.js" */
/** @import {Command} from "./keys.js" */
/** @import {Pages} from "./pages.js" */
/** @import {Reading} from "./reading.js" */
/** @import {Status} from "./status.js" */
/** @import {Voices} from "./voices.js" */
/** @import {Writing} from "./writing.js" */

import { leads, the } from "./dom.js";
import { ears as asking, here } from "./words.js";

/** @typedef {{app: App, voices: Voices, ears: Ears, captions: Captions, writing: Writing, status: Status, pages: Pages, reading: Reading}} Parts */

export class Commands {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    /** @type {import("./aloud.js").Aloud | null} fetched when something is to be read for the first time */
    this.aloud = null;
    /** @type {import("./app.js").Page} where what was typed last was begun */
    this.from = "here";
    addEventListener("pointerdown", () => this.aloud?.stop(), { capture: true }); // a touch anywhere
  }

  /** The line was touched: back to her; or a voice; or an interruption. */
  tap() {
    const { app, voices, status, pages } = this.parts;
    if (app.page !== "here") return void pages.go("here");
    if (voices.box) return void app.speaking.stop();
    voices.wake();
    if (!voices.any) status.tell(here.silent);
    status.draw();
  }

  /** The line is held. */
  hold() {
    const { app, voices, status, ears } = this.parts;
    voices.wake();
    app.speaking.stop();
    status.pass();
    if (app.doing.muted) return status.tell(asking.muted);
    ears.hold();
  }

  mute() {
    const { app, ears } = this.parts;
    const muted = !app.doing.muted;
    if (muted) ears.drop();
    app.do({ muted });
  }

  /** Says it once more. @param {Caption | undefined} c */
  again(c) {
    const { app, voices, status } = this.parts;
    if (!c) return;
    voices.wake();
    const mouth = voices.chosen();
    if (mouth) app.speaking.again(c, mouth);
    else status.tell(here.silent);
    status.draw();
  }

  /** Writing begins, with what was typed already; to a sheet that is up it is a no. @param {string} text */
  async type(text) {
    const { pages, writing } = this.parts;
    this.parts.app.face.sheet.close();
    this.from = this.parts.app.page;
    if (this.parts.app.page === "here") return writing.open(text);
    writing.open(text); // before the page is there, so that no letter is lost
    await pages.go("here");
    writing.open("");
  }

  /** @param {Command} command */
  run(command) {
    const { app, pages, reading } = this.parts;
    switch (command) {
      case "mute":
        return this.mute();
      case "type":
        return void this.type("");
      case "stop":
        return void (this.aloud?.stop() || app.speaking.stop());
      case "captions":
        app.settings.unworded = !app.settings.unworded;
        return app.face.changed();
      case "again":
        return this.again(app.talk.newest());
      case "us":
      case "kept":
        return void pages.go(command);
      case "mood":
        return void pages.go("us").then(() => reading.mood());
      case "dreams":
        return void pages.go("us").then(() => reading.dreams());
      case "jot":
        return void this.jot();
      case "search":
        return void pages.go("kept").then(() => reading.search());
      case "help":
        return void this.help();
      case "back":
        return this.back();
    }
  }

  /** One step back. A sheet was closed by the browser before it comes to that. */
  back() {
    const { app, pages, captions, writing } = this.parts;
    if (this.aloud?.stop()) return;
    if (app.page !== "here") return void pages.go("here");
    if (app.noting) return app.jot(false);
    if (captions.close()) return;
    if (writing.isOpen) writing.close();
    captions.toNewest();
  }

  /** Half awake: whatever is said next is kept, and not talked about. */
  async jot() {
    const { app, pages, writing } = this.parts;
    await pages.go("here");
    app.jot(true);
    writing.open("");
  }

  /** Opens what was asked for in the talk. @param {import("./wire.js").Opening} o */
  async open({ page, of, aloud, layer }) {
    const { pages, reading } = this.parts;
    if (aloud) {
      if (this.from !== "here") await pages.go(this.from);
      return this.read();
    }
    if (page) await pages.go(page);
    if (layer) await reading.time();
    if (of) await reading.somebody(of);
  }

  /** Reads the main items of the page aloud, or, of the talk, what she said before she was asked to. */
  async read() {
    const { app, voices, status } = this.parts;
    voices.wake();
    const { Aloud, itemsOf, mainly } = await import("./aloud.js");
    this.aloud ??= new Aloud((speaking) => app.do({ speaking }));
    const reader = voices.reader();
    if (!reader) return status.tell(here.silent);
    const lines = app.page === "here" ? (app.talk.lastButOne()?.clauses ?? []) : mainly(itemsOf(the(app.page)));
    if (lines.length === 0) return status.tell(here.unread);
    app.speaking.stop();
    await this.aloud.read(lines, reader);
  }

  async help() {
    const { help } = await import("./help.js");
    help(this.parts.app.face.sheet);
  }

  /**
   * Whether the sound may leave the machine. The line was let go to answer, so the next hold listens.
   * @param {import("./browser.js").Browser} browser @param {boolean} asked whether it could be asked to listen by itself
   */
  async agreed(browser, asked) {
    const { app, voices } = this.parts;
    if (app.her?.choices?.["recogniser"] === "yes") return true;
    voices.speak(asking.aloud);
    const yes = await app.face.sheet.ask(asking.ask(browser), { yes: asking.yes, no: asking.no, details: leads(asking.askMore(browser, asked)) });
    voices.stop();
    app.link.tell({ kind: "choose", choice: "recogniser", value: yes ? "yes" : "no" });
    if (yes && app.her) app.her.choices = { ...app.her.choices, recogniser: "yes" };
    return false;
  }
}
