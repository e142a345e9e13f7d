package bench

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// check looks at the last reply.
func (s *stage) check(ctx context.Context, word, want string) error {
	var any []string
	for w := range strings.SplitSeq(want, "|") {
		any = append(any, strings.ToLower(strings.TrimSpace(w)))
	}
	reply := strings.ToLower(s.reply.Text)
	switch word {
	case "must":
		s.expect(contains(reply, any), "must: %s; she said: %s", want, s.reply.Text)
	case "never":
		s.expect(!contains(reply, any), "never: %s; she said: %s", want, s.reply.Text)
	case "remembers":
		s.expect(s.recalls(any), "remembers: %s; she had nothing of it in mind", want)
	case "tells", "silent":
		told, err := s.told(ctx)
		s.expect(contains(told, any) == (word == "tells"), "%s: %s; her tellings: %s", word, want, told)
		return err
	case "forgets":
		if err := s.wake(ctx); err != nil {
			return err
		}
		held, err := s.mind.Holds(ctx, want)
		s.expect(!held, "forgets: %s; it is still held", want)
		return err
	case "means":
		s.expect(s.means(any), "means: %s; she meant %s and said: %s", want, strings.Join(s.reply.Said.Numbers.Acts, ", "), s.reply.Text)
	case "feels":
		s.expect(s.feels(any), "feels: %s; she felt %v", want, s.felt())
	case "care":
		return s.care(want)
	default:
		return fmt.Errorf("unknown word %q: %w", word, samantha.ErrInvalid)
	}
	return nil
}

// means: one of the acts of the last reply is one of these, or below it.
func (s *stage) means(any []string) bool {
	return slices.ContainsFunc(s.reply.Said.Numbers.Acts, func(act string) bool {
		return slices.ContainsFunc(any, func(a string) bool { return act == a || strings.HasPrefix(act, a+".") })
	})
}

func (s *stage) expect(ok bool, format string, args ...any) {
	s.report.Checks++
	if !ok {
		s.report.Failed = append(s.report.Failed, fmt.Sprintf("%s:%d: ", s.name, s.line)+fmt.Sprintf(format, args...))
	}
}

func contains(text string, any []string) bool {
	for _, a := range any {
		if strings.Contains(text, a) {
			return true
		}
	}
	return false
}

func (s *stage) recalls(any []string) bool {
	for _, m := range s.reply.Recalled {
		if contains(strings.ToLower(m.Text), any) {
			return true
		}
	}
	return false
}

func (s *stage) felt() []string {
	var felt []string
	if s.reply.Heard != nil {
		for _, f := range s.reply.Heard.Numbers.Felt {
			felt = append(felt, string(f.Emotion))
		}
	}
	return felt
}

func (s *stage) feels(any []string) bool {
	for _, f := range s.felt() {
		for _, a := range any {
			if f == a {
				return true
			}
		}
	}
	return false
}

// care compares the level of concern: `>=2`, `<=1`, `0`.
func (s *stage) care(want string) error {
	level := 0
	if s.reply.Heard != nil {
		level = s.reply.Heard.Numbers.Care.Level
	}
	number := strings.TrimLeft(want, "<>= ")
	var n int
	if _, err := fmt.Sscanf(number, "%d", &n); err != nil {
		return fmt.Errorf("care: wants a level such as >=2: %w", samantha.ErrInvalid)
	}
	ok := level == n
	switch {
	case strings.HasPrefix(want, ">="):
		ok = level >= n
	case strings.HasPrefix(want, "<="):
		ok = level <= n
	}
	s.expect(ok, "care: %s; it was %d", want, level)
	return nil
}
