package house

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"samantha"
	"samantha/internal/house/life"
)

// people is house.json: the list, and the check sum of the list as it is
// written, so that a damaged name is noticed and not believed.
type people struct {
	People json.RawMessage `json:"people"`
	Sum    string          `json:"sum"`
}

func readPeople(file string) ([]Person, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("house: %w", err)
	}
	var doc people
	var list []Person
	if err := json.Unmarshal(text, &doc); err == nil && sum(doc.People) == doc.Sum && json.Unmarshal(doc.People, &list) == nil {
		if again, err := encodePeople(list); err == nil && bytes.Equal(again, text) {
			return list, nil
		}
	}
	return nil, fmt.Errorf("%s is not as it was written: %w", file, samantha.ErrDamaged)
}

func writePeople(file string, list []Person) error {
	text, err := encodePeople(list)
	if err != nil {
		return fmt.Errorf("house: %w", err)
	}
	return replace(file, text)
}

func encodePeople(list []Person) ([]byte, error) {
	raw, err := json.Marshal(list)
	if err != nil {
		return nil, err
	}
	return json.Marshal(people{People: raw, Sum: sum(raw)})
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// replace writes a file whole or not at all, for its owner only. When it
// returns, a power cut leaves neither the old file nor none.
func replace(file string, text []byte) error {
	next := file + ".next"
	f, err := os.OpenFile(next, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("house: %w", err)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(next, file)
	}
	if err != nil {
		return fmt.Errorf("house: %w", errors.Join(err, os.Remove(next)))
	}
	if err := life.SyncDir(filepath.Dir(file)); err != nil {
		return fmt.Errorf("house: %w", err)
	}
	return nil
}
