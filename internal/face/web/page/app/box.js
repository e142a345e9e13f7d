// The voice that came with the box: her clauses as the house speaks them.

/** @import {Caption} from "./talk.js" */
/** @import {Mouth, Sounding} from "./speaking.js" */
/** @import {Room} from "./room.js" */

/** @implements {Mouth} */
export class Box {
  /** @param {Room} room @param {(path: string) => Promise<Response>} get */
  constructor(room, get) {
    this.room = room;
    this.get = get;
    this.elsewhere = "";
  }

  /** @param {Caption} c @param {number} n */
  clause(c, n) {
    return this.from(`/voice/${encodeURIComponent(c.id)}/${n}`);
  }

  /** @param {string} name */
  sound(name) {
    return this.from(`/voice/sound/${encodeURIComponent(name)}`);
  }

  /** One of the few sentences that voices are tried with. @param {string} text */
  sentence(text) {
    return this.from(`/voice/try?text=${encodeURIComponent(text)}`);
  }

  /** A line of a page. @param {string} text */
  read(text) {
    return this.from(`/voice/read?text=${encodeURIComponent(text)}`);
  }

  stop() {
    this.room.stop();
  }

  level() {
    return this.room.level();
  }

  /** @private @param {string} path @returns {Promise<Sounding | null>} */
  async from(path) {
    try {
      const got = await this.get(path);
      if (!got.ok) return null;
      const { play } = await this.room.ready(await got.arrayBuffer());
      return { play, rests: true };
    } catch {
      return null; // unreachable, or no sound: she is read instead
    }
  }
}
