package speak

import (
	"embed"
	"errors"
	"fmt"
	"strings"
	"text/template"
	"time"

	"samantha"
)

//go:embed en
var files embed.FS

// language is what stands in the data files.
type language struct {
	acts     map[string]act               // what a model may word
	words    map[string]map[string]string // by table
	refusals []string
	english  map[string]bool
	prefix   *template.Template
	moment   *template.Template
}

// act is one that a model may word.
type act struct {
	means string   // what she means by it
	slots []string // what of it is shown
}

func readLanguage() (*language, error) {
	l := &language{acts: map[string]act{}, words: map[string]map[string]string{}, english: map[string]bool{}}
	err := errors.Join(
		l.read("acts.txt", l.readAct),
		l.read("words.txt", func(row samantha.Line) bool {
			table, rest, ok := strings.Cut(row.Text, "|")
			if table = strings.TrimSpace(table); l.words[table] == nil {
				l.words[table] = map[string]string{}
			}
			return ok && pair(l.words[table], rest)
		}),
		l.read("refusals.txt", func(row samantha.Line) bool {
			l.refusals = append(l.refusals, samantha.SentenceKey(row.Text))
			return true
		}),
		l.read("english.txt", func(row samantha.Line) bool {
			for _, word := range strings.Fields(row.Text) {
				l.english[word] = true
			}
			return true
		}),
		l.template("prefix.tmpl", &l.prefix),
		l.template("moment.tmpl", &l.moment),
	)
	if err != nil {
		return nil, fmt.Errorf("speak: %w", err)
	}
	return l, nil
}

func (l *language) read(name string, take func(samantha.Line) bool) error {
	text, err := files.ReadFile("en/" + name)
	if err != nil {
		return err
	}
	for _, row := range samantha.Lines("en/"+name, string(text)) {
		if row.Text != "" && !take(row) {
			return row.Bad("this line is not of the form that the head of the file tells")
		}
	}
	return nil
}

// readAct takes "act | meaning | slots"; the slots may be left out.
func (l *language) readAct(row samantha.Line) bool {
	name, rest, ok := strings.Cut(row.Text, " | ")
	means, slots, _ := strings.Cut(rest, " | ")
	l.acts[strings.TrimSpace(name)] = act{strings.TrimSpace(means), strings.Fields(slots)}
	return ok && strings.TrimSpace(means) != ""
}

// pair takes "key | words".
func pair(into map[string]string, row string) bool {
	key, words, ok := strings.Cut(row, "|")
	into[strings.TrimSpace(key)] = strings.TrimSpace(words)
	return ok && strings.TrimSpace(words) != ""
}

func (l *language) template(name string, into **template.Template) error {
	text, err := files.ReadFile("en/" + name)
	if err != nil {
		return err
	}
	*into, err = template.New(name).Funcs(l.functions()).Parse(string(text))
	return err
}

// functions are what the templates may call.
func (l *language) functions() template.FuncMap {
	return template.FuncMap{
		"quote": samantha.Quoted,
		"stage": func(s samantha.Stage) string { return l.words["stage"][string(s)] },
		"day":   func(at time.Time) string { return at.Format("2 Jan 2006") },
		"long":  l.long,
		"today": func(at time.Time) string { return at.Format("Monday 2 January 2006") },
		"clock": func(at time.Time) string { return at.Format("15:04") },
		"who": func(m samantha.Memory) string {
			if w := l.words["who"][string(m.By)]; w != "" {
				return w
			}
			return l.words["who"]["other"]
		},
	}
}
