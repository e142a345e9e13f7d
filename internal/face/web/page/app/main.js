// The page, put together.

/** @import {World} from "./link.js" */

import { App } from "./app.js";
import { browserOf } from "./browser.js";
import { Captions } from "./captions.js";
import { Commands } from "./commands.js";
import { leads, the } from "./dom.js";
import { Ears } from "./ears.js";
import { Keys, written } from "./keys.js";
import { theme } from "./light.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { Pages } from "./pages.js";
import { Reading } from "./reading.js";
import { askable, recogniserOf } from "./recogniser.js";
import { Settings } from "./settings.js";
import { Sheet } from "./sheet.js";
import { Status } from "./status.js";
import { swipe } from "./swipe.js";
import { Touch } from "./touch.js";
import { Voices } from "./voices.js";
import * as words from "./words.js";
import { Writing } from "./writing.js";

const root = document.documentElement;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const media = {
  still: matchMedia("(prefers-reduced-motion: reduce)"),
  dark: matchMedia("(prefers-color-scheme: dark)"),
  contrast: matchMedia("(prefers-contrast: more)"),
  hand: matchMedia("(hover: none) and (pointer: coarse)"),
};

/** @param {number} wait @param {() => void} then */
const later = (wait, then) => {
  const due = setTimeout(then, wait);
  return () => clearTimeout(due);
};

/** @type {World} */
const world = {
  open: () => new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/wire`),
  known: async () => (await fetch("/", { method: "HEAD" }).catch(() => null))?.status !== 401,
  later,
  chance: Math.random,
  zone,
};

const settings = new Settings(localStorage);
const sheet = new Sheet();
const line = new Line(/** @type {HTMLCanvasElement} */ (the("line").querySelector("canvas")), media);
/** @type {App} */
const app = new App(world, new Outbox(localStorage), settings, {
  sheet,
  changed: () => changed(),
  talked: () => talked(),
  spoken: () => {
    talked();
    captions.toNewest();
  },
  shown: (c) => {
    captions.update(c);
    asForm();
  },
  refused: (_, text, why) => writing.giveBack(text, why),
  interim: (text) => captions.hearing(text),
  ready: () => line.whole(),
  mouth: (c) => (settings.hushed || !app.talk.answersUs(c.id) ? null : voices.chosen()),
  act: (act) => act === "voice.offer" && voices.show(),
  rings,
  stirred: () => ringing?.stop(),
  opens: (o) => commands.open(o),
  anew: () => reading.enter(app.page),
});

/** @type {import("./ringing.js").Ringing | null} fetched when something rings for the first time */
let ringing = null;

/** @param {import("./talk.js").Caption} c */
async function rings(c) {
  const { Ringing } = await import("./ringing.js");
  ringing ??= new Ringing(app);
  ringing.ring(c);
}
const voices = new Voices(app);
const captions = new Captions(app, the("talk"), (c) => commands.again(c));
const writing = new Writing((text) => app.say(text, "typed"), () => captions.settle());
const made = recogniserOf(window);
const browser = browserOf(navigator);
const status = new Status(app, voices, { canHear: () => Boolean(made), byHand: () => media.hand.matches });
const reading = new Reading(app, voices, browser, () => status.tell(words.opened.unreachable));
const pages = new Pages(app, {
  still: media.still,
  mute: () => commands.mute(),
  type: () => writing.open(""),
  jot: () => commands.jot(),
  mood: () => reading.mood(),
  read: () => commands.read(),
  focus: (page) => (page === "here" && writing.isOpen && !media.hand.matches ? the("words") : the(page)),
  left: (page) => reading.leave(page),
  entered: (page) => {
    reading.enter(page);
    if (page === "here") captions.toNewest();
    line.refresh();
  },
});

/** @type {Ears} */
const ears = new Ears(made, {
  listening: (listening) => {
    if (listening) settings.held = true;
    app.do({ listening });
  },
  interim: (text) => {
    captions.hearing(text);
    app.link.tell({ kind: "interim", text });
  },
  heard: (text, ear, seconds) => app.say(text, ear, seconds),
  tell: (text) => status.tell(text),
  agreed: () => commands.agreed(browser, askable(made)),
  fetched: () => sheet.ask(words.ears.fetch(browser), { yes: words.ears.fetchYes, no: words.ears.no, details: leads(words.ears.fetchMore(browser)) }),
}, "en-US");

/** @type {Commands} */
const commands = new Commands({ app, voices, ears, captions, writing, status, pages, reading });

const touch = new Touch(the("line"), {
  tap: () => commands.tap(),
  hold: () => commands.hold(),
  release: () => ears.release(),
  drop: () => ears.drop(),
}, () => app.page === "here");

const keys = new Keys((m) => ("text" in m ? commands.type(m.text) : commands.run(m.command)), later);

line.level = () => (app.doing.listening ? ears.level() : voices.level());

/** Something about her is otherwise now. */
function changed() {
  const { her } = app;
  light();
  status.draw();
  if (app.doing.reach !== "on" && app.doing.reach !== "reaching") root.classList.remove("arriving");
  line.show(app.state, her?.mood ?? { p: 0, a: 0, d: 0 });
  root.classList.toggle("unworded", settings.unworded);
  root.classList.toggle("jotting", app.noting);
  writing.jot(app.noting);
  if (!her) return;
  root.style.setProperty("--warm", (her.mood.p * 5).toFixed(2)); // a few degrees
  the("name").textContent = document.title = her.her || "samantha";
  const first = !her.person && !her.her && her.seq < 5 && app.talk.captions.length < 2;
  line.arrive(first ? 5 : 1.1);
}

/** The talk is otherwise now. */
function talked() {
  captions.draw();
  asForm();
}

/** As long as the form speaks, one answers it in its own field. */
function asForm() {
  const newest = app.talk.captions.at(-1);
  const form = newest?.by === "herself" && newest.form > 0 && newest.form === newest.clauses.length;
  if (form && newest.shown === newest.form) writing.slip(true, newest.clauses.join(" "));
  if (newest && !form) writing.slip(false, "");
}

/** Lights the page. */
function light() {
  const lit = theme({ light: settings.light, dark: media.dark.matches, contrast: media.contrast.matches, now: new Date(), zone });
  if (root.dataset.theme === lit && line.colour) return;
  root.dataset.theme = lit;
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", { day: "#d1684e", night: "#2a1512", pale: "#f6b39b", stark: "#000000" }[lit]);
  line.refresh();
}

/** Space is for talking, except where it writes a space or presses a button. @param {KeyboardEvent} e */
function forTalking(e) {
  const on = /** @type {Element | null} */ (document.activeElement);
  return e.code === "Space" && app.page === "here" && !sheet.open && (on === the("line") || !on?.closest("button, input, textarea, a, summary"));
}

/** Whoever writes while a sheet is up writes to her. @param {KeyboardEvent} e @param {string} text */
function typedOver(e, text) {
  if (!text) return;
  e.preventDefault();
  commands.type(text);
}

addEventListener("keydown", (e) => {
  if (forTalking(e)) {
    e.preventDefault();
    if (!e.repeat) touch.press();
    return;
  }
  const writes = /** @type {Element | null} */ (e.target)?.matches?.("input, textarea");
  if (e.isComposing || (writes && e.key !== "Escape")) return;
  const press = { key: e.key, ctrl: e.ctrlKey, alt: e.altKey, meta: e.metaKey };
  if (ringing?.key(e.key)) return e.preventDefault();
  if (sheet.open) return typedOver(e, written(press));
  if (keys.press(press)) e.preventDefault();
});
addEventListener("keyup", (e) => {
  if (e.code !== "Space" || !touch.pressed) return;
  e.preventDefault();
  touch.lift();
});

the("line").addEventListener("click", (e) => {
  // A pointer has been dealt with by Touch; Enter comes only here.
  if (app.page !== "here" || e.detail === 0) commands.tap();
});
for (const place of ["line", "here"]) swipe(the(place), () => app.page === "here" && captions.low, () => writing.open(""));
the("line").addEventListener("wheel", (e) => the("talk").scrollBy(0, e.deltaY), { passive: true });

for (const query of Object.values(media)) query.addEventListener("change", () => changed());
for (const event of ["online", "focus", "visibilitychange"]) addEventListener(event, () => document.hidden || app.link.call());
window.speechSynthesis?.addEventListener?.("voiceschanged", () => status.draw());
setInterval(light, 60_000);

/** What the style sheets can't know: how high the window truly is, and how much room the small words take. */
function measure() {
  root.style.setProperty("--high", `${Math.round(visualViewport?.height ?? innerHeight)}px`);
  root.style.setProperty("--below", `${the("status").clientHeight}px`);
  captions.settle();
}

visualViewport?.addEventListener("resize", measure);
addEventListener("resize", measure);
new ResizeObserver(measure).observe(the("status"));

the("line").setAttribute("aria-label", words.here.line);
measure();
changed();
talked();
root.classList.add("arriving"); // first the line, then words
line.arrive(7);
line.whole().then(() => root.classList.remove("arriving"));
pages.begin();
app.link.call();
