package samantha

import (
	"errors"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	lines := Lines("en/x.txt", "# said\none  \n\n  two\n  # not\n")
	if len(lines) != 4 || lines[0].Text != "one" || lines[1].Text != "" || lines[2].Text != "  two" || lines[2].Number != 4 {
		t.Errorf("%+v", lines)
	}
	err := lines[0].Bad("want %d", 2)
	if !errors.Is(err, ErrInvalid) || !strings.HasPrefix(err.Error(), "en/x.txt:2: want 2") {
		t.Error(err)
	}
}
