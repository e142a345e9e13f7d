package year

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"

	"samantha"
	"samantha/internal/mind"
)

// hash is over the bytes of every event and of her last state.
func hash(ctx context.Context, log samantha.Log, state *mind.State) (string, error) {
	sum := sha256.New()
	for e, err := range log.Read(ctx, 0) {
		if err != nil {
			return "", err
		}
		if err := writeEvent(sum, e); err != nil {
			return "", err
		}
	}
	data, err := state.MarshalBinary()
	if err != nil {
		return "", err
	}
	sum.Write(data)
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// writeEvent writes an event as one line of JSON.
func writeEvent(to io.Writer, e samantha.Event) error {
	words, numbers := e.Body.Halves()
	return json.NewEncoder(to).Encode([]any{e.Seq, e.ID, e.At, e.Body.Kind(), e.Origin, e.Forgotten, words, numbers})
}
