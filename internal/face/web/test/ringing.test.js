import assert from "node:assert/strict";
import { test } from "node:test";

import { meant } from "../page/app/ringing.js";

test("a key answers what rings, but not one that was on its way to a sentence", () => {
  assert.equal(meant("d", 2000), "done");
  assert.equal(meant("S", 2000), "snooze ten minutes");
  assert.equal(meant("x", 2000), "");
  assert.equal(meant("d", 100), "");
});
