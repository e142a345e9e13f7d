import assert from "node:assert/strict";
import { test } from "node:test";
import { Keys, written } from "../page/app/keys.js";

function scene() {
  const s = { meant: [], due: null };
  const keys = new Keys((m) => s.meant.push(m.command ?? JSON.stringify(m.text)), (_, then) => { s.due = then; return () => { s.due = null; }; });
  s.press = (key, more) => keys.press({ key, ctrl: false, alt: false, meta: false, ...more });
  s.wait = () => s.due?.();
  return s;
}

test("a letter alone is a command", () => {
  const s = scene();
  s.press("u");
  assert.deepEqual(s.meant, []);
  s.wait();
  assert.deepEqual(s.meant, ["us"]);
});

test("a letter that another follows is the beginning of a sentence", () => {
  const s = scene();
  s.press("m");
  s.press("y");
  s.wait();
  assert.deepEqual(s.meant, ['"my"']);
});

test("a letter that is no command types at once, as does a capital", () => {
  const s = scene();
  s.press("h");
  s.press("M");
  s.press("é");
  assert.deepEqual(s.meant, ['"h"', '"M"', '"é"']);
});

test("signs are commands at once, after a letter too", () => {
  const s = scene();
  for (const key of [".", "/", "?"]) s.press(key);
  s.press("k");
  s.press("Escape");
  assert.deepEqual(s.meant, ["stop", "search", "help", "kept", "back"]);
});

test("a letter and a space is typing", () => {
  const s = scene();
  s.press("c");
  s.press(" ");
  assert.deepEqual(s.meant, ['"c "']);
});

test("keys of the browser are left alone", () => {
  const s = scene();
  assert.equal(s.press("r", { ctrl: true }), false);
  assert.equal(s.press("ArrowDown"), false);
  assert.equal(s.press("Tab"), false);
  assert.deepEqual(s.meant, []);
});

test("while a sheet is up a letter is the beginning of a sentence, and what presses its buttons is not", () => {
  const press = (key, more) => written({ key, ctrl: false, alt: false, meta: false, ...more });
  for (const key of ["t", "M", "é", "7", "你"]) assert.equal(press(key), key);
  for (const key of [" ", "Enter", "Escape", "Tab", "ArrowDown", "?", "."]) assert.equal(press(key), "");
  assert.equal(press("c", { ctrl: true }), "");
});
