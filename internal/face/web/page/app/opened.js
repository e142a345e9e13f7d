// What opens when something of hers or yours is touched: say it again, copy,
// why, and, where it is kept, putting it right and forgetting it.

/** @import {App} from "./app.js" */
/** @import {Why} from "./facts.js" */

import { action, bring, fill, h } from "./dom.js";
import { opened as words } from "./words.js";

/**
 * @typedef {object} Thing
 * @property {string} id what the verbs know it by; "": it is not kept
 * @property {string} text
 * @property {(() => void)} [again]
 * @property {string} [lead] something to say first
 * @property {{id: string, value: string}} [fact] it is a fact itself
 * @property {(below: HTMLElement) => HTMLElement[]} [more] what else can be done with it
 * @property {string} [away] what forgetting it is called, if not that
 * @property {string} [avoid] what she leaves alone, if she is to leave it alone: words, or an id
 * @property {boolean} [part] it is a part that can be taken out alone
 * @property {import("./undo.js").Undo} [undo] where the way back is shown
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
  const forgetting = action(thing.away ?? words.forget, async () => {
    const { forget } = await import("./forget.js"); // fetched when something is to go
    if (await forget(app, thing.id)) thing.changed?.();
  });
  if (thing.undo && thing.part) acts.append(action(words.out, () => takeOut(app, thing, panel)));
  if (thing.undo && thing.avoid) acts.append(action(words.avoid, () => avoid(app, thing.avoid ?? "", thing)));
  acts.append(forgetting);
  const right = (/** @type {{id: string, value: string}[]} */ facts) => {
    if (facts.length) forgetting.before(action(words.wrong, () => correcting(app, facts, below, thing)));
  };
  forgetting.before(...(thing.more?.(below) ?? []));
  if (thing.fact) right([thing.fact]);
  else asked.then((why) => right(factsOf(/** @type {Why | null} */ (why))));
  return panel;
}

/** Takes a part out of what she holds; the words it came from stay. @param {App} app @param {Thing} thing @param {HTMLElement} panel */
function takeOut(app, thing, panel) {
  const line = /** @type {HTMLElement | null} */ (panel.closest("li"));
  const hide = (/** @type {boolean} */ hidden) => line && (line.hidden = hidden);
  hide(true);
  const act = () => app.ask("forget", thing.id, "--only").then(() => thing.changed?.());
  thing.undo?.will(words.takenOut, act, () => hide(false));
}

/** Has her never bring something up. @param {App} app @param {string} what @param {Pick<Thing, "undo" | "changed">} thing */
export async function avoid(app, what, thing) {
  const told = await app.ask("avoid", what);
  if (told.exit !== 0) return thing.undo?.did(told.error || words.unreachable);
  const id = /** @type {{id: string}[]} */ (told.doc ?? []).at(-1)?.id ?? what;
  thing.undo?.did(words.avoided, () => app.ask("avoid", id, "--undo").then(() => thing.changed?.()));
  thing.changed?.();
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
    const behind = touched === 2 ? (await import("./record.js")).recordOf(why.record ?? []) : null;
    fill(below, h("p", { class: "because" }, why.sentence), behind);
    bring(below, document.body);
  }, { "aria-expanded": "false" });
  return button;
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

/** What is said around a field for what is right. */
const plainly = {
  label: words.right, fix: words.fix, done: words.fixed,
  /** @param {App} app @param {string} id @param {string} was */
  back: (app, id, was) => app.ask("correct", id, was),
};

/** @param {App} app @param {{id: string, value: string}} fact @param {HTMLElement} below @param {Thing} thing @param {{label: string, fix: string, done: (was: string, now: string) => string, back: (app: App, id: string, was: string) => Promise<unknown>}} says */
export function correctingOne(app, fact, below, thing, says = plainly) {
  const input = h("input", { type: "text", id: `right-${fact.id}`, autocomplete: "off", placeholder: fact.value });
  const fix = async (/** @type {SubmitEvent} */ e) => {
    e.preventDefault();
    const now = input.value.trim();
    if (!now) return input.focus();
    const told = await app.ask("correct", fact.id, now);
    if (told.exit !== 0) return fill(below, h("p", { class: "answer" }, told.error || words.unreachable));
    const said = says.done(fact.value, now);
    fill(below, h("p", { class: "answer" }, said));
    const { id } = /** @type {{id: string}} */ (told.doc);
    thing.undo?.did(said, () => says.back(app, id, fact.value).then(() => thing.changed?.()));
    thing.changed?.();
  };
  return h(
    "form", { class: "correct", onsubmit: fix },
    h("label", { for: input.id }, says.label), input,
    h("button", { type: "submit", class: "word" }, says.fix), action(words.leave, () => fill(below)),
  );
}
