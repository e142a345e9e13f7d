package mind

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// nightAsked is what she does with being told from when to when it is night: it
// is a choice of theirs, if those hours can be a night.
func (s *situation) nightAsked(a samantha.Act) []samantha.Move {
	from, to := a.Slots["from"], a.Slots["to"]
	if _, ok := spokenNight(from, to); !ok {
		return s.listen()
	}
	return []samantha.Move{{Act: samantha.DoHours, Slots: slots("from", from, "to", to)}}
}

// chooseNight keeps the hours that a move speaks of.
func (m *Mind) chooseNight(ctx context.Context, move samantha.Move) error {
	value, ok := spokenNight(move.Slots["from"], move.Slots["to"])
	if !ok {
		return nil
	}
	if err := m.choose(ctx, samantha.ChoiceQuiet, value); err != nil {
		return fmt.Errorf("keep the hours of the night: %w", err)
	}
	return nil
}

// spokenNight is a choice of quiet hours as it is said: "midnight" and "eight"
// are "0-8". Without a word for the half of the day a night begins late, from six
// to three, and ends early, from four to noon.
func spokenNight(from, to string) (value string, ok bool) {
	begin, ok := spokenHour(from)
	if !ok {
		return "", false
	}
	end, ok := spokenHour(to)
	if !ok {
		return "", false
	}
	if half := strings.ContainsAny(from, "mM") || from == "noon"; !half && begin >= 6 && begin <= 12 {
		begin += 12 // "ten" and "twelve", not "10 am" and "noon"
	}
	value = fmt.Sprintf("%d-%d", begin%24, end)
	_, ok = parseQuiet(value)
	return value, ok
}

// spokenHour is an hour of the day, 0..23: "midnight", "eight", "11 pm", "23".
func spokenHour(text string) (int, bool) {
	word, half, _ := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	for _, h := range []string{"am", "pm"} {
		if cut, found := strings.CutSuffix(word, h); found {
			word, half = cut, h
		}
	}
	switch word {
	case "midnight":
		return 0, true
	case "noon":
		return 12, true
	}
	hour := slices.Index([]string{"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}, word)
	if n, err := strconv.Atoi(word); err == nil {
		hour = n
	}
	if hour < 0 || hour > 23 || half != "" && hour > 12 {
		return 0, false
	}
	switch {
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	return hour, true
}
