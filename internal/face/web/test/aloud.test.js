import assert from "node:assert/strict";
import { test } from "node:test";
import { Aloud, mainly } from "../page/app/aloud.js";

const line = (text) => ({ heading: false, text });
const heading = (text) => ({ heading: true, text });

test("of a page the headings are read, and the first few lines under each", () => {
  const items = [heading("What I hold for true"), ..."abcdef".split("").map(line), heading("Who is who"), line("  Ruth,\n your sister ")];
  assert.deepEqual(mainly(items), ["What I hold for true", "a", "b", "c", "d", "Who is who", "Ruth, your sister"]);
});

test("a long line is read up to a word's end", () => {
  const [cut] = mainly([line("word ".repeat(200))]);
  assert.ok(cut.length <= 360 && cut.endsWith("word"));
});

function scene() {
  const s = { said: [], states: [], stopped: 0, waiting: null };
  s.aloud = new Aloud((reading) => s.states.push(reading));
  s.reader = {
    sentence: async (text) => ({ play: () => new Promise((resolve) => { s.said.push(text); s.waiting = resolve; }) }),
    stop: () => { s.stopped++; s.waiting?.(); },
  };
  return s;
}

const tick = () => new Promise((resolve) => setImmediate(resolve));

test("lines are read one after the other", async () => {
  const s = scene();
  const done = s.aloud.read(["one", "two"], s.reader);
  await tick();
  assert.deepEqual(s.said, ["one"]);
  s.waiting();
  await tick();
  s.waiting();
  await done;
  assert.deepEqual([s.said, s.states], [["one", "two"], [true, false]]);
});

test("a touch stops her, and nothing more is read", async () => {
  const s = scene();
  const done = s.aloud.read(["one", "two"], s.reader);
  await tick();
  assert.ok(s.aloud.stop());
  await done;
  assert.deepEqual([s.said, s.states, s.stopped], [["one"], [true, false], 1]);
  assert.equal(s.aloud.stop(), false);
});
