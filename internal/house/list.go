package house

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"samantha"
)

// A list is kept in a file as {"NAME":[...],"sum":"..."}: the entries, and the
// check sum of the entries as they are written, so that a damaged one is
// noticed and not believed.

// readList is the list called name in the file; there is none before the first
// was written. A file that is not as writeList left it is
// [samantha.ErrDamaged].
func readList[T any](file, name string) ([]T, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("house: %w", err)
	}
	var list []T
	if raw, ok := unlisted(text, name); !ok || json.Unmarshal(raw, &list) != nil {
		return nil, fmt.Errorf("%s is not as it was written: %w", file, samantha.ErrDamaged)
	}
	return list, nil
}

// unlisted are the entries in the text of a file, if it is whole.
func unlisted(text []byte, name string) (raw json.RawMessage, ok bool) {
	var doc map[string]json.RawMessage
	if json.Unmarshal(text, &doc) != nil {
		return nil, false
	}
	again, err := listed(name, doc[name])
	return doc[name], err == nil && bytes.Equal(again, text)
}

func writeList[T any](file, name string, list []T) error {
	raw, err := json.Marshal(list)
	if err != nil {
		return fmt.Errorf("house: %w", err)
	}
	text, err := listed(name, raw)
	if err != nil {
		return fmt.Errorf("house: %w", err)
	}
	return replace(file, text)
}

// listed is the text of a file with these entries.
func listed(name string, raw json.RawMessage) ([]byte, error) {
	return json.Marshal(map[string]any{name: raw, "sum": sum(raw)})
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
