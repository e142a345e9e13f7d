// How long to wait before she is called again: quick at first, never longer
// than a quarter of a minute, and never two pages in step.

/**
 * @param {number} attempt how many have failed, from 1
 * @param {number} chance 0..1
 * @returns {number} milliseconds
 */
export function pause(attempt, chance) {
  const whole = Math.min(15000, 250 * Math.pow(1.8, attempt - 1));
  return whole * (0.5 + chance / 2);
}
