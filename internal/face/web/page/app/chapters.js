// A chapter of the story with its tellings side by side, and a dream. What is
// hers and what is theirs stand beside each other; none argues with the other.

/** @import {App} from "./app.js" */
/** @import {Account, Chapter, Note, Telling} from "./facts.js" */
/** @import {Thing} from "./opened.js" */

import { action, bring, fill, h } from "./dom.js";
import { when } from "./dates.js";
import { about } from "./facts.js";
import { correctingOne } from "./opened.js";
import { touchable } from "./touchable.js";
import { us as words } from "./reading-words.js";

/** @typedef {{undo: import("./undo.js").Undo, changed: () => void}} To where the way back is shown, and that something is otherwise */

/** @param {App} app @param {Chapter} c @param {To} to */
export function chapter(app, c, to) {
  return h(
    "li", { class: "chapter" },
    h("h2", {}, c.sort === "us" ? words.began : about(c), c.role ? `, ${words.yours(c.role)}` : ""),
    h("p", { class: "meta" }, [span(new Date(c.since), new Date(c.until)), c.sort === "us" ? "" : c.over ? words.over : words.goesOn].filter(Boolean).join(", ")),
    h("div", { class: "tellings" }, hers(app, c, to), theirs(app, c, to)),
    ...(c.righted ?? []).map((r) => h("p", { class: "meta" }, words.righted(r.now, r.was ?? ""))),
  );
}

/** Hers: the one that holds, and, called up, how she told it before. @param {App} app @param {Chapter} c @param {To} to */
function hers(app, c, to) {
  const [last, ...before] = [...c.hers].reverse();
  if (!last) return null;
  /** @type {Thing} */
  const thing = { id: last.id, text: textOf(last), ...to };
  thing.more = (below) => [action(words.notSo, () => retelling(app, c.id, below, thing))];
  const older = h("ol", { class: "before", hidden: true }, ...before.map((t) => h("li", {}, h("p", { class: "meta" }, `${when(new Date(t.at), new Date())}${t.why ? `, ${words.because(t.why)}` : ""}`), h("p", {}, textOf(t)))));
  const more = action(words.otherwise, () => {
    older.hidden = !older.hidden;
    more.setAttribute("aria-expanded", String(!older.hidden));
  }, { "aria-expanded": "false" });
  return h(
    "div", { class: "telling" },
    h("h3", {}, words.hers),
    touchable(app, thing, textOf(last)),
    last.why ? h("p", { class: "meta" }, words.again(last.why)) : null,
    before.length ? h("div", { class: "acts" }, more) : null,
    before.length ? older : null,
  );
}

/** Theirs, when there are any, each with its day. @param {App} app @param {Chapter} c @param {To} to */
function theirs(app, c, to) {
  if (!c.theirs?.length) return null;
  return h(
    "div", { class: "telling" },
    h("h3", {}, words.theirs),
    ...c.theirs.map((t) => touchable(app, theirsOf(app, t, to), `“${t.text}”`, h("span", { class: "meta" }, ` ${when(new Date(t.at), new Date())}`))),
  );
}

/** One of theirs; what they put in hers' place can be taken back. @param {App} app @param {Account} t @param {To} to @returns {Thing} */
function theirsOf(app, t, to) {
  const more = () => [action(words.takeBack, async () => (await app.ask("forget", t.id, "--only"), to.changed()))];
  return { id: t.id, text: t.text, ...to, ...(t.edit ? { more } : {}) };
}

/** How they tell it, to stand beside hers. @param {App} app @param {string} id of the chapter @param {HTMLElement} below @param {Thing} thing */
function retelling(app, id, below, thing) {
  const form = correctingOne(app, { id, value: "" }, below, thing, {
    label: words.howWas, fix: words.itWas, done: () => words.beside, back: (_, own) => app.ask("forget", own, "--only"),
  });
  fill(below, form);
  bring(below, document.body);
  form.querySelector("input")?.focus({ preventScroll: true });
}

/** @param {Telling} t */
function textOf(t) {
  return t.forgotten ? words.forgotten : t.sentences.map((s) => s.text).join(" ");
}

/** A dream, theirs or hers, or what was jotted down. @param {App} app @param {Note} n @param {() => void} changed */
export function note(app, n, changed) {
  const hers = n.whose === "herself";
  const whose = hers ? words.hersDreamed : n.kind === "dream" ? words.dreamed : words.jotted;
  return h(
    "li", { class: "dream" },
    h("p", { class: "meta" }, `${whose}, ${when(new Date(n.at), new Date())}`),
    touchable(app, { id: n.id, text: n.text, changed }, hers ? n.text : `“${n.text}”`),
  );
}

/** "March", "March to June", "December 2025 to January". @param {Date} from @param {Date} to */
function span(from, to) {
  const month = (/** @type {Date} */ t) => t.toLocaleDateString("en-GB", { month: "long", year: t.getFullYear() === new Date().getFullYear() ? undefined : "numeric" });
  return month(from) === month(to) ? month(from) : `${month(from)} to ${month(to)}`;
}
