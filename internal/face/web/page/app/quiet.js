// The hours of her night, as the house has them: "22-7". It begins between six in
// the evening and three, and ends between four and noon.

export const usual = { from: 22, to: 7 };

export const beginnings = [18, 19, 20, 21, 22, 23, 0, 1, 2, 3];
export const ends = [4, 5, 6, 7, 8, 9, 10, 11, 12];

/** @param {string | undefined} value what was chosen, if anything was */
export function quietOf(value) {
  const found = /^(\d{1,2})-(\d{1,2})$/.exec(value ?? "");
  if (!found) return usual;
  const [from, to] = [Number(found[1]) % 24, Number(found[2])];
  return beginnings.includes(from) && ends.includes(to) ? { from, to } : usual;
}

const numbers = ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

/** "ten in the evening", "midnight", "seven in the morning", "noon" @param {number} hour */
export function hourInWords(hour) {
  if (hour === 0) return "midnight";
  if (hour === 12) return "noon";
  return `${numbers[hour % 12]} ${hour < 4 ? "at night" : hour < 12 ? "in the morning" : "in the evening"}`;
}
