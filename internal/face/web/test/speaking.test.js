import assert from "node:assert/strict";
import { test } from "node:test";
import { reading, tempo } from "../page/app/pace.js";
import { Speaking } from "../page/app/speaking.js";

/** Speaks into a list; waits and sounds end when the test says so. */
function scene(slow = () => new Promise(() => {})) {
  const s = { log: [], ends: [] };
  const until = (what) => new Promise((resolve) => s.ends.push({ what, resolve }));
  s.speaking = new Speaking({
    shown: (c) => s.log.push(`shown ${c.shown}`), sounds: () => s.log.push("sounds"), ended: () => s.log.push("ended"),
    cut: (_, n) => s.log.push(`cut ${n}`), speaking: (on) => s.log.push(on ? "on" : "off"),
  }, () => until("wait"), slow);
  s.mouth = (misses = []) => ({
    elsewhere: "", level: () => 0, stop: () => s.log.push("stop"),
    clause: async (_, n) => (s.log.push(`fetch ${n}`), misses.includes(n) ? null : { play: () => until(`play ${n}`) }),
    sound: async (name) => ({ play: () => until(name) }),
  });
  s.next = async () => {
    await settle();
    const end = s.ends.shift();
    end?.resolve();
    await settle();
    return end?.what;
  };
  return s;
}
const settle = () => new Promise((resolve) => setImmediate(resolve));
const caption = (o) => ({ clauses: ["One.", "Two.", "Three."], shown: 0, cut: false, manner: {}, acts: [], ...o });

test("a clause is shown as it begins to sound, and the next is fetched meanwhile", async () => {
  const s = scene();
  s.speaking.say(caption(), s.mouth());
  await settle();
  assert.deepEqual(s.log, ["on", "fetch 1", "fetch 2", "shown 1", "sounds"]);
  assert.equal(await s.next(), "play 1");
  assert.equal(await s.next(), "wait");
  assert.ok(s.log.includes("shown 2"));
  for (let n = 0; n < 4; n++) await s.next();
  assert.deepEqual(s.log.slice(-2), ["off", "ended"]);
});

test("a slow voice does not keep her words back", async () => {
  const s = scene(async () => {});
  s.speaking.say(caption(), { ...s.mouth(), clause: () => new Promise(() => {}) });
  await settle();
  assert.deepEqual(s.log, ["on", "shown 1"]);
});

test("where the pause is in the sound, no other is made", async () => {
  const s = scene();
  const mouth = s.mouth();
  const clause = async (c, n) => ({ ...(await mouth.clause(c, n)), rests: true });
  s.speaking.say(caption(), { ...mouth, clause });
  for (let n = 1; n <= 3; n++) assert.equal(await s.next(), `play ${n}`);
  assert.equal(s.log.at(-1), "ended");
});

test("a breath comes before the first word", async () => {
  const s = scene();
  s.speaking.say(caption({ manner: { sound: "breath" } }), s.mouth());
  assert.equal(await s.next(), "breath");
  assert.equal(await s.next(), "play 1");
});

test("what can't be heard is read", async () => {
  const s = scene();
  s.speaking.say(caption(), s.mouth([1, 2, 3]));
  for (let n = 0; n < 3; n++) assert.equal(await s.next(), "wait");
  assert.ok(!s.log.includes("sounds"));
  assert.equal(s.log.at(-1), "ended");
});

test("cut off, she counts only what was heard whole, and goes on to what is due", async () => {
  const s = scene();
  const c = caption();
  s.speaking.say(c, s.mouth());
  s.speaking.say(caption({ clauses: ["Next."] }), null);
  await s.next(); // the first is heard
  await s.next();
  assert.equal(s.speaking.stop(), true);
  assert.ok(s.log.includes("cut 1"));
  assert.ok(s.log.indexOf("stop") < s.log.indexOf("cut 1"), "silence first");
  assert.equal(c.cut, true);
  await settle();
  assert.equal(s.log.at(-1), "shown 1", "the next answer has begun");
  s.ends.forEach((e) => e.resolve());
  await settle();
  assert.equal(c.shown, 2, "the old one shows no more");
});

test("gone on over, what was only read stands whole at once", async () => {
  const s = scene();
  const c = caption();
  s.speaking.say(c, null);
  await settle();
  s.speaking.hurry();
  assert.equal(c.shown, 3);
  assert.equal(c.cut, false);
  assert.equal(s.speaking.stop(), false);
});

test("said again, nothing is counted and nothing is cut", async () => {
  const s = scene();
  const c = caption({ shown: 3 });
  s.speaking.again(c, s.mouth());
  await s.next();
  s.speaking.stop();
  assert.ok(!s.log.some((l) => l.startsWith("cut") || l.startsWith("shown")));
  assert.equal(c.shown, 3);
});

test("she is read no faster than one reads, and quicker when she is quick", () => {
  assert.ok(reading("one two three four", {}) > 600);
  assert.ok(reading("one two three", { pace: 1 }) < reading("one two three", {}));
  assert.ok(tempo({ pace: 9 }) <= 1.25 && tempo({ pace: -9 }) >= 0.8);
});

test("an answer that is still being found comes out as it grows", async () => {
  const s = scene();
  const growing = caption({ clauses: ["One."], more: true });
  s.speaking.say(growing, s.mouth());
  assert.equal(await s.next(), "play 1");
  assert.equal(await s.next(), "wait");
  assert.equal(s.log.at(-1), "sounds", "she waits for the next");
  growing.clauses = ["One.", "Two."];
  s.speaking.grew(growing);
  assert.equal(await s.next(), "play 2");
  assert.equal(await s.next(), "wait");
  growing.more = false;
  s.speaking.grew(growing);
  await settle();
  assert.deepEqual(s.log.slice(-2), ["off", "ended"]);
});

test("between two clauses that are found one after the other she can be cut off", async () => {
  const s = scene();
  const growing = caption({ clauses: ["One."], more: true });
  s.speaking.say(growing, s.mouth());
  await s.next();
  await s.next();
  assert.ok(s.speaking.stop());
  assert.ok(growing.cut && s.log.includes("cut 1"));
  growing.clauses = ["One.", "Two."];
  s.speaking.grew(growing);
  await settle();
  assert.equal(growing.shown, 1);
});

test("hurried, the rest of an answer stands as soon as it is there", async () => {
  const s = scene();
  const growing = caption({ clauses: ["One."], more: true });
  s.speaking.say(growing, null);
  await settle();
  s.speaking.hurry();
  growing.clauses = ["One.", "Two."];
  s.speaking.grew(growing);
  assert.equal(growing.shown, 2);
});
