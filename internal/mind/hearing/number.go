package hearing

import (
	"slices"
	"strconv"
	"strings"
)

// countings are the lists whose words stand in the order of what they count.
var countings = [...]struct {
	list  string
	times int
}{{"count", 1}, {"ordinal", 1}, {"tens", 10}, {"some", 1}}

// number reads "12", "5th", "twenty one", "a couple of". The lists count and
// ordinal give the words for 0, 1, 2 ..., tens those for 0, 10, 20 ...
func (e *Ear) number(words []string) (int, bool) {
	sum, ok := 0, false
	for _, w := range words {
		if n, err := strconv.Atoi(strings.TrimRight(w, "stndrh")); err == nil {
			sum, ok = sum+n, true
			continue
		}
		for _, l := range countings {
			if i := slices.Index(e.lists[l.list].entries, w); i >= 0 {
				sum, ok = sum+i*l.times, true
				break
			}
		}
	}
	return sum, ok && sum >= 0 && sum < 1_000_000
}
