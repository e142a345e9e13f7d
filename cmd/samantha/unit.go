package main

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"path/filepath"
	"strings"
	"text/template"

	"samantha"
)

//go:embed service
var serviceFiles embed.FS

// unit is how a system keeps her awake: a file that says what to run, and the
// commands that tell the system of it.
type unit struct {
	File    string     `json:"file"`
	Text    string     `json:"text"`
	Install [][]string `json:"install"` // after the file is written
	Remove  [][]string `json:"remove"`  // before the file is deleted
	After   [][]string `json:"after"`   // and after that
	running []string   // succeeds if she runs
}

// keeper is the system that keeps her awake, for one person.
type keeper struct {
	system string // as runtime.GOOS has it
	home   string // of the person
	config string // folder for settings
	uid    int
}

const (
	unitName = "samantha.service"
	label    = "local.samantha" // in launchd
)

// unit is the service that runs a command, for systems that have services of
// one person.
func (k keeper) unit(command []string) (unit, error) {
	switch k.system {
	case "linux":
		return k.systemd(command)
	case "darwin":
		return k.launchd(command)
	case "windows":
		return unit{}, fmt.Errorf("no services of one person on Windows; press Win+R, open shell:startup and put a shortcut to samantha.exe there: %w", samantha.ErrInvalid)
	}
	return unit{}, fmt.Errorf("how %s keeps a program running is not known here; have it run: %s: %w", k.system, strings.Join(command, " "), samantha.ErrInvalid)
}

func (k keeper) systemd(command []string) (u unit, err error) {
	ctl := func(words ...string) []string { return append([]string{"systemctl", "--user"}, words...) }
	u = unit{
		File:    filepath.Join(k.config, "systemd", "user", unitName),
		Install: [][]string{ctl("daemon-reload"), ctl("enable", "--now", unitName)},
		Remove:  [][]string{ctl("disable", "--now", unitName)},
		After:   [][]string{ctl("daemon-reload")},
		running: ctl("is-active", "--quiet", unitName),
	}
	u.Text, err = fill("systemd", map[string]any{"Command": command})
	return u, err
}

func (k keeper) launchd(command []string) (u unit, err error) {
	domain := fmt.Sprintf("gui/%d", k.uid)
	u = unit{File: filepath.Join(k.home, "Library", "LaunchAgents", label+".plist"), After: [][]string{}}
	u.Install = [][]string{{"launchctl", "bootstrap", domain, u.File}}
	u.Remove = [][]string{{"launchctl", "bootout", domain + "/" + label}}
	u.running = []string{"launchctl", "print", domain + "/" + label}
	u.Text, err = fill("launchd", map[string]any{
		"Command": command, "Label": label, "Errors": filepath.Join(k.home, "Library", "Logs", "samantha.log"),
	})
	return u, err
}

func fill(system string, with any) (string, error) {
	t, err := template.New(system+".tmpl").Funcs(template.FuncMap{
		"systemdLine": systemdLine, "xmlText": xmlText,
	}).ParseFS(serviceFiles, "service/"+system+".tmpl")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = t.Execute(&out, with)
	return out.String(), err
}

// systemdLine is a command in a unit, quoted as systemd reads it: % means
// something in it, and $ does behind the program.
func systemdLine(command []string) string {
	out := systemdWord(command[0])
	for _, word := range command[1:] {
		out += " " + strings.ReplaceAll(systemdWord(word), "$", "$$")
	}
	return out
}

func systemdWord(word string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "\n", `\n`).Replace(word) + `"`
}

func xmlText(text string) (string, error) {
	var out bytes.Buffer
	err := xml.EscapeText(&out, []byte(text))
	return out.String(), err
}
