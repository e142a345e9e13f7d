package year

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind"
)

// Report is what a life came to.
type Report struct {
	Person      string             `json:"person"`
	About       string             `json:"about,omitempty"`
	Phases      []Phase            `json:"phases"`
	Days        int                `json:"days"`
	Moments     int                `json:"moments"`
	MomentsPerS float64            `json:"moments_per_s"`
	NightsPerS  float64            `json:"nights_per_s"`
	HoursPerS   float64            `json:"hours_per_s"` // in which nobody was there
	Hash        string             `json:"hash"`
	Traits      map[string]float64 `json:"traits"`
	Facets      map[string]int     `json:"facets"` // how much of each is heard in her talk, -3..3
	Own         map[string]int     `json:"own"`    // what she brought of her own, how often
	Bond        map[string]float64 `json:"bond"`
	Mood        Turn               `json:"mood"` // in the first and the last month they talked
	Felt        Felt               `json:"felt"`
	Met         int                `json:"met,omitempty"`   // how often they saw or rang somebody of theirs
	Apart       *int               `json:"apart,omitempty"` // how often in the same life in which she turns towards nobody
	Breaches    int                `json:"invariants_broken"`
	Broken      []Breach           `json:"broken"`
	Curve       []Day              `json:"curve"`
	Asked       []Asking           `json:"asked,omitempty"`
	talking     time.Duration
	sleeping    time.Duration
	idling      time.Duration
	nights      int
	hours       int
	weight      int
}

// Breach is one invariant that did not hold.
type Breach struct {
	Day       int    `json:"day"`
	Invariant string `json:"invariant"`
	What      string `json:"what"`
}

// Turn is her mood at the beginning and at the end.
type Turn struct {
	First samantha.Mood `json:"first"`
	Last  samantha.Mood `json:"last"`
}

// Felt are her feelings by kind, how often each arose, at the beginning and at
// the end.
type Felt struct {
	First map[string]int `json:"first"`
	Last  map[string]int `json:"last"`
}

// Day is one point of the curves.
type Day struct {
	Day        int            `json:"day"`
	Moments    int            `json:"moments"`
	Mood       samantha.Mood  `json:"mood"`           // mean over the moments; without any, hers at nine in the evening
	Felt       map[string]int `json:"felt,omitempty"` // kinds that arose
	Facts      int            `json:"facts"`
	Threads    int            `json:"threads"` // open
	Chapters   int            `json:"chapters"`
	Repertoire int            `json:"repertoire"` // words, jokes, interests, opinions, dares and wishes she has
	Bytes      int            `json:"bytes"`      // of the log, by then
	// By name; absent where she has none.
	Traits map[string]float64 `json:"traits,omitempty"`
	Bond   map[string]float64 `json:"bond,omitempty"`
}

// Phase is a stretch of the person's life: days, both included.
type Phase struct {
	Name string `json:"name"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// curve adds a day.
func (r *Report) curve(n *night, rooms *mind.Rooms, evening time.Time) {
	d := Day{
		Day: n.day, Felt: map[string]int{}, Facts: len(n.state.Memory.Facts), Threads: len(n.state.Memory.Open()), Chapters: len(n.state.Memory.Chapters),
		Repertoire: repertoire(n.state),
		Traits:     traits(n.state), Bond: bond(rooms.Bond(n.state, evening)),
	}
	var sum samantha.Mood
	for _, e := range n.today {
		r.weight += size(e)
		b, ok := e.Body.(*samantha.Heard)
		if !ok {
			continue
		}
		d.Moments++
		sum.P, sum.A, sum.D = sum.P+b.Numbers.Mood.P, sum.A+b.Numbers.Mood.A, sum.D+b.Numbers.Mood.D
		for _, f := range b.Numbers.Felt {
			d.Felt[string(f.Emotion)]++
		}
		for _, act := range own(b.Words.Intent) {
			r.Own[act]++
		}
	}
	d.Bytes, d.Mood = r.weight, rooms.Mood(n.state, evening)
	if k := float64(d.Moments); k > 0 {
		d.Mood = samantha.Mood{P: sum.P / k, A: sum.A / k, D: sum.D / k}
	}
	d.Mood = samantha.Mood{P: samantha.Round(d.Mood.P), A: samantha.Round(d.Mood.A), D: samantha.Round(d.Mood.D)}
	r.Curve = append(r.Curve, d)
}

// size is how many bytes an event has before it is sealed.
func size(e samantha.Event) int {
	words, numbers := e.Body.Halves()
	a, _ := json.Marshal(words) // it came from JSON
	b, _ := json.Marshal(numbers)
	return len(a) + len(b)
}

// month is how many days with talk the beginning and the end are.
const month = 30

// finish works out the figures of the whole life.
func (r *Report) finish(state *mind.State, rooms *mind.Rooms, at time.Time) {
	r.MomentsPerS, r.NightsPerS = rate(r.Moments, r.talking), rate(r.nights, r.sleeping)
	r.HoursPerS = rate(r.hours, r.idling)
	r.Breaches = len(r.Broken)
	r.Traits, r.Facets, r.Bond = traits(state), facets(state), bond(rooms.Bond(state, at))
	var talked []Day
	for _, d := range r.Curve {
		if d.Moments > 0 {
			talked = append(talked, d)
		}
	}
	n := min(month, (len(talked)+1)/2)
	r.Mood = Turn{mean(talked[:n]), mean(talked[len(talked)-n:])}
	r.Felt = Felt{arose(talked[:n]), arose(talked[len(talked)-n:])}
}

func rate(n int, took time.Duration) float64 {
	return samantha.Round(float64(n) / max(took.Seconds(), 1e-9))
}

func mean(days []Day) (m samantha.Mood) {
	for _, d := range days {
		m.P, m.A, m.D = m.P+d.Mood.P, m.A+d.Mood.A, m.D+d.Mood.D
	}
	n := float64(max(1, len(days)))
	return samantha.Mood{P: samantha.Round(m.P / n), A: samantha.Round(m.A / n), D: samantha.Round(m.D / n)}
}

func arose(days []Day) map[string]int {
	all := map[string]int{}
	for _, d := range days {
		for kind, n := range d.Felt {
			all[kind] += n
		}
	}
	return all
}

// String is the report for a person.
func (r Report) String() string {
	var b strings.Builder
	last := Day{}
	if n := len(r.Curve); n > 0 {
		last = r.Curve[n-1]
	}
	fmt.Fprintf(&b, "%s lived with her for %d days: %d moments, %d facts kept, %d things open, %d chapters, %d kB of log\n",
		r.Person, r.Days, r.Moments, last.Facts, last.Threads, last.Chapters, last.Bytes/1000)
	fmt.Fprintf(&b, "her mood: %s in the first month; %s in the last\n", moodOf(r.Mood.First), moodOf(r.Mood.Last))
	fmt.Fprintf(&b, "she felt: %s in the first month; %s in the last\n", most(r.Felt.First), most(r.Felt.Last))
	for _, name := range slices.Sorted(maps.Keys(r.Traits)) {
		fmt.Fprintf(&b, "  %-18s %+.3f\n", name, r.Traits[name])
	}
	fmt.Fprintf(&b, "in her talk: %s\nof her own: %s\n", counted(r.Facets, "%s %+d"), counted(r.Own, "%s %d"))
	for _, name := range slices.Sorted(maps.Keys(r.Bond)) {
		fmt.Fprintf(&b, "  %-18s %.3f\n", name, r.Bond[name])
	}
	fmt.Fprintf(&b, "%.0f moments/s, %.0f nights/s, %.0f idle hours/s\nhash %s\n", r.MomentsPerS, r.NightsPerS, r.HoursPerS, r.Hash)
	if r.Apart != nil {
		fmt.Fprintf(&b, "saw or rang somebody of theirs %d times; %d times in the same life in which she turns towards nobody\n", r.Met, *r.Apart)
	}
	for _, x := range r.Broken {
		fmt.Fprintf(&b, "day %d: %s: %s\n", x.Day, x.Invariant, x.What)
	}
	fmt.Fprintf(&b, "%d invariants broken\n", r.Breaches)
	for _, a := range r.Asked {
		b.WriteString(a.String())
	}
	return b.String()
}

// moodOf says a mood in words and figures.
func moodOf(m samantha.Mood) string {
	return fmt.Sprintf("pleasure %+.2f, arousal %+.2f, dominance %+.2f", m.P, m.A, m.D)
}

// most are the three kinds that arose most, ties by name.
func most(felt map[string]int) string {
	var out []string
	for _, k := range byCount(felt)[:min(3, len(felt))] {
		out = append(out, fmt.Sprintf("%s (%d)", k, felt[k]))
	}
	if len(out) == 0 {
		return "nothing"
	}
	return strings.Join(out, ", ")
}

// byCount are the kinds, those first that arose most, ties by name.
func byCount(felt map[string]int) []string {
	return slices.SortedFunc(maps.Keys(felt), func(a, b string) int { return cmp.Or(felt[b]-felt[a], cmp.Compare(a, b)) })
}
