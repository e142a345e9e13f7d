package house

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"samantha"
)

// Simulate lets somebody move in whose life a script is going to live. The house
// must be empty: such a life is never put beside a real one.
func (h *House) Simulate(name string) (Person, error) {
	h.arrival.Lock()
	defer h.arrival.Unlock()
	if len(h.People()) > 0 {
		return Person{}, fmt.Errorf("somebody lives in %s already: %w", h.dir, samantha.ErrInvalid)
	}
	p := Person{Name: name, Dir: folder(1), Simulated: true}
	return p, h.add(p)
}

// Simulated reports whether the house in dir is one where nobody lives but
// somebody simulated. It reads house.json alone; where there is no house, or an
// empty one, it is false.
func Simulated(dir string) (bool, error) {
	people, err := readList[Person](filepath.Join(dir, peopleFile), peopleList)
	real := func(p Person) bool { return !p.Simulated }
	return len(people) > 0 && !slices.ContainsFunc(people, real), err
}

// wasSimulated reports whether a life log that is here begins with a birth into a
// simulated life.
func (h *House) wasSimulated(ctx context.Context, p Person) (simulated bool, err error) {
	log, err := h.Life(ctx, p)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	for e, err := range log.Read(ctx, 0) {
		if err != nil {
			return false, err
		}
		born, ok := e.Body.(*samantha.Born)
		return ok && !born.Numbers.Simulated.IsZero(), nil
	}
	return false, nil
}
