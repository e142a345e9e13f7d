import assert from "node:assert/strict";
import { test } from "node:test";
import { at, brightens, spots, strongest } from "../page/app/tide.js";
import { emotions, moodOf, wasFelt } from "../page/app/reading-words.js";

const felt = (emotion, intensity, because = "you came back") => ({ id: "", emotion, intensity, because });
const past = [
  { p: 0.6, a: 0.1, felt: [felt("joy", 0.2)] }, { p: 0.5, a: 0.1, felt: [] },
  { p: 0.4, a: 0.3, felt: [felt("anger", 0.5, "that hurt"), felt("pity", 0.1, "you sounded upset")] }, { p: 0.6, a: 0.1, felt: [felt("joy", 0.3)] },
].map((m, n) => ({ id: `m${n}`, at: `2026-11-2${n}T10:00:00Z`, mood: { p: m.p, a: m.a, d: 0 }, felt: m.felt }));

test("only what moved her most is told, each kind once, the newest first", () => {
  assert.deepEqual(strongest(past, 2).map((c) => [c.felt.emotion, c.felt.intensity, c.moment]), [["joy", 0.3, 3], ["anger", 0.5, 2]]);
  assert.equal(strongest(past, 9).length, 3);
  assert.deepEqual(strongest([], 3), []);
});

test("a moment that is told is as high as its words, and time runs downward", () => {
  const run = spots(past, [{ moment: 3, y: 20 }, { moment: 2, y: 80 }], { width: 100, height: 200 });
  assert.deepEqual(run.map((s) => s.y), [20, 80, 140, 200]);
  assert.ok(run[1].x < run[0].x, "darker is further left");
  assert.ok(run[1].wide > run[0].wide, "stirred is wider");
  for (const s of run) assert.ok(s.x - 1.2 * s.wide >= 0 && s.x + 1.2 * s.wide <= 100, JSON.stringify(s));
  assert.equal(at(run, 80).x, run[1].x);
  assert.equal(at(run, 0).x, run[0].x);
});

test("any life can be drawn", () => {
  for (const n of [1, 2, 60]) {
    const life = Array.from({ length: n }, (_, k) => ({ ...past[k % 4], mood: { p: Math.sin(k), a: Math.cos(k), d: 0 } }));
    const told = strongest(life, 6).map((c, k) => ({ moment: c.moment, y: 22 + 60 * k }));
    const run = spots(life, told, { width: 130, height: 400 });
    assert.equal(run.length, n);
    for (const [k, s] of run.entries()) {
      assert.ok([s.x, s.y, s.wide].every(Number.isFinite), JSON.stringify(s));
      assert.ok(k === 0 || s.y >= run[k - 1].y, `${k} goes back up`);
    }
  }
});

test("how she is, in sentences", () => {
  assert.equal(wasFelt(felt("anger", 0.5, "that was meant to hurt")), "I was angry, because that was meant to hurt.");
  assert.equal(moodOf({ p: 0.56, a: 0.14 }, []), "Underneath I'm bright and calm.");
  assert.equal(moodOf({ p: -0.2, a: 0.5 }, [felt("anger", 0.2, "that hurt"), felt("gratitude", 0.7, "you said sorry"), felt("joy", 0.1)]),
    "Underneath I'm low and stirred. Just now I'm a little angry, because that hurt, and very grateful, because you said sorry.");
  assert.ok(Object.keys(emotions).filter(brightens).length >= 10);
});
