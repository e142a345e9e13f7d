package house

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// Person is somebody she is there for; each has a mind of their own.
type Person struct {
	Name string `json:"name"`
	Dir  string `json:"dir"` // below the house
	// Copied: the life was put here from a copy, and she has not been told yet.
	Copied bool `json:"copied,omitempty"`
	// Simulated: a script lived this life, and no person did.
	Simulated bool `json:"simulated,omitempty"`
}

// DefaultPerson is what the first person is called until a name is given.
const DefaultPerson = "me"

// peopleFile has the list of the people.
const peopleFile, peopleList = "house.json", "people"

// People are those who live here, in the order they came.
func (h *House) People() []Person {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.people)
}

// Person finds somebody by name; "" is the only one there is. An unknown name
// is [samantha.ErrInvalid] and lists the known, except in an empty house,
// where it moves in.
func (h *House) Person(name string) (Person, error) {
	name = strings.ToValidUTF8(name, "\uFFFD") // as house.json will have it
	p, err := h.find(name)
	if !errors.Is(err, errEmpty) {
		return p, err
	}
	h.arrival.Lock()
	defer h.arrival.Unlock()
	if p, err := h.find(name); !errors.Is(err, errEmpty) { // somebody was faster
		return p, err
	}
	p = Person{Name: called(name), Dir: folder(1)}
	return p, h.add(p)
}

// errEmpty: nobody lives here yet.
var errEmpty = errors.New("nobody lives here")

func (h *House) find(name string) (Person, error) {
	people := h.People()
	if len(people) == 0 {
		return Person{}, errEmpty
	}
	if name == "" && len(people) == 1 {
		return people[0], nil
	}
	var names []string
	for _, p := range people {
		if strings.EqualFold(p.Name, name) {
			return p, nil
		}
		names = append(names, p.Name)
	}
	return Person{}, fmt.Errorf("--as wants one of: %s: %w", strings.Join(names, ", "), samantha.ErrInvalid)
}

// called is what somebody is called who may have given no name.
func called(name string) string {
	if name == "" {
		return DefaultPerson
	}
	return name
}

// folder is where the nth person who came is kept, below the house.
func folder(n int) string { return fmt.Sprintf("person%d", n) }

// Settled notes that she was told that her life was put here from a copy.
func (h *House) Settled(name string) error {
	h.arrival.Lock()
	defer h.arrival.Unlock()
	people := h.People()
	for i := range people {
		if people[i].Name == name {
			people[i].Copied = false
		}
	}
	return h.list(people)
}

// add lists somebody new; the caller holds arrival.
func (h *House) add(p Person) error {
	return h.list(append(h.People(), p))
}

func (h *House) list(people []Person) error {
	if err := writeList(h.path(peopleFile), peopleList, people); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.people = people
	return nil
}
