// What is chosen for this device alone, and kept in its browser.

/** @typedef {"hour" | "day" | "night"} Light */

export class Settings {
  /** @param {Storage} store */
  constructor(store) {
    this.store = store;
  }

  /** How the page is lit. @returns {Light} */
  get light() {
    const light = this.get("light");
    return light === "day" || light === "night" ? light : "hour";
  }

  set light(light) {
    this.set("light", light === "hour" ? "" : light);
  }

  /** She only writes on this device. */
  get hushed() {
    return this.get("hushed") !== "";
  }

  set hushed(on) {
    this.set("hushed", on ? "yes" : "");
  }

  /** Captions are hidden. */
  get unworded() {
    return this.get("unworded") !== "";
  }

  set unworded(on) {
    this.set("unworded", on ? "yes" : "");
  }

  /** The person has held the line to talk, and needs no telling. */
  get held() {
    return this.get("held") !== "";
  }

  set held(on) {
    this.set("held", on ? "yes" : "");
  }

  /** How many times the page was opened and told about holding the line. */
  get told() {
    return Number(this.get("told"));
  }

  set told(times) {
    this.set("told", String(times));
  }

  /** @private @param {string} name */
  get(name) {
    return this.store.getItem(`set.${name}`) ?? "";
  }

  /** @private @param {string} name @param {string} value */
  set(name, value) {
    try {
      if (value) this.store.setItem(`set.${name}`, value);
      else this.store.removeItem(`set.${name}`);
    } catch {
      // A full store: the choice holds until the page is left.
    }
  }
}
