// The living line: draws the form on a canvas, with a brush that presses where
// a strand comes near and lifts where it passes below another.

/** @import {State} from "./state.js" */
/** @import {Mood} from "./wire.js" */
/** @import {Point} from "./form.js" */

import { ease, point, steps, target } from "./form.js";

const memory = 0.4; // seconds of loudness that are still on their way along it

export class Line {
  /** @param {HTMLCanvasElement} canvas @param {{still: MediaQueryList}} given whether nothing may move */
  constructor(canvas, given) {
    this.canvas = canvas;
    this.pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.still = given.still;
    /** @type {State} */
    this.state = "reaching";
    /** @type {Mood} */
    this.mood = { p: 0, a: 0, d: 0 };
    this.form = target(this.state, this.mood);
    this.level = () => 0;
    /** @type {{at: number, level: number}[]} newest first */
    this.levels = [];
    this.time = 7; // seconds of her own
    this.drawn = 0; // 0..1 of it is there
    this.pace = 0; // how fast it draws itself, in wholes a second
    this.then = 0;
    new ResizeObserver(() => this.fit()).observe(canvas);
    this.still.addEventListener("change", () => this.start());
    this.start();
  }

  /** Draws itself out of nothing, within so many seconds. @param {number} seconds */
  arrive(seconds) {
    this.pace = Math.max(this.pace, 1 / seconds);
    if (this.still.matches) this.drawn = 1;
    this.refresh();
  }

  /** Resolves when all of it is there. @returns {Promise<void>} */
  whole() {
    return new Promise((resolve) => {
      const look = () => (this.drawn === 1 || document.hidden ? resolve() : setTimeout(look, 60));
      look();
    });
  }

  /** @param {State} state @param {Mood} mood */
  show(state, mood) {
    this.state = state;
    this.mood = mood;
    this.refresh();
  }

  /** The colour has changed, or, standing still, something else. */
  refresh() {
    this.colour = getComputedStyle(this.canvas).color;
    if (this.still.matches) {
      this.form = target(this.state, this.mood);
      this.draw();
    }
  }

  /** @private */
  fit() {
    const box = this.canvas.getBoundingClientRect();
    const dense = Math.min(2, devicePixelRatio || 1);
    this.canvas.width = Math.round(this.canvas.clientWidth * dense) || Math.round(box.width * dense);
    this.canvas.height = this.canvas.width;
    this.refresh();
  }

  /** @private */
  start() {
    if (this.still.matches) {
      this.drawn = 1;
      this.refresh();
      return;
    }
    requestAnimationFrame((now) => this.frame(now));
  }

  /** @private @param {number} now milliseconds */
  frame(now) {
    if (this.still.matches) return;
    requestAnimationFrame((next) => this.frame(next));
    const calm = this.state !== "speaking" && this.state !== "listening" && this.drawn === 1;
    const passed = (now - this.then) / 1000;
    if (calm && passed < 0.03) return; // at rest half the frames are plenty
    this.then = now;
    this.live(Math.min(0.1, passed));
    this.draw();
  }

  /** @private @param {number} passed seconds */
  live(passed) {
    const to = target(this.state, this.mood);
    ease(this.form, to, 1 - Math.exp(-passed * (this.state === "quiet" ? 1.6 : 3.2)));
    this.time += passed * this.form.tempo;
    this.drawn = Math.min(1, this.drawn + passed * this.pace);
    const at = this.then / 1000;
    const before = this.levels[0]?.level ?? 0;
    const now = this.level();
    const soft = 1 - Math.exp(-passed * (now > before ? 26 : 9)); // a line has some weight
    this.levels.unshift({ at, level: before + (now - before) * soft });
    while (this.levels.length > 1 && this.levels[this.levels.length - 1].at < at - memory) this.levels.pop();
  }

  /** @private @param {number} delay seconds */
  heard(delay) {
    const at = this.then / 1000 - delay;
    const i = this.levels.findIndex((l) => l.at <= at);
    if (i < 0) return this.levels[this.levels.length - 1]?.level ?? 0;
    const older = this.levels[i];
    const newer = this.levels[i - 1] ?? older;
    const share = newer.at > older.at ? (at - older.at) / (newer.at - older.at) : 0;
    return older.level + (newer.level - older.level) * share;
  }

  /** @private */
  draw() {
    const { pen, canvas, form } = this;
    const side = canvas.width;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, side, side);
    pen.translate(side / 2, side / 2);
    pen.fillStyle = pen.strokeStyle = this.colour ?? "";
    pen.lineCap = pen.lineJoin = "round";
    const radius = side * 0.34;
    const unit = Math.max(side / 420, devicePixelRatio / 1.6); // the brush grows with the ring
    if (form.dot < 0.97 && this.drawn > 0) this.strands(radius, unit, 4.6 * unit + side / 95);
    if (form.dot > 0.03) this.point(radius, unit);
  }

  /** @private @param {number} radius @param {number} unit @param {number} free how wide a strand pushes those below it aside */
  strands(radius, unit, free) {
    const points = this.points(radius);
    const fade = this.form.ink * (1 - this.form.dot);
    this.pen.globalAlpha = 0.8 * fade;
    this.thread(points, 1.25 * unit);
    for (const run of runs(points)) {
      this.pen.globalCompositeOperation = "destination-out";
      this.pen.globalAlpha = 1;
      this.stroke(run, free);
      this.pen.globalCompositeOperation = "source-over";
      this.pen.globalAlpha = fade;
      this.thread(run, 1.25 * unit);
      this.stroke(run, 4.6 * unit);
    }
    this.pen.globalAlpha = 1;
  }

  /** @private @param {number} radius @returns {Point[]} */
  points(radius) {
    const last = Math.round(steps * eased(this.drawn));
    const loud = (/** @type {number} */ delay) => this.heard(delay);
    const points = [];
    for (let i = 0; i <= last; i++) {
      const p = point(this.form, i, this.time, loud);
      const tip = this.drawn < 1 ? Math.min(1, (last - i) / 14) : 1;
      points.push({ x: p.x * radius, y: p.y * radius, z: p.z, width: p.width * tip });
    }
    return points;
  }

  /** The thin thread that is there everywhere. @private @param {Point[]} points @param {number} width */
  thread(points, width) {
    const { pen } = this;
    pen.lineWidth = width;
    pen.beginPath();
    let down = false;
    for (const p of points) {
      if (p.width > 0) pen[down ? "lineTo" : "moveTo"](p.x, p.y);
      down = p.width > 0;
    }
    pen.stroke();
  }

  /** The pressed part of a strand, thin at both ends. @private @param {Point[]} run @param {number} most */
  stroke(run, most) {
    const { pen } = this;
    /** @type {[number, number][]} */
    const back = [];
    pen.beginPath();
    for (let i = 0; i < run.length; i++) {
      const a = run[Math.max(0, i - 1)];
      const b = run[Math.min(run.length - 1, i + 1)];
      const long = Math.hypot(b.x - a.x, b.y - a.y) || 1;
      const half = (most / 2) * pressed(run[i]);
      const dx = (-(b.y - a.y) / long) * half;
      const dy = ((b.x - a.x) / long) * half;
      pen.lineTo(run[i].x + dx, run[i].y + dy);
      back.push([run[i].x - dx, run[i].y - dy]);
    }
    for (const [x, y] of back.reverse()) pen.lineTo(x, y);
    pen.fill();
  }

  /** @private @param {number} radius @param {number} unit */
  point(radius, unit) {
    const { pen, form } = this;
    pen.globalAlpha = form.dot;
    pen.beginPath();
    pen.arc(0, 0.1 * form.lean * radius, 8 * unit * (1 + 0.06 * Math.sin(this.time) + 1.2 * this.heard(0)), 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
  }
}

/** The stretches where a strand is near, nearest last. @param {Point[]} points @returns {Point[][]} */
function runs(points) {
  /** @type {Point[][]} */
  const found = [];
  let run = null;
  for (const p of points) {
    if (pressed(p) <= 0) run = null;
    else if (run) run.push(p);
    else found.push((run = [p]));
  }
  return found;
}

/** How hard the brush presses, 0..1. @param {Point} p */
function pressed(p) {
  const near = Math.max(0, Math.min(1, (p.z + 0.35) / 1.35));
  return near * near * (3 - 2 * near) * p.width;
}

/** Slow at first, as a hand that begins. @param {number} x */
function eased(x) {
  return x < 0.5 ? 2 * x * x : 1 - Math.pow(-2 * x + 2, 2) / 2;
}
