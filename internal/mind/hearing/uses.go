package hearing

// A use of a word is in which rules of one book it is: each word of an utterance is looked
// up once for all books.
type use struct {
	book   *rulebook
	needed []int // rules that need it
	leads  []int // rules that may begin with it and not with any
}

// uses are those of one word.
type uses struct{ all []use }

// in are those in one book.
func (u *uses) in(b *rulebook) (needed, leads []int) {
	if u == nil {
		return nil, nil
	}
	for i := range u.all {
		if u.all[i].book == b {
			return u.all[i].needed, u.all[i].leads
		}
	}
	return nil, nil
}

// usesIn are the uses of all words in some books, which need their own indexes no more.
func usesIn(books []*rulebook) map[string]*uses {
	all := map[string]*uses{}
	for _, b := range books {
		put(b.index, []string{"'s"}, b.index["is"]...) // "my sister's a nurse"
		put(b.leads, []string{"'s"}, b.leads["is"]...)
		for w, rules := range b.index {
			add(all, w, use{b, rules, b.leads[w]})
		}
		for w, rules := range b.leads {
			if b.index[w] == nil {
				add(all, w, use{b, nil, rules})
			}
		}
		b.index, b.leads = nil, nil
	}
	return all
}

func add(all map[string]*uses, w string, u use) {
	if all[w] == nil {
		all[w] = &uses{}
	}
	all[w].all = append(all[w].all, u)
}

// look looks a word up.
func (e *Ear) look(w *word) { w.bit, w.uses = bitOf(w.norm), e.uses[w.norm] }
