import assert from "node:assert/strict";
import { test } from "node:test";
import { Talk } from "../page/app/talk.js";

const at = (s) => new Date(Date.UTC(2026, 10, 24, 18, 0, s)).toISOString();
const heard = (o) => ({ kind: "heard", seq: 2, id: "b2b2", at: at(0), text: "hello", face: "f1", ...o });
const said = (o) => ({ kind: "said", seq: 3, id: "b2b2.said", at: at(1), clauses: ["Hello.", "You."], form: 0, manner: {}, mood: { p: 0, a: 0, d: 0 }, acts: [], ...o });

test("a word said here is one caption, before and after it is heard", () => {
  const talk = new Talk();
  talk.say({ kind: "say", id: "f1", text: "hello", ear: "typed" }, 1);
  talk.say({ kind: "say", id: "f1", text: "hello", ear: "typed" }, 1);
  assert.equal(talk.captions.length, 1);
  assert.equal(talk.captions[0].waiting, true);
  assert.equal(talk.heard(heard()), true);
  assert.equal(talk.heard(heard()), false, "a repeat is no news");
  assert.equal(talk.captions.length, 1);
  assert.equal(talk.captions[0].waiting, false);
  assert.equal(talk.captions[0].id, "b2b2");
  assert.equal(talk.last, 2);
});

test("an answer comes once, and only a fresh one is revealed", () => {
  const talk = new Talk();
  assert.equal(talk.said(said(), true)?.shown, 0);
  assert.equal(talk.said(said(), true), null);
  assert.equal(talk.said(said({ seq: 5, id: "b4b2.said" }), false)?.shown, 2);
  assert.equal(talk.last, 5);
});

test("what waits stands last, the rest in the order it was said", () => {
  const talk = new Talk();
  talk.say({ kind: "say", id: "f9", text: "later", ear: "typed" }, 0);
  talk.said(said(), false);
  talk.heard(heard());
  talk.before([{ id: "a2b2", at: at(-60), by: "person", text: "long ago" }]);
  assert.deepEqual(talk.captions.map((c) => c.clauses[0]), ["long ago", "hello", "Hello.", "later"]);
});

test("what was forgotten before it was seen to be heard does not wait for ever", () => {
  const talk = new Talk();
  talk.say({ kind: "say", id: "f1", text: "forget that", ear: "typed" }, 1);
  talk.forget({ kind: "gone", seq: 7, ids: ["b7b2"], face: "f1" });
  assert.equal(talk.captions.length, 0);
  assert.equal(talk.answersUs("b7b2.said"), true);
});

test("what is forgotten goes, and a late repeat does not bring it back", () => {
  const talk = new Talk();
  talk.heard(heard());
  talk.said(said(), false);
  talk.forget({ kind: "gone", seq: 7, ids: ["b2b2", "b2b2.said"] });
  talk.heard(heard());
  assert.equal(talk.said(said(), true), null);
  talk.before([{ id: "b2b2", at: at(0), by: "person", text: "hello" }]);
  assert.equal(talk.captions.length, 0);
  assert.equal(talk.last, 7);
});

test("only the page that was spoken to speaks the answer; nobody's belongs to all", () => {
  const here = new Talk();
  const there = new Talk();
  here.say({ kind: "say", id: "f1", text: "hello", ear: "typed" }, 1);
  here.heard(heard());
  there.heard(heard());
  assert.equal(here.answersUs("b2b2.said"), true);
  assert.equal(there.answersUs("b2b2.said"), false);
  assert.equal(there.answersUs("zz2z.said"), true);
});

test("a mark goes once the disk has it", () => {
  const talk = new Talk();
  talk.heard(heard({ seq: 0, kept: "disk" }));
  assert.equal(talk.captions[0].kept, "disk");
  talk.heard(heard({ seq: 4 }));
  assert.equal(talk.captions[0].kept, "");
  assert.equal(talk.captions[0].seq, 4);
});

test("what is refused is no caption", () => {
  const talk = new Talk();
  talk.say({ kind: "say", id: "f1", text: "x", ear: "typed" }, 1);
  talk.unsay("f1");
  assert.equal(talk.captions.length, 0);
});
