//go:build unix

package host

import (
	"fmt"
	"strings"

	"samantha"
	"samantha/internal/words/model/engine/llama"
)

// form is how a model wants a talk to be written. llama.cpp knows most forms by
// their template; the templates themselves are programs, which nobody here runs.
type form struct {
	template string
	own      *turns // a form that llama.cpp of this release does not know
	quiet    string // what stands where a model that can think aloud is told not to
	why      error  // why there is none
}

// turns is a form in which every message stands between two marks.
type turns struct {
	mark             string // by this the template is known
	open, close, her string // before a role, after a message, and the model's role
}

// ownForms are those of models that people have and llama.cpp of this release does
// not write: Gemma 4, from its published template.
func ownForms() []turns {
	return []turns{{mark: "<|turn>", open: "<|turn>%s\n", close: "<turn|>\n", her: "model"}}
}

// quietForms are how a template writes, when thinking is turned off, that it is over.
func quietForms() []string {
	return []string{`<think>\n\n</think>\n\n`, `<|channel>thought\n<channel|>`}
}

// formOf is the form that a model's template asks for.
func formOf(m *llama.Model) form {
	f := form{template: m.Template()}
	if f.template == "" {
		f.why = fmt.Errorf("this model brings no chat template: it goes on with texts and cannot talk: %w", samantha.ErrInvalid)
		return f
	}
	f.quiet = quietOf(f.template)
	for _, t := range ownForms() {
		if strings.Contains(f.template, t.mark) {
			f.own = &t
			return f
		}
	}
	if _, err := m.Write(f.template, []llama.Said{{Role: "user", Text: "?"}}, true); err != nil {
		f.why = fmt.Errorf("%w: %w", err, samantha.ErrInvalid)
	}
	return f
}

// quietOf is what a template writes where thinking is turned off; "" if it knows of none.
func quietOf(template string) string {
	for _, q := range quietForms() {
		if strings.Contains(template, "enable_thinking") && strings.Contains(template, q) {
			return strings.ReplaceAll(q, `\n`, "\n")
		}
	}
	return ""
}

// write puts a talk into the form, up to where the model goes on. What somebody
// wrote is only ever text in it. thinks leaves it to the model whether to think first.
func (f form) write(m *llama.Model, talk []llama.Said, thinks bool) (string, error) {
	if f.why != nil {
		return "", f.why
	}
	plain := make([]llama.Said, len(talk))
	for i, s := range talk {
		plain[i] = llama.Said{Role: s.Role, Text: m.Plain(s.Text)}
	}
	text, err := f.marked(m, plain)
	if err == nil && !thinks {
		text += f.quiet
	}
	return text, err
}

func (f form) marked(m *llama.Model, talk []llama.Said) (string, error) {
	if f.own == nil {
		return m.Write(f.template, talk, true)
	}
	var out strings.Builder
	for _, s := range talk {
		role := s.Role
		if role == "assistant" {
			role = f.own.her
		}
		fmt.Fprintf(&out, f.own.open+"%s"+f.own.close, role, strings.TrimSpace(s.Text))
	}
	fmt.Fprintf(&out, f.own.open, f.own.her)
	return out.String(), nil
}
