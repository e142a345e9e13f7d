package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// askable are the verbs that a page may have run, with the flags that it may
// set. A flag with a "=" takes a number.
func askable() map[string][]string {
	return map[string][]string{
		"why": {}, "memories": {"-n="}, "facts": {}, "threads": {"--all"}, "errands": {}, "letters": {}, "people": {}, "feelings": {"-n="}, "bond": {}, careVerb: {}, "self": {}, shelfVerb: {}, "encounters": {"-n="}, "story": {}, "dreams": {}, "left": {},
		"correct": {}, "forget": {"--show", "--only"}, "avoid": {"--undo"}, "pause": {}, "resume": {}, "doctor": {},
	}
}

// shelfVerb reads files of this machine if it has arguments; a page may only look
// at the shelf, and sends what is to stand there (see shelve).
const shelfVerb = "shelf"

// careVerb tells a page of the time with her alone: what is chosen about it goes over the
// wire, and whether anybody was in danger is no matter of a page's.
const (
	careVerb = "care"
	careTime = "time"
)

// commandLine is what a page asked for as it would be typed, for one person and
// as JSON. Whatever is not a flag of the verb's is an argument, however it
// looks.
func commandLine(person string, asked []string) ([]string, error) {
	if len(asked) == 0 {
		return nil, fmt.Errorf("nothing was asked: %w", samantha.ErrInvalid)
	}
	flags, ok := askable()[asked[0]]
	if !ok {
		return nil, fmt.Errorf("a page cannot ask for %.20q: %w", asked[0], samantha.ErrInvalid)
	}
	line := []string{asked[0], "--json", "--as=" + person}
	var arguments []string
	for rest := asked[1:]; len(rest) > 0; rest = rest[1:] {
		switch word := rest[0]; {
		case word == "--":
			arguments = append(arguments, rest[1:]...)
			rest = rest[:1]
		case slices.Contains(flags, word):
			line = append(line, word)
		case slices.Contains(flags, word+"=") && len(rest) > 1 && isCount(rest[1]):
			line = append(line, word+"="+rest[1])
			rest = rest[1:]
		default:
			arguments = append(arguments, word)
		}
	}
	if asked[0] == shelfVerb && len(arguments) > 0 {
		return nil, fmt.Errorf("a page sends its own files, and reaches none of this machine's: %w", samantha.ErrInvalid)
	}
	if asked[0] == careVerb && !slices.Equal(arguments, []string{careTime}) {
		return nil, fmt.Errorf("a page asks care for the time alone: %w", samantha.ErrInvalid)
	}
	return append(append(line, "--"), arguments...), nil
}

func isCount(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && n > 0
}

// maxTold is the longest answer to a page, in bytes.
const maxTold = 8 << 20

// ask has a verb run for a page.
func (s *Server) ask(ctx context.Context, v visitor, zone string, a Ask) Told {
	if told, ok := s.askDoor(v.token, a); ok {
		return told
	}
	told := Told{N: a.N, Exit: exitUsage}
	line, err := commandLine(v.person, a.Verb)
	if err != nil {
		told.Error = samantha.Plainly(err)
		return told
	}
	var out, errs bytes.Buffer
	told.Exit = s.her.Verb(ctx, Call{Args: line, Zone: zone}, &out, &errs)
	told.Error = strings.TrimPrefix(oneLine(errs.String()), "samantha: ")
	switch doc := bytes.TrimSpace(out.Bytes()); {
	case len(doc) > maxTold:
		told.Exit, told.Error = exitFailed, "that is more than a page can show at once"
	case json.Valid(doc):
		told.Doc = doc
	}
	return told
}

// Exit codes as the command line has them.
const (
	exitFailed = 1
	exitUsage  = 2
)

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
