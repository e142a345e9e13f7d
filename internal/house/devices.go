package house

import (
	"encoding/base32"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"samantha"
)

// Device is something with a page on it that may speak with her: a browser of
// this computer, a phone.
type Device struct {
	ID     string    `json:"id"`     // eight small letters and digits
	Person string    `json:"person"` // whose it is, by name
	Label  string    `json:"label"`  // what it is called, at most [MaxLabel] characters
	Since  time.Time `json:"since"`
	Seen   time.Time `json:"seen,omitzero"` // when it was last there, to [seenEvery]
}

// seenEvery is how exactly it is known when a device was last there: the list
// need not be written for each page that is opened.
const seenEvery = time.Hour

// MaxLabel is the longest label of a device, in characters; the rest is cut.
const MaxLabel = 100

// known is a device with the SHA-256 of its token. The token itself is nowhere
// in the house: who reads the list cannot pass for a device.
type known struct {
	Device
	Token string `json:"token"` // hex
}

// Devices are those that were let in, in the order they came, kept in
// devices.json. Its methods may be called from many goroutines.
type Devices struct {
	file   string
	chance io.Reader

	mu   sync.Mutex
	list []known
}

const devicesFile, devicesList = "devices.json", "devices"

// openDevices reads the list. One that is damaged lets nobody in: it is set
// aside, and a note says so.
func openDevices(file string, chance io.Reader) (d *Devices, notes []string, err error) {
	d = &Devices{file: file, chance: chance}
	d.list, err = readList[known](file, devicesList)
	if !errors.Is(err, samantha.ErrDamaged) {
		return d, nil, err
	}
	aside := file + ".damaged"
	if err := os.Rename(file, aside); err != nil {
		return nil, nil, fmt.Errorf("set the damaged list of devices aside: %w", err)
	}
	return d, []string{"the list of devices was damaged and is set aside in " + aside + "; each device needs a new link"}, nil
}

// Add lets a device in. The token is 256 bits by chance, in 43 characters that
// a cookie can hold; it is told here and never again.
func (d *Devices) Add(person, label string, at time.Time) (token string, err error) {
	secret := make([]byte, 32)
	if _, err := io.ReadFull(d.chance, secret); err != nil {
		return "", fmt.Errorf("token of a device: %w", err)
	}
	token = base64.RawURLEncoding.EncodeToString(secret)
	d.mu.Lock()
	defer d.mu.Unlock()
	id, err := d.freeID()
	if err != nil {
		return "", err
	}
	k := known{Device{ID: id, Person: person, Label: asLabel(label), Since: at.UTC().Round(0)}, fingerprint(token)}
	return token, d.write(append(slices.Clone(d.list), k))
}

// freeID is an id that no device has; the caller holds mu.
func (d *Devices) freeID() (string, error) {
	for {
		raw := make([]byte, 5)
		if _, err := io.ReadFull(d.chance, raw); err != nil {
			return "", fmt.Errorf("id of a device: %w", err)
		}
		if id := letters(raw); d.index(id) < 0 {
			return id, nil
		}
	}
}

// index is where the device with the id stands, or -1; the caller holds mu.
func (d *Devices) index(id string) int {
	return slices.IndexFunc(d.list, func(k known) bool { return k.ID == id })
}

// Find is the device that has this token. What is compared are fingerprints,
// so how long it takes tells nothing about any token.
func (d *Devices) Find(token string) (Device, bool) {
	print := fingerprint(token)
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, k := range d.list {
		if k.Token == print {
			return k.Device, true
		}
	}
	return Device{}, false
}

// Seen notes that the device with the token is there; it fails with
// [samantha.ErrNotFound] if none has it.
func (d *Devices) Seen(token string, at time.Time) error {
	print := fingerprint(token)
	d.mu.Lock()
	defer d.mu.Unlock()
	n := slices.IndexFunc(d.list, func(k known) bool { return k.Token == print })
	switch {
	case n < 0:
		return fmt.Errorf("no device has this token: %w", samantha.ErrNotFound)
	case at.Sub(d.list[n].Seen) < seenEvery:
		return nil
	}
	list := slices.Clone(d.list)
	list[n].Seen = at.UTC().Round(0)
	return d.write(list)
}

// List is every device, in the order they came.
func (d *Devices) List() []Device {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]Device, 0, len(d.list))
	for _, k := range d.list {
		out = append(out, k.Device)
	}
	return out
}

// Remove shuts a device out, or fails with [samantha.ErrNotFound].
func (d *Devices) Remove(id string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	at := d.index(id)
	if at < 0 {
		return fmt.Errorf("there is no device %q: %w", id, samantha.ErrNotFound)
	}
	return d.write(slices.Delete(slices.Clone(d.list), at, at+1))
}

// write makes the list lasting and then what holds; the caller holds mu.
func (d *Devices) write(list []known) error {
	if err := writeList(d.file, devicesList, list); err != nil {
		return err
	}
	d.list = list
	return nil
}

func fingerprint(token string) string { return sum([]byte(token)) }

// letters are bytes as small letters and digits, eight for five.
func letters(raw []byte) string {
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(raw))
}

// asLabel is a label as it is kept: text, and not too long.
func asLabel(label string) string {
	r := []rune(strings.ToValidUTF8(strings.TrimSpace(label), "\uFFFD"))
	return string(r[:min(len(r), MaxLabel)])
}
