// What a key means. Letters are commands and also the beginnings of sentences:
// a letter waits a moment, and if another follows, the two were typing.

/** @typedef {"mute" | "type" | "captions" | "stop" | "again" | "kept" | "us" | "mood" | "dreams" | "jot" | "search" | "help" | "back"} Command */
/** @typedef {{key: string, ctrl: boolean, alt: boolean, meta: boolean}} Press */
/** @typedef {{command: Command} | {text: string} | null} Meaning */

/** @type {Record<string, Command>} */
const letters = { m: "mute", t: "type", c: "captions", r: "again", k: "kept", u: "us", f: "mood", d: "dreams", j: "jot" };

/** @type {Record<string, Command>} */
const signs = { ".": "stop", "/": "search", "?": "help", Escape: "back" };

/** Milliseconds within which a second letter makes the first one typing. */
export const together = 240;

export class Keys {
  /**
   * @param {(m: {command: Command} | {text: string}) => void} mean
   * @param {(wait: number, then: () => void) => () => void} later
   */
  constructor(mean, later) {
    this.mean = mean;
    this.later = later;
    this.held = "";
    /** @type {(() => void) | null} */
    this.callOff = null;
  }

  /** @param {Press} press @returns {boolean} whether the key meant something */
  press(press) {
    if (press.ctrl || press.alt || press.meta) return false;
    const sign = signs[press.key];
    if (this.held) {
      const typed = this.held;
      this.drop();
      if (isText(press.key) || press.key === " ") return this.give({ text: typed + press.key });
      this.give({ command: letters[typed] });
    }
    if (sign) return this.give({ command: sign });
    if (letters[press.key]) return this.hold(press.key);
    return isText(press.key) ? this.give({ text: press.key }) : false;
  }

  /** @private @param {string} letter */
  hold(letter) {
    this.held = letter;
    this.callOff = this.later(together, () => {
      this.drop();
      this.give({ command: letters[letter] });
    });
    return true;
  }

  /** @private */
  drop() {
    this.callOff?.();
    this.callOff = null;
    this.held = "";
  }

  /** @private @param {{command: Command} | {text: string}} m */
  give(m) {
    this.mean(m);
    return true;
  }
}

/** What a key writes while a sheet is up: a letter or a number, and no command. @param {Press} press */
export function written(press) {
  return !press.ctrl && !press.alt && !press.meta && [...press.key].length === 1 && /[\p{L}\p{N}]/u.test(press.key) ? press.key : "";
}

/** One sign that can begin a sentence. @param {string} key */
function isText(key) {
  return [...key].length === 1 && /[\p{L}\p{N}\p{P}\p{S}]/u.test(key);
}
