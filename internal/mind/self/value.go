package self

import "samantha"

// value is something that she may come to hold to (en/values.txt).
type value struct {
	push
	text string
}

func (r *Becoming) readValues(file, text string) error {
	return rows(file, text, 4, func(line samantha.Line, c []string) error {
		p := push{name: c[0], because: c[3]}
		err := p.readConditions(line, c[1])
		r.values = append(r.values, value{p, c[2]})
		return err
	})
}

// She holds to something by so many moments of its kind, on so many days of the last
// two weeks; more, where her seed leans away from it. She has a few of them, and what
// was undone does not come back.
const (
	valueMoments = 5
	valueDays    = 4
	valuesMost   = 5
)

// holdsTo is one thing that she finds she holds to, by the record of two weeks.
func (r *Becoming) holdsTo(s *State, n Night) []*samantha.Became {
	if len(s.Holding(samantha.ItemValue)) >= valuesMost {
		return nil
	}
	var best *samantha.Became
	most := 0.0
	for _, v := range r.values {
		if s.hasClass(samantha.ItemValue, v.name) {
			continue
		}
		from, days := v.seen(n)
		lean := leaning(n.Seed, "value "+v.name)
		if weight := samantha.Round(float64(len(from)) * (0.5 + lean)); len(from) >= valueMoments && days >= valueDays && weight > most {
			best, most = item(samantha.ItemValue, v.name, once(from)), weight
			best.Words.Text, best.Words.Because = v.text, v.because
		}
	}
	if best == nil || most < valueMoments {
		return nil
	}
	return []*samantha.Became{best}
}

// seen are the moments of a value's kind, and on how many days they were.
func (v value) seen(n Night) (from []samantha.ID, days int) {
	on := map[string]bool{}
	for _, m := range n.Lately {
		if m.theirs() && v.happened(m) {
			from = append(from, m.ID)
			on[Date(m.At, n.Zone)] = true
		}
	}
	return from, len(on)
}
