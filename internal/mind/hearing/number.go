package hearing

import (
	"slices"
	"strconv"
	"strings"
)

// number reads "12", "5th", "twenty one", "a couple of". The lists count,
// ordinal and some give the words for 0, 1, 2 ..., tens those for 0, 10, 20 ...
func (e *Ear) number(words []string) (int, bool) {
	sum, ok := 0, false
	for _, w := range words {
		if n, err := strconv.Atoi(strings.TrimRight(w, "stndrh")); err == nil {
			sum, ok = sum+n, true
			continue
		}
		if n, found := e.counted(w); found {
			sum, ok = sum+n, true
		}
	}
	return sum, ok && sum >= 0 && sum < 1_000_000
}

// counted is the number a word means by its place in a list.
func (e *Ear) counted(w string) (int, bool) {
	for _, name := range [...]string{"count", "ordinal", "some"} {
		if i := slices.Index(e.lists[name].entries, w); i >= 0 {
			return i, true
		}
	}
	i := slices.Index(e.lists["tens"].entries, w)
	return 10 * i, i >= 0
}
