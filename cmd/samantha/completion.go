package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/template"
)

//go:embed shell
var shellFiles embed.FS

func completionVerb() verb {
	return verb{
		name: "completion", args: "bash|zsh|fish", says: "what your shell needs to finish what you type",
		least: 1, most: 1, choose: []string{"bash", "zsh", "fish"}, alone: true,
		more: "  bash   source <(samantha completion bash)\n" +
			"  zsh    source <(samantha completion zsh)\n" +
			"  fish   samantha completion fish | source\n" +
			"  in the file your shell reads when it starts.",
		run: func(_ context.Context, c *call, _ *app) error {
			var script strings.Builder
			if err := complete(&script, c.args[0], verbs()); err != nil {
				return err
			}
			doc := struct {
				Shell  string `json:"shell"`
				Script string `json:"script"`
			}{c.args[0], script.String()}
			return c.print(doc, func(w io.Writer) { fmt.Fprint(w, doc.Script) })
		},
	}
}

// shown is a verb as the templates for the shells see it.
type shown struct {
	Name, Says string
	Special    []option
	Choose     []string
	File       bool // it takes a file
}

// complete writes the script that has a shell finish these verbs.
func complete(w io.Writer, shell string, verbs []verb) error {
	var names []string
	var list []shown
	flags := common()
	for _, v := range verbs {
		names = append(names, v.name)
		list = append(list, shown{v.name, v.says, v.special(), v.choose, strings.Contains(v.args, "FILE")})
		flags = append(flags, v.special()...)
	}
	words := func(s []string) string { return strings.Join(s, " ") }
	t, err := template.New(shell+".tmpl").Funcs(template.FuncMap{
		"names":    func() string { return words(names) },
		"verbs":    func() []shown { return list },
		"common":   common,
		"join":     words,
		"dashes":   dashes,
		"valued":   func(between string) string { return strings.Join(valued(flags), between) },
		"quote":    quote,
		"zshVerb":  zshVerb,
		"zshFlag":  zshFlag,
		"fishFlag": fishFlag,
	}).ParseFS(shellFiles, "shell/"+shell+".tmpl")
	if err != nil {
		return err
	}
	return t.Execute(w, nil)
}

// dashes are the flags as they are typed.
func dashes(list []option) string {
	var out []string
	for _, o := range list {
		out = append(out, o.dashes())
	}
	return strings.Join(out, " ")
}

// valued are the flags that something follows, each once, as they are typed.
func valued(list []option) (out []string) {
	for _, o := range list {
		if o.value != "" && !slices.Contains(out, o.dashes()) {
			out = append(out, o.dashes())
		}
	}
	return out
}

// quote is a text as one word of a shell.
func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

func zshVerb(v shown) string { return quote(v.Name + ":" + v.Says) }

func zshFlag(o option) string {
	text := o.dashes() + "[" + strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(o.says) + "]"
	switch o.value {
	case "":
	case "FILE":
		text += ":file:_files"
	case "DIR":
		text += ":folder:_files -/"
	default:
		text += ":" + o.value + ": "
	}
	return quote(text)
}

func fishFlag(o option) string {
	text := "-l " + o.name
	if len(o.name) == 1 {
		text = "-s " + o.name
	}
	switch o.value {
	case "":
	case "FILE":
		text += " -r -F"
	case "DIR":
		text += " -x -a '(__fish_complete_directories)'"
	default:
		text += " -x"
	}
	return text + " -d " + quote(o.says)
}
