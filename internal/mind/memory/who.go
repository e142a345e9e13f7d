package memory

import "slices"

// gathered is what is known of one: all of it, and what holds, as [State.About].
type gathered struct{ all, holding []Known }

// About is everything known of somebody that holds, and of the dead what held: by
// a name they have or had here, or by what they are to the person. The list is hers
// like that of [State.Known].
func (s *State) About(who string) []Known { return s.gather(who).holding }

// Met is what is known of others that names somebody: "your sister's husband is
// Ferdia".
func (s *State) Met(who string) []Known {
	return filter(s.All(), func(k Known) bool {
		return k.Holds() && Same(k.Value, who) && Single(k.Slot) && k.Slot != "home" && k.Slot != "from"
	})
}

// about is everything known of somebody, over and in doubt included.
func (s *State) about(who string) []Known { return s.gather(who).all }

// gather is worked out once for each who is asked after, until something new is learned.
func (s *State) gather(who string) gathered {
	known := s.knowledge()
	if g, ok := known.of[who]; ok {
		return g
	}
	called := s.called(who)
	all := filter(known.all, func(k Known) bool {
		if k.Slot == "name" && k.Of != Person { // not that of another one of the same relation
			return called[plain(k.Value)] || Same(k.Of, who)
		}
		return called[plain(k.Of)]
	})
	dead := slices.ContainsFunc(all, func(k Known) bool { return k.Slot == "died" && k.Holds() })
	known.of[who] = gathered{all, filter(all, func(k Known) bool { return k.Holds() || dead && k.Doubt == "" })}
	return known.of[who]
}

// called is everything somebody is known as: the names of whoever is that to the
// person; of a name the relation, unless others share it.
func (s *State) called(who string) map[string]bool {
	called := map[string]bool{plain(who): true}
	if plain(who) == Person {
		return called
	}
	names := map[string]int{} // by relation
	var kin [][]string        // relation, then names
	for _, k := range s.All() {
		if k.Slot != "name" && k.Slot != "relation" && k.Slot != "called" || k.Of == Person || !k.Holds() {
			continue
		}
		all := []string{plain(k.Of), plain(k.Value)}
		if k.Slot == "relation" {
			slices.Reverse(all)
		}
		for _, c := range k.Was {
			all = append(all, plain(c.Value))
		}
		kin = append(kin, all)
		names[all[0]]++
	}
	for range 2 { // "Ruthie" is Ruth, and Ruth the sister
		for _, all := range kin {
			rel := all[0]
			if called[rel] || slices.ContainsFunc(all[1:], func(n string) bool { return called[n] }) {
				for _, n := range all[1:] {
					called[n] = true
				}
				called[rel] = called[rel] || names[rel] == 1
			}
		}
	}
	return called
}

// Person is the owner of facts about the person.
const Person = "person"

// Name is what the person is called, or "".
func (s *State) Name() string { return s.knowledge().name }

// People are the names of everybody known by name, in the order they were
// first told of. The list is hers like that of [State.Known].
func (s *State) People() []string {
	k := s.knowledge()
	if k.people == nil {
		k.people = slices.Clip(append([]string{}, namesHeld(k.holding)...)) // none is known, too
	}
	return k.people
}

// namesHeld are the names that some facts hold.
func namesHeld(known []Known) (names []string) {
	for i := range known {
		k := &known[i]
		if k.Slot == "name" && k.Of != Person || k.Slot == "called" {
			names = append(names, k.Value)
		}
		if k.Slot == "relation" {
			names = append(names, k.Of)
		}
	}
	return names
}
