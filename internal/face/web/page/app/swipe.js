// A finger drawn upward, where there is nothing further down to scroll to:
// writing begins.

const far = 56; // pixels
const quick = 700; // milliseconds

/** @param {HTMLElement} on @param {() => boolean} low whether the newest is in sight @param {() => void} up */
export function swipe(on, low, up) {
  /** @type {{x: number, y: number, at: number} | null} */
  let from = null;
  on.addEventListener("touchstart", (e) => {
    const t = e.touches[0];
    from = e.touches.length === 1 && low() ? { x: t.clientX, y: t.clientY, at: e.timeStamp } : null;
  }, { passive: true });
  on.addEventListener("touchend", (e) => {
    const t = e.changedTouches[0];
    if (from && e.timeStamp - from.at < quick && from.y - t.clientY > far && Math.abs(from.x - t.clientX) < far) up();
    from = null;
  }, { passive: true });
}
