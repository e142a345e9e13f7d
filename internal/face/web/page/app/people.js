// Who is who: everybody who was spoken of, each a line that opens to what is
// known of them, with receipts.

/** @import {App} from "./app.js" */
/** @import {Avoided, Fact, Somebody, Thread} from "./facts.js" */
/** @import {Undo} from "./undo.js" */

import { since, when } from "./dates.js";
import { action, bring, fill, h } from "./dom.js";
import { sentence, upper } from "./facts.js";
import { avoid } from "./opened.js";
import { emotions, kept, people as words } from "./reading-words.js";
import { touchable } from "./touchable.js";

/** @typedef {{facts: Fact[], threads: Thread[], avoided: Avoided[]}} Known */

export class People {
  /** @param {App} app @param {Undo} undo @param {{changed: () => void, seek: (name: string) => void}} to */
  constructor(app, undo, to) {
    this.app = app;
    this.undo = undo;
    this.to = to;
    this.list = h("ul", { class: "things" });
    this.place = h("section", { class: "part", "aria-label": words.title }, h("h2", {}, words.title), this.list);
    this.wanted = ""; // whose line is to be open
  }

  /** @param {Somebody[] | null} list @param {Known} known */
  show(list, known) {
    if (!list) return fill(this.list, h("li", { class: "choice" }, kept.unreachable));
    const passing = list.filter((p) => p.passing && p.id !== this.wanted);
    const lines = list.filter((p) => !passing.includes(p)).map((p) => this.line(p, known));
    if (passing.length) lines.push(h("li", {}, h("div", { class: "choice" }, h("p", { class: "meta" }, words.passing(passing.flatMap((p) => p.names))))));
    fill(this.list, ...(lines.length ? lines : [h("li", { class: "choice" }, words.none)]));
    this.bring();
  }

  /** Opens somebody's line and brings it into sight, now or as soon as it is there. @param {string} id */
  open(id) {
    this.wanted = id;
    this.bring();
  }

  /** @private */
  bring() {
    const line = this.wanted && /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-of="${CSS.escape(this.wanted)}"]`));
    if (!line) return;
    this.wanted = "";
    const button = /** @type {HTMLElement} */ (line.querySelector("button"));
    if (button.getAttribute("aria-expanded") === "false") button.click();
    button.focus({ preventScroll: true });
    line.scrollIntoView({ block: "start" });
  }

  /** @private @param {Somebody} p @param {Known} known */
  line(p, known) {
    const about = [words.times(p.mentions), when(new Date(p.last), new Date()), p.avoided ? words.avoided : ""].filter(Boolean).join(", ");
    const button = h("button", { type: "button", class: "touch", "aria-expanded": "false" }, h("span", {}, called(p)), h("span", { class: "meta" }, about));
    const place = h("div", {}, button);
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      if (open) return place.lastElementChild?.remove();
      place.append(this.panel(p, known));
      bring(place, document.body);
    });
    return h("li", { "data-of": p.id }, place);
  }

  /** @private @param {Somebody} p @param {Known} known */
  panel(p, { facts, threads, avoided }) {
    const { app, undo } = this;
    const changed = () => this.to.changed();
    const of = (/** @type {string[]} */ ids) => (/** @type {{id: string}} */ x) => ids.includes(x.id);
    const name = p.names[0] ?? `my ${p.relation ?? ""}`;
    const lines = [
      p.met ? touchable(app, { id: p.met, text: name }, words.met(when(new Date(p.first), new Date()))) : null,
      p.died ? touchable(app, { id: p.died, text: name }, words.died) : null,
      ...facts.filter(of(p.facts)).map((f) => touchable(app, { id: f.id, text: sentence(f), fact: f, part: true, undo, avoid: f.id, lead: f.quote ? `“${f.quote}”` : "", changed }, sentence(f), h("span", { class: "meta" }, ` ${since(new Date(f.since), new Date())}`))),
      ...threads.filter(of(p.threads)).map((t) => touchable(app, { id: t.id, text: t.about, part: true, undo, avoid: t.id, changed }, words.open(t.about))),
      ...(p.matters ?? []).map((m) => touchable(app, { ...m, changed }, `“${m.text}”`)),
      p.told ? touchable(app, { ...p.told, changed }, `“${p.told.text}”`, h("span", { class: "meta" }, ` ${when(new Date(p.last), new Date())}`)) : null,
      ...p.felt.slice(0, 1).map((f) => touchable(app, { id: f.id, text: f.emotion }, words.felt(emotions[f.emotion] ?? f.emotion))),
    ];
    const alone = avoided.filter((a) => [...p.names, p.relation, p.as, `my ${p.relation}`].includes(a.what));
    const mention = p.avoided
      ? action(words.free, async () => {
          for (const a of alone) await app.ask("avoid", a.id, "--undo");
          changed();
        })
      : action(kept.never, () => avoid(app, name, { undo, changed }));
    return h("div", { class: "opened" }, h("div", {}, ...lines), h("div", { class: "acts" }, action(words.said, () => this.to.seek(p.names[0] ?? p.relation ?? "")), mention));
  }
}

/** "your mum's dog" of "mum's dog" and of "my mum's dog". @param {string} as */
function theirs(as) {
  return /^(the|an?|his|her|their|your) |^$|^[A-Z]/.test(as) ? as : `your ${as.replace(/^(my|our) /, "")}`;
}

/** "Ruth (Ruthie), your sister", "Your mum, no name yet" @param {Pick<Somebody, "names" | "relation" | "as">} p */
export function called(p) {
  const [first, ...others] = p.names;
  const name = others.length ? `${first} (${others.join(", ")})` : first;
  const who = p.relation ? words.yours(p.relation) : theirs(p.as ?? "");
  if (!name) return upper(p.relation ? `${who}, ${words.nameless}` : who); // a sentence begins with it
  return who ? `${name}, ${who}` : name;
}
