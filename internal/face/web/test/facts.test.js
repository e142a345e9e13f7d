import assert from "node:assert/strict";
import { test } from "node:test";
import { lower, replaced, sentence, since } from "../page/app/facts.js";

for (const [of, slot, value, want] of [
  ["person", "workplace", "the shipyard", "Your workplace is the shipyard"],
  ["sister", "name", "Mara", "Your sister’s name is Mara"],
  ["Mara", "home", "Bergen", "Mara’s home is Bergen"],
  ["James", "age", "9", "James is 9"],
  ["person", "likes", "rain", "You like rain"],
  ["Mara", "likes", "rain", "Mara likes rain"],
]) {
  test(want, () => assert.equal(sentence({ of, slot, value }), want));
}

test("what is over, in doubt, or of the dead is told as such", () => {
  const fact = { of: "person", slot: "workplace", value: "the shipyard" };
  assert.equal(sentence({ ...fact, until: "2026-03-02T09:00:00Z" }), "Your workplace was the shipyard");
  assert.equal(sentence({ ...fact, slot: "likes", value: "rain", until: "2026-03-02T09:00:00Z" }), "You used to like rain");
  assert.equal(sentence({ ...fact, doubt: "a.fact.1" }), "Your workplace is the shipyard (still open)");
  assert.equal(sentence({ of: "Mara", slot: "died", value: "passed away" }), "Mara died");
});

test("what was learned and is over holds no longer", () => {
  const fact = { id: "a.fact.1", of: "person", slot: "workplace", value: "the shipyard", sources: ["a.fact.1"], until: "2026-03-02T09:00:00Z", since: "", last: "" };
  assert.equal(since([fact], [fact])[0].now, null);
});

test("inside a sentence only a name keeps its capital", () => {
  assert.equal(lower("Your home is Bergen"), "your home is Bergen");
  assert.equal(lower("You like rain"), "you like rain");
  assert.equal(lower("Mara likes rain"), "Mara likes rain");
});

test("what was learned and put right since is known as such, and nothing is told twice", () => {
  const learned = (id, of, slot, value) => ({ id, of, slot, value });
  const facts = [
    { ...learned("c.fact.1", "sister", "name", "Eda"), sources: ["c.fact.1"], was: ["Ida"], since: "", last: "" },
    { ...learned("b.fact.1", "person", "home", "Oslo"), sources: ["a.fact.2", "b.fact.1"], since: "", last: "" },
    { ...learned("d.fact.1", "person", "likes", "rain"), sources: ["d.fact.1"], since: "", last: "" },
  ];
  const now = (...list) => since(list, facts).map((s) => `${s.fact.value}: ${s.now}`);
  assert.deepEqual(now(learned("a.fact.1", "sister", "name", "Ida"), learned("c.fact.1", "sister", "name", "Eda")), ["Ida: Eda", "Eda: "]);
  assert.deepEqual(now(learned("a.fact.2", "person", "home", "Oslo"), learned("b.fact.1", "person", "home", "Oslo")), ["Oslo: "]);
  assert.deepEqual(now(learned("e.fact.1", "person", "likes", "snow"), learned("f.fact.1", "cat", "name", "Oskar")), ["snow: null", "Oskar: null"]);
});

test("a day's words that were put right are known by what was held before", () => {
  const facts = [{ id: "a", of: "person", slot: "workplace", value: "the harbour", was: ["the shipyard"], sources: [], since: "", last: "" }];
  assert.ok(replaced("The shipyard", facts));
  assert.ok(!replaced("the harbour", facts));
  assert.ok(!replaced("the vet", facts));
  assert.ok(!replaced("the shipyard", [...facts, { ...facts[0], slot: "likes", value: "the shipyard", was: [] }]));
});
