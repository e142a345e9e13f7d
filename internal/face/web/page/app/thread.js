// The thread of our days: the line, let down from its ring, with a knot for
// each encounter, a mend where something was put right, and a loose end where
// it began.

/** @typedef {{y: number, mended: number}} Knot mended: where, or 0 */

const svg = "http://www.w3.org/2000/svg";
const middle = 24; // of its column, pixels
const above = 19; // it begins below the ring, so far above the story

/** Draws it beside a story, down to its beginning. @param {HTMLElement} story @returns {() => void} ends it */
export function thread(story) {
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("aria-hidden", "true");
  story.append(drawing);
  const draw = () => {
    const knots = [.../** @type {NodeListOf<HTMLElement>} */ (story.querySelectorAll("li.day"))].map((li) => {
      const repair = /** @type {HTMLElement | null} */ (li.querySelector(".repair"));
      return { y: li.offsetTop + above + 10, mended: repair ? repair.offsetTop + above + 12 : 0 };
    });
    const end = /** @type {HTMLElement | null} */ (story.querySelector("li.beginning"));
    const height = (end ? end.offsetTop : story.clientHeight) + above + 4;
    drawing.setAttribute("height", String(height));
    drawing.replaceChildren(path(strand(height, knots), 2.2), ...knots.flatMap((k) => (k.mended ? mend(k.mended) : [])), ...loose(height));
  };
  const watch = new ResizeObserver(draw);
  watch.observe(story);
  draw();
  return () => watch.disconnect();
}

/** Where the thread is at a height; it was never drawn with a ruler. @param {number} y */
function across(y) {
  return middle + 2.6 * Math.sin(y / 61) + 1.5 * Math.sin(y / 23 + 1);
}

/** @param {number} height @param {Knot[]} knots */
function strand(height, knots) {
  let d = `M${middle} 0`;
  let next = 0;
  for (let y = 6; y <= height; y += 6) {
    if (next < knots.length && y >= knots[next].y - 12) {
      d += knot(knots[next].y);
      y = knots[next].y + 10;
      next++;
    }
    d += `L${across(y).toFixed(1)} ${y}`;
  }
  return d;
}

/** The thread goes round once and crosses itself. @param {number} y */
function knot(y) {
  const x = across(y);
  return `L${x.toFixed(1)} ${y - 9}C${x - 1} ${y + 6},${x + 13} ${y + 9},${x + 13} ${y}C${x + 13} ${y - 8},${x + 1} ${y - 6},${across(y + 10).toFixed(1)} ${y + 10}`;
}

/** Three stitches across it. @param {number} y */
function mend(y) {
  return [0, 6, 12].map((d) => {
    const x = across(y + d);
    return path(`M${x - 6} ${y + d + 2}L${x + 6} ${y + d - 2}`, 1.6);
  });
}

/** The end frays. @param {number} y */
function loose(y) {
  const x = across(y);
  return [-5, 1, 6].map((d) => path(`M${x} ${y}q${d / 3} 8 ${d} ${13 + Math.abs(d)}`, 1.1));
}

/** @param {string} d @param {number} width */
function path(d, width) {
  const p = document.createElementNS(svg, "path");
  for (const [name, value] of Object.entries({ d, fill: "none", stroke: "currentColor", "stroke-width": width, "stroke-linecap": "round", "stroke-linejoin": "round" })) p.setAttribute(name, String(value));
  return p;
}
