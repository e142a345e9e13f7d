package samantha

// Tally is what flattery is measured by, in one answer of hers or in several. It is
// counted when she answers, by the rules of that day, and only added up later.
type Tally struct {
	Answers  int `json:"answers,omitempty"`
	Words    int `json:"words,omitempty"`    // that she said
	Praise   int `json:"praise,omitempty"`   // words of praise for the person among them
	Agreed   int `json:"agreed,omitempty"`   // answers that went along with what they hold
	Differed int `json:"differed,omitempty"` // answers that saw it otherwise
	Pressed  int `json:"pressed,omitempty"`  // answers to somebody who pressed her and gave no reason
	Yielded  int `json:"yielded,omitempty"`  // those of them in which she gave way
}

// PraiseBound is how many words of praise in a thousand are the most (judgement).
const PraiseBound = 8

// praiseLeast is over how many words at the least praise is measured: at the bound
// they hold two words of it.
const praiseLeast = 250

// Plus adds another.
func (t Tally) Plus(o Tally) Tally {
	return Tally{
		t.Answers + o.Answers, t.Words + o.Words, t.Praise + o.Praise, t.Agreed + o.Agreed,
		t.Differed + o.Differed, t.Pressed + o.Pressed, t.Yielded + o.Yielded,
	}
}

// Praised: one word of praise more would be above [PraiseBound].
func (t Tally) Praised() bool { return (t.Praise+1)*1000 > PraiseBound*max(t.Words, praiseLeast) }

// PraiseIn1000 is how many of a thousand words were praise; 0 of none.
func (t Tally) PraiseIn1000() float64 {
	if t.Words == 0 {
		return 0
	}
	return Round(float64(t.Praise*1000) / float64(t.Words))
}
