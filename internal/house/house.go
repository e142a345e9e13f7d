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
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"samantha"
	"samantha/internal/house/life"
)

// House is an installation that this process owns. Its methods may be called
// from many goroutines.
type House struct {
	dir    string
	lock   *flock.Flock
	key    [32]byte
	notes  []string
	chance io.Reader

	arrival sync.Mutex // one person moves in at a time
	mu      sync.Mutex
	people  []Person
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
	// A run.json that is still there was left by a crash: nobody else is awake.
	if err := errors.Join(h.Withdraw(), h.read()); err != nil {
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
func (h *House) People() []Person {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Clone(h.people)
}

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

// add lists somebody new; the caller holds arrival.
func (h *House) add(p Person) error {
	people := append(h.People(), p)
	if err := writePeople(h.path("house.json"), people); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.people = people
	return nil
}

// Life opens a person's life log.
func (h *House) Life(ctx context.Context, p Person) (*life.Log, error) {
	return life.Open(ctx, h.options(p))
}

func (h *House) options(p Person) life.Options {
	return life.Options{Dir: h.path(p.Dir), HouseKey: h.key, Chance: h.chance}
}
