// A finger drawn upward, where there is nothing further down to scroll to:
// writing begins.

const far = 56; // pixels

/** @param {HTMLElement} on @param {() => boolean} low whether the newest is in sight @param {() => void} up */
export function swipe(on, low, up) {
  /** @type {{x: number, y: number} | null} */
  let from = null;
  on.addEventListener("touchstart", (e) => {
    const t = e.touches[0];
    from = e.touches.length === 1 && low() ? { x: t.clientX, y: t.clientY } : null;
  }, { passive: true });
  on.addEventListener("touchmove", (e) => {
    const t = e.touches[0];
    if (!from || from.y - t.clientY < far) return;
    if (Math.abs(from.x - t.clientX) < far && getSelection()?.isCollapsed !== false) up();
    from = null;
  }, { passive: true });
}
