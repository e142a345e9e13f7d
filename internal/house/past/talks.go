package past

import (
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
)

// talk is one conversation of a ChatGPT export: a tree of messages, of which
// the way to the current node is what was said in the end.
type talk struct {
	Title   string          `json:"title"`
	Created float64         `json:"create_time"` // Unix seconds
	Current string          `json:"current_node"`
	Nodes   map[string]node `json:"mapping"`
}

type node struct {
	Message *message `json:"message"`
	Parent  string   `json:"parent"`
}

type message struct {
	Author struct {
		Role string `json:"role"`
	} `json:"author"`
	Created float64 `json:"create_time"` // Unix seconds; 0 or null: unknown
	Content struct {
		Type  string            `json:"content_type"`
		Parts []json.RawMessage `json:"parts"`
	} `json:"content"`
}

// readTalks reads an export one conversation at a time: exports are large.
func readTalks(r io.Reader, file string) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		dec := json.NewDecoder(r)
		if start, err := dec.Token(); err != nil || start != json.Delim('[') {
			yield(Piece{}, fmt.Errorf("no list of conversations: %w", samantha.ErrInvalid))
			return
		}
		for n := 1; dec.More(); n++ {
			var t talk
			if err := dec.Decode(&t); err != nil {
				yield(Piece{}, fmt.Errorf("conversation %d: %w: %w", n, samantha.ErrInvalid, err))
				return
			}
			for _, p := range t.pieces(file) {
				if !yield(p, nil) {
					return
				}
			}
		}
		if _, err := dec.Token(); err != nil {
			yield(Piece{}, fmt.Errorf("ends in the middle: %w", samantha.ErrInvalid))
		}
	}
}

// pieces are what the two said to each other, in order. Notes of the system, of
// tools, and what was said and then said otherwise stay out.
func (t talk) pieces(file string) []Piece {
	var out []Piece
	seen := map[string]bool{}
	for id := t.Current; id != "" && !seen[id]; id = t.Nodes[id].Parent {
		seen[id] = true
		if p, ok := t.piece(t.Nodes[id].Message, file); ok {
			out = append(out, p)
		}
	}
	slices.Reverse(out)
	return out
}

func (t talk) piece(m *message, file string) (Piece, bool) {
	if m == nil {
		return Piece{}, false
	}
	by := map[string]Author{"user": Person, "assistant": Assistant}[m.Author.Role]
	text := m.text()
	if by == "" || text == "" {
		return Piece{}, false
	}
	at := m.Created
	if at == 0 {
		at = t.Created
	}
	return Piece{At: unix(at), By: by, Text: text, Under: t.Title, File: file}, true
}

// text is what the message says in words; pictures and files are left out.
func (m *message) text() string {
	if m.Content.Type != "text" && m.Content.Type != "multimodal_text" {
		return ""
	}
	var parts []string
	for _, raw := range m.Content.Parts {
		var s string
		if json.Unmarshal(raw, &s) == nil && strings.TrimSpace(s) != "" {
			parts = append(parts, strings.TrimSpace(s))
		}
	}
	return strings.Join(parts, "\n")
}

func unix(seconds float64) time.Time {
	if seconds <= 0 {
		return time.Time{}
	}
	whole, rest := math.Modf(seconds)
	return time.Unix(int64(whole), int64(rest*1e9)).UTC().Truncate(time.Microsecond)
}
