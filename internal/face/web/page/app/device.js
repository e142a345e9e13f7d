// The voices of the device. Some are made on it, some elsewhere by their maker,
// who would then be given her words: those wait for a yes.

/** @import {Caption} from "./talk.js" */
/** @import {Mouth, Sounding} from "./speaking.js" */
/** @import {Manner} from "./wire.js" */

/** The voices for her language, local ones first. @param {SpeechSynthesis | undefined} synth @param {string} language */
export function voicesOf(synth, language) {
  const all = synth?.getVoices() ?? [];
  return all
    .filter((v) => v.lang.toLowerCase().startsWith(language))
    .sort((a, b) => Number(b.localService) - Number(a.localService) || a.name.localeCompare(b.name));
}

/** @implements {Mouth} */
export class Device {
  /** @param {SpeechSynthesis} synth @param {SpeechSynthesisVoice} voice */
  constructor(synth, voice) {
    this.synth = synth;
    this.voice = voice;
    this.elsewhere = voice.localService ? "" : voice.name;
    this.since = 0; // when the last word began; 0: silent
  }

  /** @param {Caption} c @param {number} n @returns {Promise<Sounding | null>} */
  async clause(c, n) {
    return this.words(c.clauses[n - 1], c.manner);
  }

  /** It can only speak. @returns {Promise<Sounding | null>} */
  async sound() {
    return null;
  }

  /** @param {string} text @returns {Promise<Sounding | null>} */
  async sentence(text) {
    return this.words(text, {});
  }

  stop() {
    this.since = 0;
    this.synth.cancel();
  }

  /** It gives no sound to measure, so each word swells and falls. */
  level() {
    if (!this.since) return 0;
    const passed = (performance.now() - this.since) / 1000;
    return 0.12 + 0.5 * Math.exp(-passed * 3) * (0.6 + 0.4 * Math.sin(passed * 28));
  }

  /** @private @param {string} text @param {Manner} manner @returns {Sounding} */
  words(text, manner) {
    return {
      play: () =>
        new Promise((resolve) => {
          const u = new SpeechSynthesisUtterance(text);
          u.voice = this.voice;
          u.lang = this.voice.lang;
          u.rate = 1 + 0.18 * (manner.pace ?? 0);
          u.pitch = 1 + 0.2 * (manner.pitch ?? 0);
          u.volume = 0.9 + 0.1 * (manner.gain ?? 0);
          u.onstart = u.onboundary = () => (this.since = performance.now());
          u.onend = u.onerror = () => {
            this.since = 0;
            resolve();
          };
          this.synth.speak(u);
        }),
    };
  }
}
