import assert from "node:assert/strict";
import { test } from "node:test";
import { openFirst, standing } from "../page/app/threads.js";

const now = new Date("2026-03-06T12:00:00");
const plan = { id: "a.thread.1", kind: "plan", whose: "person", about: "I'm seeing the dentist", at: "2026-03-06T08:00:00" };

for (const [name, t, want] of [
  ["a plan", plan, "a plan, this morning"],
  ["with its day", { ...plan, due: "2026-03-08T00:00:00" }, "a plan, this morning, for Sunday"],
  ["somebody else's", { ...plan, whose: "my brother" }, "a plan of your brother, this morning"],
  ["a promise of hers", { ...plan, kind: "promise", whose: "herself" }, "a promise of mine, this morning"],
  ["put right", { ...plan, righted: "b.fact.1" }, "a plan, this morning, something in it put right since"],
  ["closed", { ...plan, closed: { how: "dropped", at: "2026-03-06T11:00:00" } }, "a plan, this morning, let go today"],
]) {
  test(name, () => assert.equal(standing(t, now), want));
}

test("what is open stands first, and what was closed last before the rest", () => {
  const closed = (id, at) => ({ ...plan, id, closed: { how: "done", at } });
  const list = [closed("b", "2026-03-01T00:00:00"), plan, closed("c", "2026-03-02T00:00:00")];
  assert.deepEqual(openFirst(list).map((t) => t.id), ["a.thread.1", "c", "b"]);
});
