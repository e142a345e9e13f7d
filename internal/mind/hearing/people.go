package hearing

import "samantha"

// mentions is everybody spoken of, each once, in order.
func (u *utterance) mentions() []samantha.Mention {
	all := u.mentionsIn(u.words)
	if w := u.words[0]; len(u.words) > 1 && isStop(w.mark) && w.upper && u.ear.maybeName(w) && isPerson(u.words[1].norm) {
		all = addMention(all, samantha.Mention{Name: u.bare(u.words[:1])}) // "Margarete. she hated leeks"
	}
	return all
}

func isPerson(w string) bool { return w == "he" || w == "she" || w == "they" }

// mentionsIn tries the rules of en/people.txt at every word.
func (u *utterance) mentionsIn(words []word) []samantha.Mention {
	var out []samantha.Mention
	for at := 0; at < len(words); {
		m, ok := u.ear.firstAt(u.ear.people, words, at)
		if !ok {
			at++
			continue
		}
		rel, name := m.slots["rel"], m.slots["name"]
		out = addMention(out, samantha.Mention{
			Name:     u.bare(words[name.from:name.to]),
			Relation: plain(u.bare(words[rel.from:rel.to])),
		})
		at = m.to
	}
	return out
}

// addMention adds somebody, or what was missing of somebody who is there.
func addMention(all []samantha.Mention, m samantha.Mention) []samantha.Mention {
	if m.Name == "" && m.Relation == "" {
		return all
	}
	for _, old := range all {
		if m.Name != "" && old.Name == m.Name || m.Name == "" && old.Relation == m.Relation {
			return all
		}
	}
	return append(all, m)
}
