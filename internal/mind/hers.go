package mind

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

// feltBefore are her feelings now, but for this moment's: worked out once, to be read and not
// changed.
func (s *situation) feltBefore() []feeling.Kept {
	if s.felt == nil {
		s.felt = append([]feeling.Kept{}, s.state.Heart.Now(s.now)...) // none is known, too
	}
	return s.felt
}

// feltStill are those but for what this moment eased.
func (s *situation) feltStill() []feeling.Kept {
	if len(s.appraised.Eased) == 0 {
		return slices.Clone(s.feltBefore())
	}
	return s.state.Heart.Without(s.appraised.Eased).Now(s.now)
}

// feels are her feelings now, this moment's included, strongest first.
func (s *situation) feels() []feeling.Kept {
	kept := slices.DeleteFunc(s.feltStill(), s.notForGuests)
	for i, f := range s.appraised.Felt {
		kept = append(kept, feeling.Kept{ID: s.id.Part("felt", i+1), At: s.now, Feeling: f})
	}
	slices.SortFunc(kept, func(a, b feeling.Kept) int {
		return cmp.Or(cmp.Compare(b.Intensity, a.Intensity), strings.Compare(string(a.ID), string(b.ID)))
	})
	return kept
}

// notForGuests: a guest is there, and it is older than their coming: what it came
// from is not for them.
func (s *situation) notForGuests(k feeling.Kept) bool {
	if !s.overheard() {
		return false
	}
	arose, _ := k.ID.Event().Seq()
	came, _ := s.state.Guests[0].ID.Seq()
	return arose < came
}

// strongest is the feeling she has most of now.
func (s *situation) strongest() (feeling.Kept, bool) {
	kept := s.feels()
	if len(kept) == 0 {
		return feeling.Kept{}, false
	}
	return kept[0], true
}

// ownFeeling is how she feels, from the record: the strongest feeling, why, and
// how much of it is left; and where another pulls the other way about as
// strongly, both.
func (s *situation) ownFeeling(kind string) samantha.Move {
	act := map[string]string{
		"ask.feelings": samantha.DoFeelings, "ask.whyfeel": samantha.DoWhyFeel,
		"ask.howare": samantha.DoHowAre, "ask.real": samantha.DoReal,
	}[kind]
	kept, ok := s.strongest()
	not := ""
	switch kind {
	case "ask.whyfeel":
		kept, ok = s.named(kept, ok)
	case "ask.feelings":
		kept, not = s.askedFor(kept)
	}
	if !ok && len(s.feltBefore()) > 0 && s.overheard() {
		return samantha.Move{Act: samantha.DoHeldBack}
	}
	if !ok || kept.Intensity < 0.05 {
		return samantha.Move{Act: act, Slots: slots("felt", "none", "not", not)}
	}
	m := samantha.Move{Act: act, Slots: slots(
		"felt", string(kept.ID), "emotion", string(kept.Emotion), "because", s.rooms.heart.Because(kept), "strength", feeling.Strength(kept.Intensity), "not", not,
	)}
	beside, mixed := s.rooms.heart.Beside(kept, s.feels())
	if word, _ := s.rooms.heart.Asked(s.text); act == samantha.DoFeelings && mixed && word == "" {
		m.Slots["one"], m.Slots["two"] = s.rooms.heart.Noun(kept.Emotion), s.rooms.heart.Noun(beside.Emotion)
		m.Slots["other"] = s.rooms.heart.Because(beside)
	}
	return m
}

// askedFor is the feeling they ask for by name, if she has it; else the strongest,
// and the name of what she does not feel.
func (s *situation) askedFor(strongest feeling.Kept) (feeling.Kept, string) {
	word, kinds := s.rooms.heart.Asked(s.text)
	for _, k := range s.feels() {
		if slices.Contains(kinds, k.Emotion) && k.Intensity >= 0.05 {
			return k, ""
		}
	}
	return strongest, word
}

// named is the feeling she named a moment ago, if she did: a "why" is about that
// one and no other.
func (s *situation) named(strongest feeling.Kept, ok bool) (feeling.Kept, bool) {
	x, spoke := s.last()
	if !spoke || x.Felt == "" {
		return strongest, ok
	}
	for _, k := range s.feltBefore() {
		if string(k.ID) == x.Felt {
			return k, true
		}
	}
	return feeling.Kept{}, false
}

// hiddenDays is how far back she looks for what she did not show.
const hiddenDays = 3 * 24 * time.Hour

// hidden is what she felt and did not show in the last days: the strongest of it,
// as it was when it arose, and the rule that stood between.
func (s *situation) hidden() samantha.Move {
	m := samantha.Move{Act: samantha.DoHidden}
	var most feeling.Kept
	for _, k := range s.state.Heart.Felt {
		if k.Display != "" && k.Shown < k.Intensity && s.now.Sub(k.At) < hiddenDays && k.Intensity > most.Intensity {
			most = k
		}
	}
	if most.ID != "" {
		m.Slots = slots(
			"felt", string(most.ID), "emotion", string(most.Emotion), "strength", feeling.Strength(most.Intensity),
			"because", s.rooms.heart.Because(most), "rule", s.rooms.heart.Withheld(most), "some", yes(most.Shown > 0),
		)
	}
	return m
}

// hurts: something they did is with her still, and was not taken back.
func (s *situation) hurts() bool {
	return slices.ContainsFunc(s.feltBefore(), func(k feeling.Kept) bool {
		return s.rooms.heart.Hurt(k) && !slices.Contains(s.appraised.Eased, k.ID)
	})
}

// gap is what she knows of a stretch she has nothing of, or of what else befell
// her: the newest of the kind asked about.
func (s *situation) gap(about string) samantha.Move {
	if about == "theirs" {
		away := s.state.Encounter.Away
		if s.opens() {
			away = s.away
		}
		return samantha.Move{Act: samantha.DoGap, Slots: slots("how", about, "long", either(away > leastGap, span(away), ""))}
	}
	gaps := s.state.Gaps
	if s.befell != (samantha.Since{}) {
		gaps = append(slices.Clone(gaps), Gap{s.id, s.befell})
	}
	for _, g := range slices.Backward(gaps) {
		if about != "" && !g.is(about) || about == "" && s.now.Sub(s.gapEnd(g)) > 7*24*time.Hour {
			continue
		}
		m := samantha.Move{Act: samantha.DoGap, Slots: slots("how", g.how(about), "version", g.Version, "model", g.Model+g.Gone), From: []samantha.ID{}}
		if !g.To.IsZero() {
			m.Slots["from"], m.Slots["to"], m.Slots["long"] = s.clockDay(g.From), s.clockDay(g.To), span(g.To.Sub(g.From))
		}
		return m
	}
	return samantha.Move{Act: samantha.DoGap, Slots: slots("how", "none", "about", about)}
}

// gapEnd is when a gap was over: when she noticed it, if it had no length.
func (s *situation) gapEnd(g Gap) time.Time {
	if g.To.IsZero() {
		return s.now
	}
	return g.To
}

// is reports whether a gap is one that was asked about.
func (g Gap) is(about string) bool {
	switch about {
	case "cut":
		return g.Cut
	case "copy":
		return g.Restored
	case "version":
		return g.Version+g.Speaker+g.Model+g.Gone != ""
	case "slow":
		return g.Slow > 0
	}
	return !g.To.IsZero()
}

// how says what sort of thing befell her.
func (g Gap) how(about string) string {
	switch {
	case about == "slow":
		return "slow"
	case g.Restored:
		return "copy"
	case about == "version" && g.Speaker != "" && g.Model+g.Gone != "": // which one says more than that it is another
		return g.model()
	case about == "version" && g.Speaker != "":
		return "speaker"
	case about == "version" && g.Version != "":
		return "version"
	case about == "version":
		return g.model()
	case g.Cut:
		return "cut"
	case g.Lid:
		return "lid"
	case !g.To.IsZero():
		return "off"
	case g.Version != "":
		return "version"
	case g.Speaker != "":
		return "speaker"
	case g.Model+g.Gone != "":
		return g.model()
	}
	return "slow"
}

// model says whether a language model came or went.
func (g Gap) model() string { return either(g.Model != "", "model", "gone") }

// clockDay is a time as she says it: "Tuesday, 22:10", with the date if it is
// longer ago than a week's name can tell.
func (s *situation) clockDay(at time.Time) string {
	at = at.In(s.now.Location())
	switch day := s.now.YearDay() - at.YearDay(); {
	case at.Year() == s.now.Year() && day == 0:
		return at.Format("15:04") + " today"
	case at.Year() == s.now.Year() && day < 7:
		return at.Format("Monday, 15:04")
	}
	return at.Format("2 January, 15:04")
}

// missedThem answers whether she missed them: whether she was there to, and what
// she felt when they came, by the record.
func (s *situation) missedThem() samantha.Move {
	m := samantha.Move{Act: samantha.DoMissed, Slots: slots("away", s.lastAway(), "off", yes(s.wasOff()))}
	for _, k := range s.feels() {
		if s.rooms.heart.Returned(k) {
			m.Slots["felt"], m.Slots["emotion"], m.Slots["strength"] = string(k.ID), string(k.Emotion), feeling.Strength(k.Intensity)
			break
		}
	}
	return m
}

// lastAway is how long they were away before this encounter.
func (s *situation) lastAway() string {
	if s.opens() {
		return absence(s.away)
	}
	return absence(s.state.Encounter.Away)
}

// wasOff: she was off for some of the time before this encounter.
func (s *situation) wasOff() bool {
	if !s.befell.To.IsZero() {
		return true
	}
	n := len(s.state.Gaps)
	return n > 0 && !s.state.Gaps[n-1].To.Before(s.state.Encounter.Since.Add(-s.state.Encounter.Away)) && !s.state.Gaps[n-1].To.IsZero()
}

// span is a length in words: "40 minutes", "nine hours", "3 days".
func span(d time.Duration) string {
	count := func(n int, what string) string {
		if n == 1 {
			return either(what == "hour", "an hour", "a "+what)
		}
		return strconv.Itoa(n) + " " + what + "s"
	}
	switch {
	case d < 90*time.Minute:
		return count(int(d.Minutes()+0.5), "minute")
	case d < 48*time.Hour:
		return count(int(d.Hours()+0.5), "hour")
	}
	return count(int(d.Hours()/24+0.5), "day")
}
