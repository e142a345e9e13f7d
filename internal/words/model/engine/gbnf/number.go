package gbnf

import (
	"fmt"
	"strconv"
	"strings"
)

// number is an integer between two bounds, both allowed.
func number(s schema, at string) (string, error) {
	from, to := int64(-unsaidNumber), int64(unsaidNumber)
	if s.Minimum != nil {
		from = *s.Minimum
	}
	if s.Maximum != nil {
		to = *s.Maximum
	}
	if from > to || from < -unsaidNumber || to > unsaidNumber {
		return "", bad(at, "from %d to %d, where %d to %d goes", from, to, -unsaidNumber, unsaidNumber)
	}
	var parts []string
	if from < 0 {
		high := max(-to, 1) // what is negative, by its size
		parts = append(parts, fmt.Sprintf(`"-" (%s)`, strings.Join(sizes(high, -from), " | ")))
	}
	if to >= 0 {
		parts = append(parts, sizes(max(from, 0), to)...)
	}
	return strings.Join(parts, " | "), nil
}

// sizes are patterns that together are the numbers from one to another, neither
// below zero: first by how many digits, then by the digits they share.
func sizes(from, to int64) []string {
	var parts []string
	for from <= to {
		end := min(to, allNines(from))
		parts = append(parts, digits(strconv.FormatInt(from, 10), strconv.FormatInt(end, 10)))
		from = end + 1
	}
	return parts
}

// allNines is the largest number with as many digits.
func allNines(n int64) int64 {
	top := int64(9)
	for top < n {
		top = top*10 + 9
	}
	return top
}

// digits is a pattern for the numbers between two of the same length.
func digits(from, to string) string {
	switch {
	case from == "":
		return `""`
	case from == to:
		return `"` + from + `"`
	case strings.Trim(from, "0") == "" && strings.Trim(to, "9") == "":
		return fmt.Sprintf("[0-9]{%d}", len(from))
	case from[0] == to[0]:
		return fmt.Sprintf(`"%c" %s`, from[0], digits(from[1:], to[1:]))
	}
	rest := len(from) - 1
	if rest == 0 {
		return fmt.Sprintf("[%c-%c]", from[0], to[0])
	}
	var parts []string
	low, high := from[0], to[0]
	if strings.Trim(from[1:], "0") != "" {
		parts = append(parts, fmt.Sprintf(`"%c" %s`, low, digits(from[1:], strings.Repeat("9", rest))))
		low++
	}
	last := ""
	if strings.Trim(to[1:], "9") != "" {
		last = fmt.Sprintf(`"%c" %s`, high, digits(strings.Repeat("0", rest), to[1:]))
		high--
	}
	if low <= high {
		parts = append(parts, fmt.Sprintf("[%c-%c] [0-9]{%d}", low, high, rest))
	}
	if last != "" {
		parts = append(parts, last)
	}
	return "(" + strings.Join(parts, " | ") + ")"
}
