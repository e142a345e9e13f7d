package year

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"samantha"
)

//go:embed persons/*.txt
var persons embed.FS

// Default is the built-in person that is taken if none is named.
const Default = "grieving"

// Names are the built-in persons, by their files' names.
func Names() []string {
	files, _ := fs.Glob(persons, "persons/*.txt") // the pattern is well formed
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".txt")
	}
	return files
}

// Named is a built-in person.
func Named(name string) (*Person, error) {
	text, err := persons.ReadFile("persons/" + name + ".txt")
	if err != nil {
		return nil, fmt.Errorf("there is no person %q, there are %s: %w", name, strings.Join(Names(), ", "), samantha.ErrNotFound)
	}
	return Read(string(text))
}

// Read reads a person. An error names the line.
func Read(text string) (*Person, error) {
	r := reader{p: &Person{Zone: "UTC", slots: map[string][]string{}}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if err := r.line(line); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	return r.p, r.p.check()
}

// reader goes through a file; what is indented belongs to what stood last.
type reader struct {
	p    *Person
	into func(line string) error
}

func (r *reader) line(line string) error {
	text := strings.TrimSpace(line)
	if text == "" || strings.HasPrefix(text, "#") {
		return nil
	}
	if indented := line[0] == ' ' || line[0] == '\t'; indented {
		if r.into == nil {
			return fmt.Errorf("%q belongs to nothing: %w", text, samantha.ErrInvalid)
		}
		return r.into(text)
	}
	r.into = nil
	word, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	switch word {
	case "person":
		r.p.Name = rest
	case "about":
		r.p.About = rest
	case "zone":
		r.p.Zone = rest
	case "book":
		return r.book(rest)
	case "let":
		return r.slot(rest)
	case "phase":
		return r.phase(strings.Fields(rest))
	case "day":
		return r.day(strings.Fields(rest))
	case "say", "hears", "meets":
		return r.group(word, rest)
	default:
		return fmt.Errorf("unknown word %q: %w", word, samantha.ErrInvalid)
	}
	return nil
}

// slot reads `dish: soup | eggs`.
func (r *reader) slot(text string) error {
	name, values, ok := strings.Cut(text, ":")
	if !ok {
		return fmt.Errorf("let %s: what? %w", text, samantha.ErrInvalid)
	}
	r.p.slots[strings.TrimSpace(name)] = choices(values)
	return nil
}

// choices are what stands between the bars.
func choices(text string) []string {
	var out []string
	for v := range strings.SplitSeq(text, "|") {
		out = append(out, strings.TrimSpace(v))
	}
	return out
}

// phase reads `NAME A-B`.
func (r *reader) phase(words []string) error {
	if len(words) != 2 {
		return fmt.Errorf("a phase is NAME A-B: %w", samantha.ErrInvalid)
	}
	from, to, err := span(words[1])
	r.p.phases = append(r.p.phases, phase{name: words[0], from: from, to: to, leaves: 100})
	r.into = r.habits
	return err
}

// habits reads what is said of a phase.
func (r *reader) habits(text string) error {
	f := &r.p.phases[len(r.p.phases)-1]
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "comes":
		h, err := readHabit(strings.Fields(rest))
		f.comes = append(f.comes, h)
		return err
	case "mix":
		for s := range strings.SplitSeq(rest, ",") {
			name, weight, _ := strings.Cut(strings.TrimSpace(s), " ")
			n, err := strconv.Atoi(weight)
			if err != nil {
				return fmt.Errorf("mix %q: %w", s, samantha.ErrInvalid)
			}
			f.mix = append(f.mix, share{name, n})
		}
		return nil
	case "leaves":
		var err error
		f.leaves, err = percent(rest)
		return err
	}
	return fmt.Errorf("unknown word %q in a phase: %w", word, samantha.ErrInvalid)
}

// readHabit reads `mon-fri 7-9 70% 3-6`.
func readHabit(words []string) (h habit, err error) {
	if len(words) != 4 {
		return h, fmt.Errorf("comes DAYS HOUR-HOUR CHANCE%% LEAST-MOST: %w", samantha.ErrInvalid)
	}
	if h.weekdays, err = weekdays(words[0]); err != nil {
		return h, err
	}
	if h.from, h.to, err = span(words[1]); err != nil {
		return h, err
	}
	if h.chance, err = percent(words[2]); err != nil {
		return h, err
	}
	h.least, h.atm, err = span(words[3])
	return h, err
}

// weekdays reads `daily`, `mon-fri`, `sat,sun`.
func weekdays(text string) ([]time.Weekday, error) {
	names := []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}
	if text == "daily" {
		text = "sun-sat"
	}
	var out []time.Weekday
	for part := range strings.SplitSeq(text, ",") {
		first, last, ok := strings.Cut(part, "-")
		if !ok {
			last = first
		}
		from, to := slices.Index(names, first), slices.Index(names, last)
		if from < 0 || to < 0 {
			return nil, fmt.Errorf("%q are no weekdays: %w", part, samantha.ErrInvalid)
		}
		for d := from; ; d = (d + 1) % 7 {
			out = append(out, time.Weekday(d))
			if d == to {
				break
			}
		}
	}
	return out, nil
}

// day reads `12`, `12 sore`, `12 19:40` and `12 19:40 sore`.
func (r *reader) day(words []string) error {
	var h happening
	words, h.sore = withoutSore(words)
	if len(words) == 0 || len(words) > 2 {
		return fmt.Errorf("a day is N, N HOUR:MINUTE, either with sore: %w", samantha.ErrInvalid)
	}
	n, err := strconv.Atoi(words[0])
	if err != nil {
		return fmt.Errorf("day %s: %w", words[0], samantha.ErrInvalid)
	}
	if h.day = n; len(words) == 2 {
		if h.at, err = clockTime(words[1]); err != nil {
			return err
		}
	}
	r.p.days = append(r.p.days, h)
	r.into = func(line string) error {
		d := &r.p.days[len(r.p.days)-1]
		d.lines = append(d.lines, line)
		return nil
	}
	return nil
}

// group reads `say NAME [in PHASES] [sore]`, `hears WORDS | WORDS [in PHASES] [N%]` and
// `meets NAME : N% N%`.
func (r *reader) group(word, rest string) error {
	g, chances := group{chance: 100}, []int{}
	rest, after, _ := strings.Cut(rest, " : ")
	for w := range strings.FieldsSeq(after) {
		switch {
		case w == "sore":
			g.sore = true
		case strings.HasSuffix(w, "%"):
			n, err := percent(w)
			if err != nil {
				return err
			}
			chances = append(chances, n)
		default:
			g.phases = append(g.phases, strings.Split(w, ",")...)
		}
	}
	if len(chances) > 0 {
		g.chance = chances[0]
	}
	switch word {
	case "say":
		g.occasion = rest
	case "meets":
		if len(chances) != 2 {
			return fmt.Errorf("meets NAME : CHANCE%% CHANCE%%: %w", samantha.ErrInvalid)
		}
		g.meets, g.byItself = strings.ToLower(rest), chances[1]
	default:
		g.hears = choices(strings.ToLower(rest))
	}
	r.p.groups = append(r.p.groups, g)
	r.into = func(line string) error {
		last := &r.p.groups[len(r.p.groups)-1]
		last.lines = append(last.lines, line)
		return nil
	}
	return nil
}

// span reads `7-9`, or `7`.
func span(text string) (from, to int, err error) {
	first, last, ok := strings.Cut(text, "-")
	if !ok {
		last = first
	}
	if from, err = strconv.Atoi(first); err == nil {
		to, err = strconv.Atoi(last)
	}
	if err != nil || to < from {
		return 0, 0, fmt.Errorf("%q is no span: %w", text, samantha.ErrInvalid)
	}
	return from, to, nil
}

func percent(text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSuffix(text, "%"))
	if err != nil || n < 0 || n > 100 {
		return 0, fmt.Errorf("%q is no chance: %w", text, samantha.ErrInvalid)
	}
	return n, nil
}

// check finds what a file left out.
func (p *Person) check() error {
	known := map[string]bool{}
	for _, f := range p.phases {
		known[f.name] = true
	}
	if p.Name == "" || len(p.phases) == 0 && !p.written() {
		return fmt.Errorf("a person has a name, and a phase or days with their hours: %w", samantha.ErrInvalid)
	}
	if _, err := time.LoadLocation(p.Zone); err != nil {
		return fmt.Errorf("zone %s: %w", p.Zone, samantha.ErrInvalid)
	}
	for _, g := range p.groups {
		for _, f := range g.phases {
			if !known[f] {
				return fmt.Errorf("%s is said in %s, and there is no such phase: %w", g.name(), f, samantha.ErrInvalid)
			}
		}
		if err := p.filled(g.lines); err != nil {
			return err
		}
	}
	for _, f := range p.phases {
		for _, s := range f.mix {
			if len(p.of(s.occasion, f.name)) == 0 {
				return fmt.Errorf("phase %s has nothing to say of %q: %w", f.name, s.occasion, samantha.ErrInvalid)
			}
		}
	}
	return nil
}

// filled finds slots that have no values.
func (p *Person) filled(lines []string) error {
	for _, l := range lines {
		for _, name := range slotNames(l) {
			if len(p.slots[name]) == 0 {
				return fmt.Errorf("nobody said what {%s} is, of %s: %w", name, strings.Join(slices.Sorted(maps.Keys(p.slots)), ", "), samantha.ErrInvalid)
			}
		}
	}
	return nil
}
