// The link to her: one WebSocket that comes back by itself. After each coming
// back it says which event the page holds and says again what was not yet
// known to be heard; so no word is lost, and her memory of ids doubles none.

/** @import {FromHer, FromPage, Say, Told} from "./wire.js" */
/** @import {Outbox} from "./outbox.js" */
/** @import {Reach} from "./state.js" */

import { pause } from "./again.js";

/** @typedef {Pick<WebSocket, "send" | "close" | "readyState"> & {onopen: any, onmessage: any, onclose: any}} Socket */

/**
 * @typedef {object} World what the link needs of the browser
 * @property {() => Socket} open
 * @property {() => Promise<boolean>} known whether she would let this device in
 * @property {(wait: number, then: () => void) => () => void} later returns how to call it off
 * @property {() => number} chance 0..1
 * @property {string} zone
 */

export class Link {
  /**
   * @param {World} world
   * @param {Outbox} outbox
   * @param {object} to
   * @param {() => number} to.last the newest sequence the page holds
   * @param {(m: FromHer) => void} to.message
   * @param {(r: Reach) => void} to.reach
   */
  constructor(world, outbox, to) {
    this.world = world;
    this.outbox = outbox;
    this.to = to;
    /** @type {Socket | null} */
    this.socket = null;
    this.welcomed = false;
    this.leaving = false;
    this.failed = 0;
    this.asked = 0;
    /** @type {Map<number, {verb: string[], resolve: (t: Told) => void}>} */
    this.asks = new Map();
    /** @type {(() => void) | null} */
    this.waiting = null;
  }

  /** Calls her, at once. A call that is under way goes on. */
  call() {
    if (this.socket) return;
    this.waiting?.();
    this.waiting = null;
    const socket = this.world.open();
    this.socket = socket;
    socket.onopen = () => this.send({ kind: "hello", last: this.to.last(), zone: this.world.zone });
    socket.onmessage = (/** @type {{data: string}} */ e) => this.take(JSON.parse(e.data));
    socket.onclose = () => this.lost(socket);
  }

  /** Says it now, or as soon as she can be reached. @param {Say} say @param {number} at */
  say(say, at) {
    this.outbox.add(say, at);
    if (this.welcomed) this.send(say);
  }

  /** Tells what matters only now; lost if she can't be reached. @param {FromPage} m */
  tell(m) {
    if (this.welcomed) this.send(m);
  }

  /** Has a verb run. @param {...string} verb @returns {Promise<Told>} */
  ask(...verb) {
    return new Promise((resolve) => {
      const n = ++this.asked;
      this.asks.set(n, { verb, resolve });
      if (this.welcomed) this.send({ kind: "ask", n, verb });
      else if (!this.socket) this.refuse(n);
    });
  }

  /** @private @param {FromPage} m */
  send(m) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(m));
  }

  /** @private @param {FromHer} m */
  take(m) {
    switch (m.kind) {
      case "welcome":
        this.welcomed = true;
        this.failed = 0;
        this.leaving = false;
        this.to.reach("on");
        this.to.message(m);
        for (const say of this.outbox.all()) this.send(say);
        for (const [n, ask] of this.asks) this.send({ kind: "ask", n, verb: ask.verb });
        return;
      case "heard":
        this.outbox.settle(m.face);
        break;
      case "refused":
        this.outbox.settle(m.id);
        break;
      case "gone":
        if (m.face) this.outbox.settle(m.face);
        break;
      case "told":
        this.asks.get(m.n)?.resolve(m);
        this.asks.delete(m.n);
        return;
      case "leaving":
        this.leaving = true;
        break;
    }
    this.to.message(m);
  }

  /** @private @param {Socket} socket */
  async lost(socket) {
    if (socket !== this.socket) return;
    const met = this.welcomed;
    this.socket = null;
    this.welcomed = false;
    this.failed++;
    for (const n of [...this.asks.keys()]) this.refuse(n);
    this.again();
    if (this.leaving) return this.to.reach("asleep");
    if (met) return this.to.reach("off");
    const known = await this.world.known();
    if (!this.welcomed) this.to.reach(known ? "off" : "stranger");
  }

  /** @private */
  again() {
    const wait = pause(this.failed, this.world.chance());
    this.waiting = this.world.later(wait, () => this.call());
  }

  /** @private @param {number} n */
  refuse(n) {
    this.asks.get(n)?.resolve({ kind: "told", n, exit: 1 });
    this.asks.delete(n);
  }
}
