package mind

import "samantha"

// slots makes a map of names and values, leaving out what is not known.
func slots(pairs ...string) map[string]string {
	m := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			m[pairs[i]] = pairs[i+1]
		}
	}
	return m
}

// or is the first that is not empty.
func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// events are the events that hold the parts, each once.
func events(parts []samantha.ID) []samantha.ID {
	var ids []samantha.ID
	seen := map[samantha.ID]bool{}
	for _, p := range parts {
		if id := p.Event(); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// either is one of two, by whether something holds.
func either(holds bool, this, that string) string {
	if holds {
		return this
	}
	return that
}

// yes is a slot that is set if something holds.
func yes(holds bool) string { return either(holds, "yes", "") }
