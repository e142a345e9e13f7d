import assert from "node:assert/strict";
import { test } from "node:test";
import { App } from "../page/app/app.js";

test("a page that was opened before her looks again when she is there, and each time she comes back", () => {
  let looked = 0;
  const face = { changed: () => {}, anew: () => looked++ };
  const app = new App({}, { all: () => [] }, {}, face);
  const welcome = { kind: "welcome", seq: 4, her: "Jun", mood: { p: 0, a: 0, d: 0 }, choices: { together: "yes" } };
  app.take(welcome);
  assert.equal(looked, 1);
  app.take({ ...welcome, kind: "changed" });
  assert.equal(looked, 1);
  app.take(welcome);
  assert.equal(looked, 2);
});
