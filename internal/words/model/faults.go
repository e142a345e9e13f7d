package model

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"samantha"
)

// The kinds of failure. Each is one clear line by itself, and wraps the kind of the root
// that fits.
var (
	ErrUnauthorised = fmt.Errorf("it does not take the key: %w", samantha.ErrDenied)
	ErrNoModel      = fmt.Errorf("it has no such model: %w", samantha.ErrNotFound)
	ErrMemory       = fmt.Errorf("it has not enough memory for the model: %w", samantha.ErrBusy)
	ErrQuota        = fmt.Errorf("what may be used of it is used up for now: %w", samantha.ErrBusy)
	ErrTooLong      = errors.New("what was asked is longer than the model can hold")
	ErrRefused      = errors.New("the model would not answer that")
	ErrUnreachable  = fmt.Errorf("it cannot be reached: %w", samantha.ErrNotFound)
	ErrBusy         = fmt.Errorf("it has too much to do: %w", samantha.ErrBusy)
	ErrFailed       = errors.New("it failed")
	ErrLate         = errors.New("nothing came in time")
	ErrStalled      = errors.New("it stopped in the middle and said no more")
	ErrBroken       = errors.New("it broke off in the middle")
	ErrGarbage      = errors.New("what came is no answer")
)

// kind is a failure by the name that data files and documents have for it.
type kind struct {
	name string
	err  error
}

func kinds() []kind {
	return []kind{
		{"unauthorised", ErrUnauthorised},
		{"no model", ErrNoModel},
		{"memory", ErrMemory},
		{"quota", ErrQuota},
		{"too long", ErrTooLong},
		{"refused", ErrRefused},
		{"unreachable", ErrUnreachable},
		{"busy", ErrBusy},
		{"late", ErrLate},
		{"stalled", ErrStalled},
		{"broken", ErrBroken},
		{"garbage", ErrGarbage},
		{"failed", ErrFailed},
	}
}

// Fault is the name of the kind of failure that an error is: "unauthorised", "no model",
// "memory", "quota", "too long", "refused", "unreachable", "busy", "late", "stalled",
// "broken", "garbage", "failed"; or "" if it is none of them (the call was given up).
func Fault(err error) string {
	for _, k := range kinds() {
		if errors.Is(err, k.err) {
			return k.name
		}
	}
	return ""
}

// without is a failure that is none yet: asked again without something, it may answer.
type without struct {
	what string
	error
}

func (w without) Unwrap() error { return w.error }

//go:embed faults.txt
var faultsText string

// understood is what a refusal means: the status, if it is one, and the words.
func understood(status int, body []byte) error {
	said := message(body)
	small := strings.ToLower(string(body))
	for line := range strings.Lines(faultsText) {
		means, words, ok := strings.Cut(line, "|")
		if !ok || strings.HasPrefix(line, "#") || !strings.Contains(small, strings.TrimSpace(words)) {
			continue
		}
		means = strings.TrimSpace(means)
		if what, again := strings.CutPrefix(means, "without "); again {
			return without{what, told(ErrFailed, said)}
		}
		for _, k := range kinds() {
			if k.name == means {
				return told(k.err, said)
			}
		}
	}
	return told(byStatus(status), said)
}

func byStatus(status int) error {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return ErrUnauthorised
	case http.StatusNotFound:
		return ErrNoModel
	case http.StatusPaymentRequired, http.StatusTooManyRequests:
		return ErrQuota
	case http.StatusRequestEntityTooLarge:
		return ErrTooLong
	case http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout, 529: // Anthropic: overloaded
		return ErrBusy
	}
	return ErrFailed
}

// told is a failure with what the other side said of it, shortly.
func told(err error, said string) error {
	if said == "" {
		return err
	}
	return fmt.Errorf("it says %.200q: %w", said, err)
}

// message is what an error body says, in any of the shapes in use.
func message(body []byte) string {
	var list []json.RawMessage
	if json.Unmarshal(body, &list) == nil && len(list) > 0 { // Gemini, streaming
		body = list[0]
	}
	var doc struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
		Detail  json.RawMessage `json:"detail"`
	}
	if json.Unmarshal(body, &doc) != nil {
		return oneLine(string(body))
	}
	for _, inner := range []json.RawMessage{doc.Error, doc.Detail} {
		var text string
		var deeper struct {
			Message string `json:"message"`
		}
		if json.Unmarshal(inner, &text) == nil && text != "" {
			return oneLine(text)
		}
		if json.Unmarshal(inner, &deeper) == nil && deeper.Message != "" {
			return oneLine(deeper.Message)
		}
	}
	return oneLine(doc.Message)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
