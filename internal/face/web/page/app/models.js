// The panel of language models on Kept, fetched when it is called up: those found on this
// machine, one at another address with what it may take in a day, an examination of the one
// there is, and what can be fetched. A model elsewhere is asked for
// only after it was shown what would leave, and by a yes that names the very server.

/** @import {App} from "./app.js" */
/** @import {Having} from "./models-words.js" */
/** @import {Child} from "./dom.js" */

import { action, fill, h, leads } from "./dom.js";
import { Budget } from "./budget.js";
import { Download } from "./download.js";
import { Exam } from "./exam.js";
import { models as words, size } from "./models-words.js";

/** @typedef {{name: string, server?: string, bytes?: number, context?: number, loaded?: boolean, tools?: boolean, away?: boolean, in_use?: boolean}} Found */
/** @typedef {{id: string, name: string, kind: "model" | "voice" | "ear", servers: string[], checked: boolean, size: number, licence: string, memory: number, says: string, here: boolean, fits: boolean}} Entry */
/** @typedef {{off?: boolean, model?: string, url?: string, key?: boolean, yes?: string}} Wish */
/** @typedef {{host: string, model: string, plain: boolean}} Asks */

export class Models {
  /** @param {App} app @param {() => void} changed another one may speak now */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.told = h("p", { class: "answer", role: "status" });
    this.found = h("ul", { class: "things" });
    this.catalog = h("ul", { class: "things" });
    this.why = h("p", { class: "meta" });
    /** @type {Entry[]} */
    this.entries = [];
    this.download = new Download(reach, (id) => this.entries.find((e) => e.id === id)?.name ?? id, () => this.drawCatalog());
    this.exam = new Exam(app.face.sheet, reach, () => (this.changed(), void this.drawFound()));
    this.budget = new Budget(reach);
    this.place = h(
      "div", { class: "models" }, h("h3", {}, words.found), this.found, this.exam.place, h("h3", {}, words.away), this.form(), this.told, this.budget.place,
      h("h3", {}, words.catalog), this.why, this.download.place, this.catalog,
    );
  }

  /** Looks again, and shows it. */
  async draw() {
    this.download.watch();
    void this.exam.watch();
    await Promise.all([this.drawFound(), this.drawCatalog(), this.budget.draw()]);
  }

  /** @private */
  async drawFound() {
    if (!this.found.childElementCount) fill(this.found, h("li", { class: "choice" }, words.looking));
    const doc = /** @type {{model: Having, found: Found[]} | null} */ (await read("/models/found"));
    if (!doc) return fill(this.found, h("li", { class: "choice" }, words.unreachable));
    this.exam.of(doc.model);
    const off = this.app.her?.choices?.["model"] === "off";
    const lines = doc.found.filter((m) => !m.away).map((m) => one(
      [m.name, meta([m.server ?? "", m.bytes ? size(m.bytes) : "", m.loaded ? "loaded" : "", m.tools ? "tools" : ""])],
      m.in_use ? h("span", { class: "word-still" }, words.using) : action(words.use, () => this.use({ model: m.name }), { "aria-label": `${words.use}: ${m.name}` }),
    ));
    const acts = h("li", { class: "acts" }, action(words.any, () => this.use({})), action(words.nothing, () => this.use({ off: true }), { "aria-pressed": String(off) }));
    fill(this.found, ...(lines.length ? lines : [h("li", { class: "choice" }, words.none)]), acts);
  }

  /** @private */
  async drawCatalog() {
    const doc = /** @type {{advised: {id?: string, why: string}, entries: Entry[]} | null} */ (await read("/models"));
    if (!doc) return fill(this.catalog, h("li", { class: "choice" }, words.unreachable));
    this.entries = doc.entries;
    fill(this.why, `${doc.advised.why} ${words.catalogLead}`);
    const advised = (/** @type {Entry} */ e) => e.id === doc.advised.id;
    const first = [...doc.entries].sort((a, b) => Number(advised(b)) - Number(advised(a)));
    fill(this.catalog, ...first.map((e) => this.entry(e, advised(e))));
  }

  /** @private @param {Entry} e @param {boolean} advised */
  entry(e, advised) {
    const marks = [advised ? words.advised : "", e.checked ? "" : words.unverified, e.fits || e.here ? "" : words.large];
    return one(
      [advised ? h("strong", {}, e.name) : e.name, meta([words.needs(size(e.size), e.memory, e.licence), words.kinds[e.kind] ?? "", ...marks]), meta([e.says])],
      e.here ? h("span", { class: "word-still" }, words.here) : action(words.get, () => this.get(e), { "aria-label": `${words.get}: ${e.name}` }),
    );
  }

  /** Fetches a file after a yes, and after a second where nobody compared it. @private @param {Entry} e */
  async get(e) {
    const { sheet } = this.app.face;
    const hosts = e.servers.join(", else ");
    const more = [...words.fetchMore(size(e.size), e.memory, e.licence, hosts), ...(e.fits ? [] : [words.tooLarge])];
    if (!(await sheet.ask(words.fetch(e.name), { yes: words.fetchYes, no: words.no, details: leads(more) }))) return;
    if (!e.checked && !(await sheet.ask(words.unsure, { yes: words.unsureYes, no: words.no, details: leads([words.unsureMore]) }))) return;
    const got = await reach("/models/get", { id: e.id, yes: true, unverified: !e.checked }).catch(() => null);
    const why = got?.ok ? "" : ((await got?.text())?.trim() ?? "");
    this.tell(got?.ok ? "" : /under way/.test(why) ? words.busy : got ? words.failed(why) : words.lost);
    this.download.id = e.id;
    this.download.place.scrollIntoView({ block: "nearest" });
    await this.download.watch();
  }

  /** @private @param {Wish} wish */
  async use(wish) {
    this.tell(wish.off ? "" : words.trying);
    const got = await reach("/models/use", wish).catch(() => null);
    if (!got?.ok) return this.tell(got ? words.failed((await got.text()).trim()) : words.lost);
    const doc = /** @type {Having & {asks?: Asks}} */ (await got.json());
    if (doc.asks) return this.mayLeave(wish, doc.asks);
    this.tell(doc.name ? words.has(doc) : wish.off ? words.off : words.none);
    this.changed();
    await this.drawFound();
  }

  /** Shows what would leave, and asks. @private @param {Wish} wish @param {Asks} asks */
  async mayLeave(wish, asks) {
    this.tell("");
    const yes = await this.app.face.sheet.ask(words.leaves(asks.host), { yes: words.yes, no: words.no, details: leads(words.leavesMore(asks)) });
    if (yes) await this.use({ ...wish, yes: asks.host });
  }

  /** Says what became of a wish, where it can be seen. @private @param {string} text */
  tell(text) {
    this.told.textContent = text;
    if (text) this.told.scrollIntoView({ block: "nearest" });
  }

  /** @private */
  form() {
    const url = h("input", { type: "text", inputmode: "url", id: "model-url", required: true, autocomplete: "off", spellcheck: "false", placeholder: words.addressLike });
    const name = h("input", { type: "text", id: "model-name", autocomplete: "off", spellcheck: "false", placeholder: words.nameLike });
    const key = h("input", { type: "checkbox", id: "model-key" });
    return h(
      "form", { class: "elsewhere", onsubmit: (/** @type {Event} */ e) => (e.preventDefault(), this.use({ url: whole(url.value.trim()), model: name.value.trim(), key: key.checked })) },
      h("label", { for: url.id }, words.address), url, h("label", { for: name.id }, words.name), name,
      h("label", { class: "tick", for: key.id }, key, ` ${words.key}`), h("div", { class: "acts" }, h("button", { type: "submit", class: "word" }, words.take)),
    );
  }
}

/** An address with its scheme: this machine needs no encryption, and any other gets it unless it is written otherwise. @param {string} address */
export function whole(address) {
  if (/^[a-z]+:\/\//i.test(address)) return address;
  return /^(127\.|localhost\b|\[::1\])/i.test(address) ? `http://${address}` : `https://${address}`;
}

/** @param {Child[]} says @param {Child} does */
function one(says, does) {
  return h("li", {}, h("div", { class: "choice" }, h("p", {}, ...says), h("div", { class: "words" }, does)));
}

/** @param {string[]} parts */
function meta(parts) {
  return h("small", { class: "meta" }, parts.filter(Boolean).join(", "));
}

/** Asks the house for something, or, with a wish, for something to be done. @param {string} path @param {object} [wish] */
function reach(path, wish) {
  return fetch(path, wish ? { method: "POST", body: JSON.stringify(wish) } : {});
}

/** What the house tells, or null. @param {string} path @returns {Promise<unknown>} */
async function read(path) {
  const got = await reach(path).catch(() => null);
  return got?.ok ? got.json() : null;
}
