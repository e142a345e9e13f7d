package errand

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
)

// When says a time as seen from now: "tomorrow, Monday, at nine".
func (r *Room) When(at, now time.Time) string {
	key := dayKey(at, now)
	small := key == "tomorrow" && at.Hour() < 5 && now.Hour() >= 18 // the hours of this night
	if key == "today" && at.Hour() >= 18 || small {
		return r.at("tonight", at, r.Clock(at))
	}
	return r.at(key, at, r.ClockHalf(at))
}

// Day says a day as seen from now: "tomorrow, Monday".
func (r *Room) Day(at, now time.Time) string {
	return r.fill("day "+dayKey(at, now), parts(at)...)
}

// Date says a day in full.
func (r *Room) Date(at, now time.Time) string {
	if at.Year() != now.Year() {
		return r.fill("day other year", parts(at)...)
	}
	return r.fill("day far", parts(at)...)
}

// nearDays is how far ahead a weekday alone says which day is meant.
const nearDays = 7

func dayKey(at, now time.Time) string {
	switch days := Days(now, at); {
	case days == 0:
		return "today"
	case days == 1:
		return "tomorrow"
	case days == -1:
		return "yesterday"
	case days > 1 && days < nearDays:
		return "near"
	case at.Year() == now.Year():
		return "far"
	}
	return "other year"
}

// Days is how many midnights lie between two times.
func Days(from, to time.Time) int {
	a := time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, time.UTC)
	b := time.Date(to.Year(), to.Month(), to.Day(), 0, 0, 0, 0, time.UTC)
	return int(b.Sub(a).Hours() / 24)
}

func parts(at time.Time) []string {
	return []string{"{weekday}", at.Format("Monday"), "{date}", at.Format("2 January"), "{year}", at.Format("2006")}
}

func (r *Room) at(key string, at time.Time, clock string) string {
	return r.fill("at "+key, append(parts(at), "{clock}", clock)...)
}

// Clock says a time of day without its half: "half past nine".
func (r *Room) Clock(at time.Time) string {
	minute := strconv.Itoa(at.Minute())
	if r.said["clock "+minute] == "" {
		return at.Format("15:04")
	}
	return r.fill("clock "+minute, "{hour}", r.hourName(at.Hour()), "{next}", r.hourName(at.Hour()+1))
}

// ClockHalf says a time of day, with its half where that is not plain.
func (r *Room) ClockHalf(at time.Time) string {
	clock := r.Clock(at)
	if at.Minute()%5 != 0 || at.Minute() == 0 && at.Hour()%12 == 0 {
		return clock
	}
	for _, from := range []int{18, 9, 4, 0} {
		if at.Hour() >= from {
			return r.fill("half "+strconv.Itoa(from), "{clock}", clock)
		}
	}
	return clock
}

func (r *Room) hourName(hour int) string {
	hour %= 24
	if name := r.said["hour "+strconv.Itoa(hour)]; name != "" {
		return name
	}
	return r.number((hour+11)%12 + 1)
}

// number is a small number in words, a larger one in digits.
func (r *Room) number(n int) string {
	digits := strconv.Itoa(n)
	if n > 20 {
		return digits
	}
	for _, s := range r.numbers {
		if s.sign == digits && len(s.words) == 1 && s.words[0] != "nought" {
			return s.words[0]
		}
	}
	return digits
}

// Length says how long something is: "an hour and twenty minutes".
func (r *Room) Length(d time.Duration) string {
	seconds := int(d.Round(time.Second) / time.Second)
	switch seconds {
	case 1800:
		return r.said["length thirty"]
	case 5400:
		return r.said["length half"]
	}
	hours, minutes, seconds := seconds/3600, seconds/60%60, seconds%60
	if hours > 0 {
		seconds = 0
	}
	var said []string
	for _, p := range []struct {
		n    int
		name string
	}{{hours, "hour"}, {minutes, "minute"}, {seconds, "second"}} {
		if p.n > 0 {
			said = append(said, r.count(p.n, p.name))
		}
	}
	return r.Join(said)
}

// count is "an hour" or "three hours".
func (r *Room) count(n int, name string) string {
	if n == 1 {
		return r.said["length "+name]
	}
	return r.fill("length "+name+"s", "{n}", r.number(n))
}

// CountDays says how many days: "a day", "94 days"; in weeks if the question
// names them: "13 weeks and 3 days".
func (r *Room) CountDays(n int, question string) string {
	inWeeks := false
	for _, w := range strings.Fields(samantha.SentenceKey(question)) {
		inWeeks = inWeeks || r.names["week"][w]
	}
	weeks := n / 7
	switch {
	case !inWeeks || weeks == 0:
		return r.count(n, "day")
	case n%7 == 0:
		return r.count(weeks, "week")
	}
	return r.Join([]string{r.count(weeks, "week"), r.count(n%7, "day")})
}

// Kind is what an errand is called that has no words of its own.
func (r *Room) Kind(k samantha.ErrandKind) string { return r.said["kind "+string(k)] }

// Join says several things in one breath: "milk, eggs and bread".
func (r *Room) Join(things []string) string {
	if len(things) == 0 {
		return ""
	}
	last := len(things) - 1
	if last == 0 {
		return things[0]
	}
	said := things[0]
	for _, thing := range things[1:last] {
		said = r.fill("between", "{a}", said, "{b}", thing)
	}
	return r.fill("also", "{a}", said, "{b}", things[last])
}

// Entry is one line of an agenda: "nine, call Mara".
func (r *Room) Entry(when, what string) string {
	return r.fill("entry", "{when}", when, "{what}", what)
}

// Items are the things of one breath, one by one: "milk, eggs and bread".
func (r *Room) Items(text string) []string {
	var items []string
	for part := range strings.SplitSeq(text, ",") {
		item := []string{}
		for _, word := range append(strings.Fields(part), "") {
			if word != "" && !r.names["joint"][strings.ToLower(word)] {
				item = append(item, word)
				continue
			}
			if len(item) > 0 {
				items = append(items, strings.Join(item, " "))
			}
			item = nil
		}
	}
	return items
}

// Gather makes one slot, "items", of those that hold the things of a list one by
// one: "item.01", and "at.01" if it has a time. Things whose words are gone are
// left out.
func (r *Room) Gather(slots map[string]string) {
	var entries []string
	timed := false
	for _, name := range slices.Sorted(maps.Keys(slots)) {
		n, ok := strings.CutPrefix(name, "item.")
		if !ok {
			continue
		}
		entry := slots[name]
		if at, ok := slots["at."+n]; ok {
			entry, timed = r.Entry(at, entry), true
		}
		entries = append(entries, entry)
	}
	maps.DeleteFunc(slots, func(name, _ string) bool {
		return strings.HasPrefix(name, "item.") || strings.HasPrefix(name, "at.")
	})
	if len(entries) == 0 {
		return
	}
	slots["items"] = r.Join(entries)
	if timed {
		slots["items"] = strings.Join(entries, r.said["apart"]+" ")
	}
}
