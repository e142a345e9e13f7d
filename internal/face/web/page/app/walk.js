// Going through a page by keys: from one line to the next, and forgetting the
// one that one is at.

/** @typedef {{forget: (id: string) => void}} To */

/** Where a key leads from the n-th of so many, or -1 if it leads nowhere. @param {string} key @param {number} n -1: at none @param {number} many */
export function next(key, n, many) {
  if (many === 0) return -1;
  switch (key) {
    case "ArrowDown":
      return Math.min(n + 1, many - 1);
    case "ArrowUp":
      return n < 0 ? many - 1 : Math.max(n - 1, 0);
    case "Home":
      return 0;
    case "End":
      return many - 1;
  }
  return -1;
}

/** @param {HTMLElement} page @param {To} to */
export function walk(page, to) {
  page.addEventListener("keydown", (e) => {
    const at = /** @type {HTMLElement} */ (e.target);
    if (e.altKey || e.ctrlKey || e.metaKey || at.matches("input, textarea")) return;
    const lines = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(".touch")]);
    if (e.key === "Delete" && at.dataset.id) {
      e.preventDefault();
      return to.forget(at.dataset.id);
    }
    const n = next(e.key, lines.findIndex((l) => l === at || l.parentElement?.contains(at)), lines.length);
    if (n < 0) return;
    e.preventDefault();
    lines[n].focus();
    lines[n].scrollIntoView({ block: "nearest" });
  });
}
