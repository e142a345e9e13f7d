// A chapter of the story with its tellings side by side, and a dream. What is
// hers and what is theirs stand beside each other; none argues with the other.

/** @import {App} from "./app.js" */
/** @import {Chapter, Note, Telling} from "./facts.js" */

import { action, h } from "./dom.js";
import { when } from "./dates.js";
import { about } from "./facts.js";
import { touchable } from "./touchable.js";
import { us as words } from "./reading-words.js";

/** @param {App} app @param {Chapter} c @param {() => void} changed */
export function chapter(app, c, changed) {
  return h(
    "li", { class: "chapter" },
    h("h2", {}, c.sort === "us" ? words.began : about(c)),
    h("p", { class: "meta" }, span(new Date(c.since), new Date(c.until))),
    h("div", { class: "tellings" }, hers(app, c, changed), theirs(app, c, changed)),
    ...(c.righted ?? []).map((r) => h("p", { class: "meta" }, words.righted(r.now, r.was ?? ""))),
  );
}

/** Hers: the one that holds, and, called up, how she told it before. @param {App} app @param {Chapter} c @param {() => void} changed */
function hers(app, c, changed) {
  const [last, ...before] = [...c.hers].reverse();
  if (!last) return null;
  const older = h("ol", { class: "before", hidden: true }, ...before.map((t) => h("li", {}, h("p", { class: "meta" }, `${when(new Date(t.at), new Date())}${t.why ? `, ${words.because(t.why)}` : ""}`), h("p", {}, textOf(t)))));
  const more = action(words.otherwise, () => {
    older.hidden = !older.hidden;
    more.setAttribute("aria-expanded", String(!older.hidden));
  }, { "aria-expanded": "false" });
  return h(
    "div", { class: "telling" },
    h("h3", {}, words.hers),
    touchable(app, { id: last.id, text: textOf(last), retell: c.id, changed }, textOf(last)),
    last.why ? h("p", { class: "meta" }, words.again(last.why)) : null,
    before.length ? h("div", { class: "acts" }, more) : null,
    before.length ? older : null,
  );
}

/** Theirs, when there are any, each with its day. @param {App} app @param {Chapter} c @param {() => void} changed */
function theirs(app, c, changed) {
  if (!c.theirs?.length) return null;
  return h(
    "div", { class: "telling" },
    h("h3", {}, words.theirs),
    ...c.theirs.map((t) => touchable(app, { id: t.id, text: t.text, edit: t.edit, changed }, `“${t.text}”`, h("span", { class: "meta" }, ` ${when(new Date(t.at), new Date())}`))),
  );
}

/** @param {Telling} t */
function textOf(t) {
  return t.forgotten ? words.forgotten : t.sentences.map((s) => s.text).join(" ");
}

/** A dream, or what was jotted down. @param {App} app @param {Note} n @param {() => void} changed */
export function note(app, n, changed) {
  return h(
    "li", { class: "dream" },
    h("p", { class: "meta" }, `${n.kind === "dream" ? words.dreamed : words.jotted}, ${when(new Date(n.at), new Date())}`),
    touchable(app, { id: n.id, text: n.text, changed }, `“${n.text}”`),
  );
}

/** "March", "March to June", "December 2025 to January". @param {Date} from @param {Date} to */
function span(from, to) {
  const month = (/** @type {Date} */ t) => t.toLocaleDateString("en-GB", { month: "long", year: t.getFullYear() === new Date().getFullYear() ? undefined : "numeric" });
  return month(from) === month(to) ? month(from) : `${month(from)} to ${month(to)}`;
}
