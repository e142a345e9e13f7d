package bond

import (
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
)

// rung is one stage and what it asks for.
type rung struct {
	stage        samantha.Stage
	days         int
	theirs, hers int
	closeness    float64
	trust        float64
	shown        float64
}

// readStage reads "stage NAME ..." and "bound N" lines.
func (r *Room) readStage(l samantha.Line) error {
	f := strings.Fields(l.Text)
	if f[0] != "stage" {
		if len(f) != 2 {
			return l.Bad("want: a bound and its number")
		}
		n, err := l.Float(f[1], 0, 1e4)
		r.bounds[f[0]] = n
		return err
	}
	if len(f) != 8 {
		return l.Bad("want: stage name days theirs hers closeness trust shown")
	}
	var n [6]float64
	for i := range n {
		var err error
		if n[i], err = l.Float(f[i+2], 0, 1e4); err != nil {
			return err
		}
	}
	r.ladder = append(r.ladder, rung{
		stage: samantha.Stage(f[1]), days: int(n[0]), theirs: int(n[1]), hers: int(n[2]),
		closeness: n[3], trust: n[4], shown: n[5],
	})
	return nil
}

// place is where a stage stands, from 0; none at all is the first.
func (r *Room) place(s samantha.Stage) int {
	return max(0, slices.IndexFunc(r.ladder, func(g rung) bool { return g.stage == s }))
}

// Below reports whether a stage stands below another.
func (r *Room) Below(a, b samantha.Stage) bool { return r.place(a) < r.place(b) }

// Ceiling is the most that she shows of a feeling at a stage, 0..1.
func (r *Room) Ceiling(s samantha.Stage) float64 { return r.ladder[r.place(s)].shown }

// acquainted is the place below which nobody falls by absence or by strain.
const acquainted = 1

// At is the bond at a time: a function of what was and of how long ago.
func (r *Room) At(s State, at time.Time) samantha.Bond {
	days := max(0, at.Sub(s.At).Hours()/24)
	place := r.place(s.Stage)
	floor := 0.0
	if place >= acquainted {
		floor = min(s.Closeness, r.ladder[acquainted].closeness)
	}
	fading := max(0, days-r.bounds["rest"])
	b := samantha.Bond{
		Closeness:   samantha.Unit(floor + float64((s.Closeness-floor)*math.Exp2(-fading/r.bounds["fade"]))),
		Trust:       samantha.Unit(startTrust + s.Trust),
		Reciprocity: s.evenness(),
		Tension:     samantha.Unit(s.Tension * math.Exp2(-days/r.bounds["ease"])),
	}
	for place > acquainted && b.Closeness < samantha.Round(r.ladder[place].closeness*r.bounds["hold"]) {
		place--
	}
	b.Stage = r.ladder[place].stage
	return b
}

// next is the move to another stage, if this moment makes one: one a day at most,
// and up only when nothing is torn and no distance was asked for.
func (r *Room) next(s State, now samantha.Bond, in Happening, day string) (samantha.BondMove, bool) {
	stands := r.place(now.Stage)
	switch {
	case s.Turned == day:
		return samantha.BondMove{}, false
	case stands > acquainted && now.Trust < samantha.Round(r.ladder[stands].trust-r.bounds["strain"]):
		return samantha.BondMove{Rule: "strained", Stage: r.ladder[stands-1].stage}, true
	case stands+1 == len(r.ladder) || s.Cooled != nil || s.torn(r, in.At):
		return samantha.BondMove{}, false
	}
	up := r.ladder[stands+1]
	if s.Days >= up.days && s.Theirs >= up.theirs && s.Hers >= up.hers && now.Closeness >= up.closeness && now.Trust >= up.trust {
		return samantha.BondMove{Rule: "grown", Stage: up.stage}, true
	}
	return samantha.BondMove{}, false
}
