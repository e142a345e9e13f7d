// What opens when something of hers or yours is touched: say it again, copy,
// why, and, where it is kept, putting it right and forgetting it.

/** @import {App} from "./app.js" */
/** @import {Why} from "./facts.js" */

import { action, bring, fill, h } from "./dom.js";
import { forget } from "./forget.js";
import { opened as words, record as kinds } from "./words.js";

/**
 * @typedef {object} Thing
 * @property {string} id what the verbs know it by; "": it is not kept
 * @property {string} text
 * @property {(() => void)} [again]
 * @property {string} [lead] something to say first
 * @property {{id: string, value: string}} [fact] it is a fact itself
 * @property {string} [retell] it is a telling of hers, of the chapter with this id
 * @property {boolean} [edit] it is how the person told one instead; it can be taken back
 * @property {() => void} [changed] it was put right or forgotten
 */

/** @param {App} app @param {Thing} thing */
export function opened(app, thing) {
  const acts = h("div", { class: "acts" });
  const below = h("div", { role: "status" });
  const panel = h("div", { class: "opened" }, thing.lead ? h("p", { class: "because" }, thing.lead) : null, acts, below);
  if (thing.again) acts.append(action(words.again, thing.again));
  acts.append(copying(thing.text));
  if (!thing.id) {
    below.append(h("p", { class: "because" }, words.unkept));
    return panel;
  }
  const asked = app.look("why", thing.id);
  acts.append(whying(/** @type {Promise<Why | null>} */ (asked), below));
  const forgetting = action(words.forget, async () => {
    if (await forget(app, thing.id)) thing.changed?.();
  });
  acts.append(forgetting);
  const right = (/** @type {{id: string, value: string}[]} */ facts) => {
    if (facts.length) forgetting.before(action(words.wrong, () => correcting(app, facts, below, thing)));
  };
  if (thing.retell) forgetting.before(action(words.notSo, () => retelling(app, thing, below)));
  if (thing.edit) forgetting.before(action(words.takeBack, () => takingBack(app, thing, below)));
  if (thing.fact) right([thing.fact]);
  else asked.then((why) => right(factsOf(/** @type {Why | null} */ (why))));
  return panel;
}

/** First the sentence, then the record, then neither. @param {Promise<Why | null>} asked @param {HTMLElement} below */
export function whying(asked, below) {
  let touched = 0;
  const button = action(words.why, async () => {
    touched = (touched + 1) % 3;
    button.setAttribute("aria-expanded", String(touched > 0));
    button.textContent = [words.why, words.record, words.less][touched];
    if (touched === 0) return fill(below);
    const why = await asked;
    if (!why) return fill(below, h("p", { class: "because" }, words.unreachable));
    const lines = why.record ?? [];
    fill(below, h("p", { class: "because" }, why.sentence), touched === 2 ? recordOf(lines) : null);
    bring(below, document.body);
  }, { "aria-expanded": "false" });
  return button;
}

/** @param {Why["record"]} lines */
function recordOf(lines) {
  if (lines.length === 0) return h("p", { class: "because" }, words.plain);
  const list = h("dl", { class: "record" });
  let last = "";
  for (const line of lines) {
    const kind = kinds[line.kind] ?? line.kind;
    list.append(h("dt", {}, kind === last ? "" : kind), h("dd", {}, line.text));
    last = kind;
  }
  return list;
}

/** @param {string} text */
function copying(text) {
  const button = action(words.copy, async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 1600);
    } catch {
      // The browser would not let us; the words can still be marked by hand.
    }
  });
  return button;
}

/** @param {Why | null} why */
function factsOf(why) {
  const facts = (why?.record ?? []).filter((r) => r.kind === "fact");
  return facts.map((r) => ({ id: r.id, value: r.text.slice(r.text.lastIndexOf(": ") + 2) }));
}

/** @param {App} app @param {{id: string, value: string}[]} facts @param {HTMLElement} below @param {Thing} thing */
function correcting(app, facts, below, thing) {
  const forms = facts.map((fact) => correctingOne(app, fact, below, thing));
  fill(below, ...forms);
  bring(below, document.body);
  forms[0].querySelector("input")?.focus({ preventScroll: true });
}

/** The person's own telling, beside hers. @param {App} app @param {Thing} thing @param {HTMLElement} below */
function retelling(app, thing, below) {
  const chapter = { id: thing.retell ?? "", value: "" };
  const form = correctingOne(app, chapter, below, thing, { label: words.howWas, fix: words.itWas, done: () => words.beside });
  fill(below, form);
  bring(below, document.body);
  form.querySelector("input")?.focus({ preventScroll: true });
}

/** @param {App} app @param {Thing} thing @param {HTMLElement} below */
async function takingBack(app, thing, below) {
  const told = await app.ask("forget", thing.id, "--only");
  if (told.exit === 0) return thing.changed?.();
  fill(below, h("p", { class: "answer" }, told.error || words.unreachable));
}

/** What is said around a field for what is right. */
const plainly = { label: words.right, fix: words.fix, done: words.fixed };

/** @param {App} app @param {{id: string, value: string}} fact @param {HTMLElement} below @param {Thing} thing @param {{label: string, fix: string, done: (was: string, now: string) => string}} says */
function correctingOne(app, fact, below, thing, says = plainly) {
  const input = h("input", { type: "text", id: `right-${fact.id}`, autocomplete: "off", placeholder: fact.value });
  const fix = async (/** @type {SubmitEvent} */ e) => {
    e.preventDefault();
    const now = input.value.trim();
    if (!now) return input.focus();
    const told = await app.ask("correct", fact.id, now);
    fill(below, h("p", { class: "answer" }, told.exit === 0 ? says.done(fact.value, now) : told.error || words.unreachable));
    if (told.exit === 0) thing.changed?.();
  };
  return h(
    "form", { class: "correct", onsubmit: fix },
    h("label", { for: input.id }, says.label), input,
    h("button", { type: "submit", class: "word" }, says.fix), action(words.leave, () => fill(below)),
  );
}
