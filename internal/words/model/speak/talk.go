package speak

import (
	"slices"

	"samantha"
)

// leastExchanges is how much of a talk a model always has before it.
const leastExchanges = 4

// perLine is about how many tokens a line of the talk takes beside its words.
const perLine = 4

// lately is the end of a talk that has room, in whole exchanges. From one moment to the next
// it only grows at its end, so that a model that kept what it computed of it reads on from
// there; when the room is used up, half of it goes at once. So where it begins depends on
// the whole talk and not on where it is cut today.
func lately(talk []samantha.Memory, room int) []samantha.Memory {
	longest := 4 * (room/(2*leastExchanges) - perLine) // characters: four exchanges always have room
	shown := slices.Clone(talk)
	for i := range shown {
		shown[i].Text = shortened(shown[i].Text, longest)
	}
	all := exchanges(shown)
	first, used := 0, 0
	for i := range all {
		used += length(all[i])
		if used <= room {
			continue
		}
		for i-first >= leastExchanges && used > room/2 {
			used -= length(all[first])
			first++
		}
	}
	return slices.Concat(all[first:]...)
}

// exchanges are the moments of a talk: what was heard, and what was said to it.
func exchanges(talk []samantha.Memory) (all [][]samantha.Memory) {
	for i, x := range talk {
		if i == 0 || talk[i-1].ID.Moment() != x.ID.Moment() {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], x)
	}
	return all
}

// length is how many tokens an exchange takes.
func length(exchange []samantha.Memory) (sum int) {
	for _, x := range exchange {
		sum += Tokens(x.Text) + perLine
	}
	return sum
}
