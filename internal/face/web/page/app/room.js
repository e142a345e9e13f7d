// The sound of her: a warm filter and a small room, made of nothing but a
// little noise. It needs a touch before it can be made.

/** @import {Sounding} from "./speaking.js" */

export class Room {
  /** Only within a touch, or the browser keeps it silent. */
  constructor() {
    this.context = new AudioContext({ latencyHint: "interactive" });
    const c = this.context;
    this.way = c.createGain();
    const low = node(c.createBiquadFilter(), { type: "lowshelf" }, { frequency: 240, gain: 3.5 });
    const sharp = node(c.createBiquadFilter(), { type: "peaking" }, { frequency: 3200, gain: -2.5, Q: 0.9 });
    const high = node(c.createBiquadFilter(), { type: "lowpass" }, { frequency: 6500, Q: 0.5 });
    const even = node(c.createDynamicsCompressor(), {}, { threshold: -24, knee: 18, ratio: 2.6, attack: 0.006, release: 0.16 });
    const walls = node(c.createConvolver(), { buffer: walled(c) }, {});
    const wet = node(c.createGain(), {}, { gain: 0.16 });
    this.ear = c.createAnalyser();
    this.ear.fftSize = 512;
    this.out = c.createGain();
    this.way.connect(low).connect(sharp).connect(high).connect(even);
    even.connect(this.out);
    even.connect(walls).connect(wet).connect(this.out);
    this.out.connect(this.ear).connect(c.destination);
    this.samples = new Float32Array(this.ear.fftSize);
    /** @type {Set<AudioBufferSourceNode>} */
    this.playing = new Set();
  }

  /** @param {ArrayBuffer} wav @returns {Promise<Sounding>} */
  async ready(wav) {
    const buffer = await this.context.decodeAudioData(wav);
    return { play: () => this.play(buffer) };
  }

  /** @private @param {AudioBuffer} buffer @returns {Promise<void>} */
  async play(buffer) {
    await this.context.resume();
    const source = this.context.createBufferSource();
    source.buffer = buffer;
    source.connect(this.way);
    this.out.gain.cancelScheduledValues(0);
    this.out.gain.setTargetAtTime(1, this.context.currentTime, 0.004);
    this.playing.add(source);
    return new Promise((resolve) => {
      source.onended = () => {
        this.playing.delete(source);
        resolve();
      };
      source.start();
    });
  }

  /** Silence: it fades within 40 ms, so that it does not click. */
  stop() {
    const now = this.context.currentTime;
    this.out.gain.cancelScheduledValues(0);
    this.out.gain.setTargetAtTime(0, now, 0.01);
    for (const source of this.playing) source.stop(now + 0.045);
  }

  /** Loudness now, 0..1. */
  level() {
    if (this.playing.size === 0) return 0;
    this.ear.getFloatTimeDomainData(this.samples);
    let sum = 0;
    for (const s of this.samples) sum += s * s;
    return Math.min(1, Math.sqrt(sum / this.samples.length) * 4);
  }
}

/**
 * @template {AudioNode} N
 * @param {N} n @param {Partial<N>} fields @param {Record<string, number>} params
 */
function node(n, fields, params) {
  Object.assign(n, fields);
  for (const [name, value] of Object.entries(params)) {
    const param = /** @type {Record<string, AudioParam>} */ (/** @type {unknown} */ (n))[name];
    param.value = value;
  }
  return n;
}

/** A small room with a carpet: a few early walls, then a short soft tail. @param {AudioContext} c */
function walled(c) {
  const rate = c.sampleRate;
  const buffer = c.createBuffer(2, Math.round(rate * 0.32), rate);
  for (let side = 0; side < 2; side++) {
    const data = buffer.getChannelData(side);
    let seed = 7 + side;
    let soft = 0;
    for (let i = 0; i < data.length; i++) {
      seed = (seed * 16807) % 2147483647;
      soft += (seed / 1073741823.5 - 1 - soft) * 0.35; // highs die first
      data[i] = soft * Math.exp((-i / rate) * 16) * 0.5;
    }
    for (const wall of [0.0043, 0.0091, 0.0147, 0.0212]) data[Math.round(rate * (wall + side * 0.0009))] += 0.5 * Math.exp(-wall * 60);
  }
  return buffer;
}
