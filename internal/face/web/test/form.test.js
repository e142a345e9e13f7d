import assert from "node:assert/strict";
import { test } from "node:test";
import { ease, point, steps, target } from "../page/app/form.js";
import { state, still } from "../page/app/state.js";

const calm = { p: 0, a: 0, d: 0 };
const all = ["here", "reaching", "quiet", "listening", "thinking", "speaking", "muted", "offline", "asleep", "stranger"];

test("the line is one closed curve, in every state and between any two", () => {
  for (const from of all) {
    for (const to of all) {
      const f = target(from, calm);
      ease(f, target(to, calm), 0.4);
      const a = point(f, 0, 12.3, () => 0.5);
      const b = point(f, steps, 12.3, () => 0.5);
      assert.ok(Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) < 1e-9, `${from} to ${to}`);
    }
  }
});

test("it stays within its canvas, at any loudness and mood", () => {
  for (const name of all) {
    for (const mood of [calm, { p: 1, a: 1, d: -1 }, { p: -1, a: -1, d: 1 }]) {
      for (let i = 0; i <= steps; i += 3) {
        const p = point(target(name, mood), i, i / 9, () => 1);
        assert.ok(Math.max(Math.abs(p.x), Math.abs(p.y)) < 1 / 0.34 / 2, `${name} ${i}: ${p.x} ${p.y}`);
      }
    }
  }
});

test("offline it stands open, muted it is one point", () => {
  const points = (name) => Array.from({ length: steps }, (_, i) => point(target(name, calm), i, 0, () => 0));
  assert.ok(points("offline").some((p) => p.width === 0));
  assert.ok(points("here").every((p) => p.width === 1));
  assert.ok(points("muted").every((p) => Math.hypot(p.x, p.y) < 1e-9));
});

test("a stirred mood is quicker", () => {
  assert.ok(target("here", { p: 0, a: 0.5, d: 0 }).tempo > target("here", calm).tempo);
});

test("the word for what she is doing: what matters most comes first", () => {
  const on = { ...still, reach: "on" };
  assert.equal(state(still), "reaching");
  assert.equal(state({ ...on, reach: "off", speaking: true }), "offline");
  assert.equal(state({ ...on, muted: true, speaking: true }), "speaking");
  assert.equal(state({ ...on, listening: true, thinking: true }), "listening");
  assert.equal(state({ ...on, muted: true, quiet: true }), "muted");
  assert.equal(state({ ...on, quiet: true }), "quiet");
  assert.equal(state(on), "here");
});
