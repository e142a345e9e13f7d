// Package house is one installation on one machine: the people who live in it,
// its key, and the lives kept for them. One process owns a house at a time; it
// holds the file `lock`, and tells the others in `run.json` how to reach it.
//
//	HOME/house.json   the people, with a check sum
//	HOME/key          the house key, twice, each with a check sum; mode 0600
//	HOME/lock         held by the process that is awake
//	HOME/run.json     where that process listens, and its token; mode 0600
//	HOME/NAME/        one person's life log (see house/life)
//
// The house unwraps its key and hands it to the life logs; what they do with it
// is theirs.
package house

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"samantha"
	"samantha/internal/house/life"
)

// House is an installation that this process owns.
type House struct {
	dir    string
	lock   *flock.Flock
	key    [32]byte
	people []Person
	notes  []string
	chance io.Reader
}

// Person is somebody she is there for; each has a mind of their own.
type Person struct {
	Name string `json:"name"`
	Dir  string `json:"dir"` // below the house
}

// Open takes the house, and makes it if it is new. While another process owns
// it, Open tries again until wait has passed and then fails with
// [samantha.ErrBusy]. chance is where keys come from.
func Open(ctx context.Context, dir string, wait time.Duration, chance io.Reader) (*House, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("house: %w", err)
	}
	h := &House{dir: dir, chance: chance, lock: flock.New(filepath.Join(dir, "lock"))}
	if err := h.take(ctx, wait); err != nil {
		return nil, err
	}
	if err := h.read(); err != nil {
		return nil, errors.Join(err, h.lock.Unlock())
	}
	return h, nil
}

// take gets the lock, at once or while wait lasts.
func (h *House) take(ctx context.Context, wait time.Duration) error {
	ok, err := h.lock.TryLock()
	if !ok && err == nil {
		ctx, cancel := context.WithTimeout(ctx, wait)
		defer cancel()
		ok, err = h.lock.TryLockContext(ctx, 20*time.Millisecond)
	}
	if errors.Is(err, context.DeadlineExceeded) || err == nil && !ok {
		return fmt.Errorf("the house in %s is in use by another process: %w", h.dir, samantha.ErrBusy)
	}
	if err != nil {
		return fmt.Errorf("lock the house: %w", err)
	}
	return nil
}

func (h *House) read() error {
	var err error
	if h.people, err = readPeople(h.path("house.json")); err != nil {
		return err
	}
	if h.key, h.notes, err = readKey(h.path("key")); err == nil {
		return nil
	}
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if len(h.people) > 0 {
		return fmt.Errorf("the key of the house in %s is missing; without it nothing in it can be read: %w", h.dir, samantha.ErrDamaged)
	}
	h.key, err = makeKey(h.path("key"), h.chance)
	return err
}

func (h *House) path(name string) string { return filepath.Join(h.dir, name) }

// Dir is where the house stands.
func (h *House) Dir() string { return h.dir }

// People are those who live here, in the order they came.
func (h *House) People() []Person { return h.people }

// Notes are what was repaired or noticed at opening.
func (h *House) Notes() []string { return h.notes }

// Close gives the house back.
func (h *House) Close() error {
	return h.lock.Unlock()
}

// DefaultPerson is what the first person is called until a name is given.
const DefaultPerson = "me"

// Person finds somebody by name; "" is the only one there is. An unknown name
// is [samantha.ErrInvalid] and lists the known, except in an empty house,
// where it moves in.
func (h *House) Person(name string) (Person, error) {
	if name == "" && len(h.people) == 1 {
		return h.people[0], nil
	}
	for _, p := range h.people {
		if strings.EqualFold(p.Name, name) {
			return p, nil
		}
	}
	if len(h.people) > 0 {
		return Person{}, fmt.Errorf("--as wants one of: %s: %w", strings.Join(h.names(), ", "), samantha.ErrInvalid)
	}
	if name == "" {
		name = DefaultPerson
	}
	return h.add(name)
}

func (h *House) names() []string {
	var names []string
	for _, p := range h.people {
		names = append(names, p.Name)
	}
	return names
}

func (h *House) add(name string) (Person, error) {
	p := Person{Name: name, Dir: fmt.Sprintf("person%d", len(h.people)+1)}
	people := append(h.people, p)
	if err := writePeople(h.path("house.json"), people); err != nil {
		return Person{}, err
	}
	h.people = people
	return p, nil
}

// Life opens a person's life log.
func (h *House) Life(ctx context.Context, p Person) (*life.Log, error) {
	return life.Open(ctx, h.options(p))
}

func (h *House) options(p Person) life.Options {
	return life.Options{Dir: h.path(p.Dir), HouseKey: h.key, Chance: h.chance}
}
