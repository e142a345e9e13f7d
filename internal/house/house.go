// Package house is one installation on one machine: the people who live in it,
// its key, and the lives kept for them. One process owns a house at a time; it
// holds the file `lock`, and tells the others in `run.json` how to reach it.
//
//	HOME/house.json   the people, with a check sum
//	HOME/key          the house key, twice, each with a check sum; mode 0600.
//	                  Wrapped, if a passphrase is set
//	HOME/devices.json the devices that were let in, with a check sum; mode 0600
//	HOME/lock         held by the process that is awake
//	HOME/run.json     where that process listens, and its token; mode 0600
//	HOME/NAME/        one person's life log (see house/life)
//	HOME/models/      large files that were fetched (see words/model/fetch)
//
// The house unwraps its key and hands it to the life logs; what they do with it
// is theirs.
package house

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"samantha"
	"samantha/internal/house/life"
)

// House is an installation that this process owns. Its methods may be called
// from many goroutines.
type House struct {
	dir     string
	lock    *flock.Flock
	key     [keySize]byte
	wrapped bool // a passphrase is set
	cost    cost // of trying one
	notes   []string
	chance  io.Reader
	devices *Devices

	arrival sync.Mutex // one person moves in at a time
	mu      sync.Mutex
	people  []Person
}

// Options are how a house is taken.
type Options struct {
	Wait       time.Duration // for another process to be done with it
	Passphrase string        // if one is set; needless otherwise
	Chance     io.Reader     // where keys come from
}

// Open takes a house without a passphrase; see [Unlock].
func Open(ctx context.Context, dir string, wait time.Duration, chance io.Reader) (*House, error) {
	return Unlock(ctx, dir, Options{Wait: wait, Chance: chance})
}

// Unlock takes the house, and makes it if it is new. While another process owns
// it, Unlock tries again until Wait has passed and then fails with
// [samantha.ErrBusy]. It fails with [ErrWrapped] if a passphrase is set and none
// is given, and with [samantha.ErrDenied] if it is another one; the house is
// then free again, and as it was.
func Unlock(ctx context.Context, dir string, how Options) (*House, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("house: %w", err)
	}
	h := &House{dir: dir, chance: how.Chance, cost: properCost(), lock: flock.New(filepath.Join(dir, "lock"))}
	if err := h.take(ctx, how.Wait); err != nil {
		return nil, err
	}
	// A run.json that is still there was left by a crash: nobody else is awake.
	if err := errors.Join(h.Withdraw(), h.read(how.Passphrase)); err != nil {
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

func (h *House) read(passphrase string) error {
	var err error
	if h.people, err = readList[Person](h.path(peopleFile), peopleList); err != nil {
		return err
	}
	if err := h.readKey(passphrase); err != nil {
		return err
	}
	var notes []string
	h.devices, notes, err = openDevices(h.path(devicesFile), h.chance)
	h.notes = append(h.notes, notes...)
	return err
}

// readKey reads the house key, or makes one for a house that is new.
func (h *House) readKey(passphrase string) (err error) {
	file := h.path(keyName)
	if err := restore(file); err != nil {
		return err
	}
	if err := settle(file); err != nil { // she can live with that; the person should know
		h.notes = append(h.notes, err.Error())
	}
	var notes []string
	h.key, h.wrapped, notes, err = readKey(file, passphrase)
	h.notes = append(h.notes, notes...)
	if !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if len(h.people) > 0 {
		return fmt.Errorf("the key of the house in %s is missing; without it nothing in it can be read: %w", h.dir, samantha.ErrDamaged)
	}
	h.key, err = makeKey(file, h.chance)
	return err
}

func (h *House) path(name string) string { return filepath.Join(h.dir, name) }

// Dir is where the house stands.
func (h *House) Dir() string { return h.dir }

// Notes are what was repaired or noticed at opening.
func (h *House) Notes() []string { return h.notes }

// Devices are those that were let in.
func (h *House) Devices() *Devices { return h.devices }

// Tag is a short public name of the house: eight small letters and digits that
// stay the same as long as its key, and tell nothing about it.
func (h *House) Tag() string {
	mac := hmac.New(sha256.New, h.key[:])
	_, _ = io.WriteString(mac, "samantha house 1: tag") // a hash takes everything
	return letters(mac.Sum(nil)[:5])
}

// Close gives the house back.
func (h *House) Close() error {
	return h.lock.Unlock()
}

// Life opens a person's life log.
func (h *House) Life(ctx context.Context, p Person) (*life.Log, error) {
	return life.Open(ctx, h.options(p))
}

func (h *House) options(p Person) life.Options {
	return life.Options{Dir: h.path(p.Dir), HouseKey: h.key, Chance: h.chance}
}
