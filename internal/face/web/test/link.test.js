import assert from "node:assert/strict";
import { test } from "node:test";
import { pause } from "../page/app/again.js";
import { Link } from "../page/app/link.js";
import { Outbox } from "../page/app/outbox.js";

/** A store as browsers have it. */
class Store {
  constructor() { this.map = new Map(); }
  get length() { return this.map.size; }
  key(i) { return [...this.map.keys()][i] ?? null; }
  getItem(k) { return this.map.get(k) ?? null; }
  setItem(k, v) { this.map.set(k, v); }
  removeItem(k) { this.map.delete(k); }
}

/** A link with sockets that a test drives. */
function scene(store = new Store()) {
  const s = { sockets: [], reach: [], got: [], due: [], known: true };
  const world = {
    open() {
      const socket = { sent: [], readyState: 0, send(t) { this.sent.push(JSON.parse(t)); }, close() {} };
      s.sockets.push(socket);
      return socket;
    },
    known: async () => s.known,
    later: (wait, then) => { s.due.push(then); return () => {}; },
    chance: () => 0.5,
    zone: "Europe/Oslo",
  };
  s.outbox = new Outbox(store);
  s.link = new Link(world, s.outbox, { last: () => 7, message: (m) => s.got.push(m), reach: (r) => s.reach.push(r) });
  s.wake = () => { const k = s.sockets.at(-1); k.readyState = 1; k.onopen(); give(k, { kind: "welcome", seq: 7 }); return k; };
  return s;
}
const give = (socket, m) => socket.onmessage({ data: JSON.stringify(m) });
const say = (id) => ({ kind: "say", id, text: id, ear: "typed" });

test("hello says what the page holds", () => {
  const s = scene();
  s.link.call();
  assert.deepEqual(s.wake().sent, [{ kind: "hello", last: 7, zone: "Europe/Oslo" }]);
  assert.deepEqual(s.reach, ["on"]);
});

test("a word is said again after every coming back, until it is heard", async () => {
  const s = scene();
  s.link.say(say("a"), 1);
  s.link.call();
  let k = s.wake();
  assert.equal(k.sent[1].id, "a");
  await k.onclose();
  s.due.pop()();
  k = s.wake();
  assert.equal(k.sent[1].id, "a");
  give(k, { kind: "heard", face: "a", id: "b2b2", seq: 8 });
  await k.onclose();
  s.due.pop()();
  assert.equal(s.wake().sent.length, 1);
});

test("a word outlives the page, in the order it was said", () => {
  const store = new Store();
  const before = scene(store);
  before.link.say(say("second"), 2);
  before.link.say(say("first"), 1);
  const after = scene(store);
  after.link.call();
  assert.deepEqual(after.wake().sent.slice(1).map((m) => m.id), ["first", "second"]);
});

test("what is refused is not said again", () => {
  const store = new Store();
  const s = scene(store);
  s.link.call();
  const k = s.wake();
  s.link.say(say("a"), 1);
  give(k, { kind: "refused", id: "a", why: "too long" });
  assert.equal(store.length, 0);
  assert.equal(s.got.at(-1).kind, "refused");
});

test("a store that is full or broken loses no word of this page", () => {
  const store = new Store();
  store.setItem("say.x", "{half");
  store.setItem("say.y", "null");
  store.setItem = () => { throw new Error("full"); };
  const box = new Outbox(store);
  box.add(say("a"), 1);
  assert.deepEqual(box.all().map((x) => x.id), ["a"]);
});

test("a question is answered by its number, and refused when she is lost", async () => {
  const s = scene();
  s.link.call();
  const early = s.link.ask("facts");
  const k = s.wake();
  const late = s.link.ask("why", "b2b2");
  assert.deepEqual(k.sent.slice(1).map((m) => m.verb[0]), ["facts", "why"]);
  give(k, { kind: "told", n: k.sent[1].n, exit: 0, doc: [1] });
  assert.deepEqual((await early).doc, [1]);
  k.onclose();
  assert.equal((await late).exit, 1);
  assert.equal((await s.link.ask("facts")).exit, 1, "no call is under way");
});

test("it tells gone to sleep, gone, and never let in apart", async () => {
  const s = scene();
  s.link.call();
  let k = s.wake();
  give(k, { kind: "leaving" });
  await k.onclose();
  s.due.pop()();
  k = s.wake();
  await k.onclose();
  s.due.pop()();
  s.known = false;
  await s.sockets.at(-1).onclose();
  assert.deepEqual(s.reach, ["on", "asleep", "on", "off", "stranger"]);
});

test("a call under way is not doubled, and an old socket can't end a new one", async () => {
  const s = scene();
  s.link.call();
  s.link.call();
  assert.equal(s.sockets.length, 1);
  const old = s.wake();
  await old.onclose();
  s.link.call();
  s.wake();
  await old.onclose();
  assert.equal(s.reach.at(-1), "on");
});

test("waits grow, stay below a quarter of a minute, and are never in step", () => {
  assert.ok(pause(1, 1) <= 250);
  for (let n = 1; n < 40; n++) {
    assert.ok(pause(n, 0) < pause(n, 1));
    assert.ok(pause(n, 1) <= 15000 && pause(n, 0) >= 125);
  }
});
