package self

import (
	"slices"

	"samantha"
)

// put keeps how the person puts a thing right, beside how she has it.
func (s *State) put(id samantha.ID, y Yours) {
	if i := s.index(id); i >= 0 {
		s.Items[i].Yours = y
	}
	for i := range s.Portraits {
		if s.Portraits[i].ID == id {
			s.Portraits[i].Yours = y
		}
	}
}

// undo takes back one step, one thing or one portrait. A trait goes back by what
// the step was; what a revised opinion had replaced holds again.
func (s *State) undo(id samantha.ID) {
	s.Steps, s.lean = slices.DeleteFunc(s.Steps, func(x Step) bool { return x.ID == id }), nil
	s.Portraits = slices.DeleteFunc(s.Portraits, func(p Portrait) bool { return p.ID == id })
	i := s.index(id)
	if i < 0 {
		return
	}
	if s.Items[i].Over == "" {
		s.restore(s.Items[i].Instead)
	}
	s.Items[i].Over = OverUndone
}

// restore lets a thing hold again whose successor is gone.
func (s *State) restore(id samantha.ID) {
	if i := s.index(id); i >= 0 && s.Items[i].Over == OverRevised {
		s.Items[i].Over = ""
	}
}

// Mask takes out what came from forgotten events: things and portraits with their
// words; a step when none of its causes is left.
func (s *State) Mask(gone []samantha.ID) {
	has := func(id samantha.ID) bool { return slices.Contains(gone, id.Event()) }
	for i := range s.Steps {
		s.Steps[i].Causes = slices.DeleteFunc(slices.Clone(s.Steps[i].Causes), has)
	}
	s.Steps, s.lean = slices.DeleteFunc(s.Steps, func(x Step) bool { return len(x.Causes) == 0 }), nil
	for _, it := range s.Items {
		if has(it.ID) && it.Over == "" {
			s.restore(it.Instead)
		}
	}
	s.Items = slices.DeleteFunc(s.Items, func(it Item) bool { return has(it.ID) })
	for i := range s.Items {
		s.Items[i].Uses = slices.DeleteFunc(slices.Clone(s.Items[i].Uses), has)
		s.Items[i].Yours = s.Items[i].Yours.unless(has)
	}
	s.Portraits = slices.DeleteFunc(s.Portraits, func(p Portrait) bool { return has(p.ID) })
	if has(s.Drawn) {
		s.Drawn = ""
	}
	for i := range s.Portraits {
		s.Portraits[i].Yours = s.Portraits[i].Yours.unless(has)
	}
}

func (y Yours) unless(has func(samantha.ID) bool) Yours {
	if y.ID != "" && has(y.ID) {
		return Yours{}
	}
	return y
}
