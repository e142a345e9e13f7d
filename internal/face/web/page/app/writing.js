// Where one writes to her: a line without a box, or, at the very first, the
// field of a form. What is half written outlives a reload of this tab.

import { the } from "./dom.js";
import { here as words } from "./words.js";

const draft = "draft";
const opened = "set.writing"; // somebody who writes finds the field where it was

export class Writing {
  /** @param {(text: string) => void} say @param {() => void} moved it takes more or less room now */
  constructor(say, moved) {
    this.say = say;
    this.moved = moved;
    this.form = the("say");
    this.field = /** @type {HTMLTextAreaElement} */ (the("words"));
    this.reason = the("refused");
    the("words-label").textContent = words.say;
    the("send").textContent = words.send;
    this.field.placeholder = words.say;
    this.field.value = sessionStorage.getItem(draft) ?? "";
    if (this.field.value) this.open("");
    else this.form.hidden = !localStorage.getItem(opened);
    this.form.addEventListener("submit", (e) => (e.preventDefault(), this.send()));
    this.field.addEventListener("keydown", (e) => this.key(e));
    this.field.addEventListener("input", () => this.grew());
  }

  get isOpen() {
    return !this.form.hidden;
  }

  /** @param {string} first what was typed already */
  open(first) {
    this.form.hidden = false;
    localStorage.setItem(opened, "yes");
    if (first) this.field.value += first;
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
    this.grew();
    this.moved();
  }

  close() {
    if (this.field.value.length === 1) this.field.value = ""; // a key, and no draft
    this.field.blur(); // at once: the next key is no longer for it
    this.form.hidden = true;
    localStorage.removeItem(opened);
    this.reason.textContent = "";
    this.moved();
  }

  /** Offers the field as the form would. @param {boolean} on @param {string} question */
  slip(on, question) {
    if (this.form.classList.contains("slipped") === on) return;
    this.form.classList.toggle("slipped", on);
    the("words-label").textContent = on ? question : words.say;
    this.field.placeholder = on ? "" : words.say;
    if (on) this.open("");
  }

  /** What is written next is only kept. @param {boolean} on */
  jot(on) {
    if (this.form.classList.contains("slipped")) return;
    the("words-label").textContent = on ? words.noting : words.say;
    this.field.placeholder = on ? words.jot : words.say;
  }

  /** Words come back, with the reason. @param {string} text @param {string} why */
  giveBack(text, why) {
    this.field.value = this.field.value ? `${text}\n${this.field.value}` : text;
    this.open("");
    this.reason.textContent = why;
  }

  /** @private */
  send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.reason.textContent = "";
    this.grew();
    this.say(text);
  }

  /** @private @param {KeyboardEvent} e */
  key(e) {
    if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
      e.preventDefault();
      this.send();
    }
  }

  /** @private Where the browser does not let a field grow by itself, it is helped. */
  grew() {
    try {
      if (this.field.value) sessionStorage.setItem(draft, this.field.value);
      else sessionStorage.removeItem(draft);
    } catch {
      // Too long a draft for the browser; it lives in the field.
    }
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
