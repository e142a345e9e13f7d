// The talk as it is seen: one caption after another, the newest lowest; older
// ones fade upward, and scrolling up leads back through all of it.

/** @import {App} from "./app.js" */
/** @import {Caption, Memory} from "./talk.js" */

import { bring, fill, h } from "./dom.js";
import { opened } from "./opened.js";
import { here as words, marks } from "./words.js";

const atOnce = 60; // earlier captions fetched at a time

export class Captions {
  /**
   * @param {App} app @param {HTMLElement} log
   * @param {(c: Caption) => void} again says it once more
   */
  constructor(app, log, again) {
    this.app = app;
    this.log = log;
    this.again = again;
    /** @type {Map<string, HTMLElement>} by the caption's key */
    this.shown = new Map();
    this.low = true; // the newest is in sight, and stays so
    this.interim = h("div", { class: "caption yours interim", "aria-hidden": "true", hidden: true }, h("p", { class: "words" }));
    this.beginning = h("p", { class: "mark", hidden: true }, words.earlier);
    log.setAttribute("aria-label", words.log);
    log.append(this.beginning, this.interim);
    log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new MutationObserver(() => this.scrolled()).observe(log, { childList: true, subtree: true });
    log.addEventListener("keydown", (e) => this.walk(e));
  }

  /** Brings what is seen in line with the talk. */
  draw() {
    const filling = this.shown.size === 0 && this.app.talk.captions.length > 2;
    if (filling) this.log.setAttribute("aria-live", "off"); // the past is not announced
    const there = new Set(this.app.talk.captions.map((c) => c.key));
    for (const [key, el] of this.shown) if (!there.has(key)) this.remove(key, el);
    /** @type {Element} */
    let before = this.beginning;
    for (const c of this.app.talk.captions) {
      const el = this.shown.get(c.key) ?? this.make(c);
      if (before.nextElementSibling !== el) before.after(el);
      this.update(c);
      before = el;
    }
    if (filling) setTimeout(() => this.log.setAttribute("aria-live", "polite"), 400);
    this.reach();
    this.settle();
  }

  /** One caption has changed. @param {Caption} c */
  update(c) {
    const el = this.shown.get(c.key);
    const button = el?.querySelector(".words");
    if (!el || !button) return;
    el.dataset.id = c.id;
    el.hidden = c.shown === 0;
    const shown = button.querySelectorAll(".clause").length;
    for (let n = shown; n < c.shown; n++) this.clause(button, c, n);
    button.querySelector(".slip")?.classList.toggle("aside-by-her", c.form > 0 && c.shown > c.form);
    if (c.cut && !button.querySelector(".broken")) button.append(h("span", { class: "broken" }, " —"));
    this.mark(el, c.waiting ? marks.waiting : c.kept ? marks[c.kept] : "");
    this.settle();
  }

  /** Words as they are being recognised, here or on another device. @param {string} text */
  hearing(text) {
    fill(/** @type {Element} */ (this.interim.firstElementChild), text);
    this.interim.hidden = text === "";
    this.settle();
  }

  /** Closes what is open. @returns {boolean} whether anything was */
  close() {
    const open = this.log.querySelector(".words[aria-expanded=true]");
    if (open) this.toggle(/** @type {HTMLElement} */ (open.closest(".caption")));
    return Boolean(open);
  }

  toNewest() {
    this.low = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** There is more room now, or less. */
  settle() {
    if (this.low) this.toNewest();
  }

  /** @private @param {Caption} c */
  make(c) {
    const hers = c.by === "herself";
    const who = h("span", { class: "aside" }, `${hers ? this.app.her?.her || words.she : words.you}: `);
    const button = h("button", { type: "button", class: "words", "aria-expanded": "false", tabindex: "-1" }, who);
    const el = h("div", { class: `caption ${hers ? "hers" : "yours"}` }, button);
    if (c.shown === c.clauses.length && hers) el.classList.add("told");
    button.addEventListener("click", () => getSelection()?.isCollapsed !== false && this.toggle(el));
    el.dataset.key = c.key;
    el.dataset.by = c.by;
    this.shown.set(c.key, el);
    return el;
  }

  /** Writes one more clause; what the form says goes on its slip. @private @param {Element} button @param {Caption} c @param {number} n from 0 */
  clause(button, c, n) {
    const clause = h("span", { class: "clause" }, c.clauses[n]);
    if (n >= c.form) return button.append(n > c.form ? " " : "", clause);
    if (n === 0) button.append(h("span", { class: "slip" }));
    button.querySelector(".slip")?.append(clause, " ");
  }

  /** @private @param {HTMLElement} el @param {string} text */
  mark(el, text) {
    const old = el.querySelector(".mark");
    if ((old?.textContent ?? "") === text) return;
    old?.remove();
    if (text) el.querySelector(".words")?.after(h("small", { class: "mark" }, text));
  }

  /** @private @param {string} key @param {HTMLElement} el */
  remove(key, el) {
    this.shown.delete(key);
    el.classList.add("going");
    setTimeout(() => el.remove(), 600);
  }

  /** Opens a caption, or closes it. @private @param {HTMLElement} el */
  toggle(el) {
    const button = /** @type {HTMLElement} */ (el.querySelector(".words"));
    const open = button.getAttribute("aria-expanded") === "true";
    if (!open) this.close();
    button.setAttribute("aria-expanded", String(!open));
    if (open) {
      el.querySelector(".opened")?.remove();
      return;
    }
    const c = this.app.talk.by(el.dataset.key ?? "");
    if (!c) return;
    const text = c.clauses.join(" ");
    const panel = opened(this.app, {
      id: c.seq !== 0 && !c.waiting ? c.id : "", text, again: c.by === "herself" ? () => this.again(c) : undefined,
      lead: c.cut && c.shown < c.clauses.length ? `${words.brokenOff} “${c.clauses.slice(c.shown).join(" ")}”` : "",
    });
    el.append(panel);
    bring(panel, this.log);
  }

  /** One caption can be reached by Tab; arrows lead to the others. @private */
  reach() {
    const all = this.buttons();
    const at = all.find((b) => b === document.activeElement) ?? all.at(-1);
    for (const b of all) b.tabIndex = b === at ? 0 : -1;
  }

  /** @private @returns {HTMLElement[]} */
  buttons() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.log.querySelectorAll(".caption:not([hidden]) > button.words"))];
  }

  /** @private @param {KeyboardEvent} e */
  walk(e) {
    const all = this.buttons();
    const at = all.findIndex((b) => b === document.activeElement);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[e.key];
    if (at < 0 || to === undefined || !all[to]) return;
    e.preventDefault();
    all[to].focus();
    this.reach();
  }

  /** The further up, the more the field is for reading. @private */
  scrolled() {
    const up = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight;
    this.low = up < 60;
    const back = Math.max(0, Math.min(1, (up - 20) / (this.log.clientHeight * 0.35)));
    const read = this.log.querySelector(".record") ? 1 : back;
    document.documentElement.style.setProperty("--read", read.toFixed(3));
    if (this.log.scrollTop < 200 && back > 0.2) this.earlier();
  }

  /** Fetches what was said before. @private */
  async earlier() {
    if (this.fetching || !this.beginning.hidden) return;
    this.fetching = true;
    const had = this.app.talk.captions.length;
    const list = await this.app.look("memories", "-n", String(had + atOnce));
    this.fetching = false;
    if (!Array.isArray(list)) return;
    const from = this.log.scrollHeight - this.log.scrollTop;
    this.app.talk.before(/** @type {Memory[]} */ (list));
    this.draw();
    this.log.scrollTop = this.log.scrollHeight - from;
    this.beginning.hidden = list.length >= had + atOnce;
  }
}
