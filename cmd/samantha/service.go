package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"samantha"
	"samantha/internal/house"
)

func serviceVerb() verb {
	return verb{
		name: "service", args: "install|remove|status", says: "have her wake when you log in",
		least: 1, most: 1, choose: []string{"install", "remove", "status"}, flags: []string{"dry-run"}, alone: true,
		more: "  A service of yours alone: a systemd user unit, or a launch agent on macOS. It\n" +
			"  wakes her in the house of --home; samantha then opens her page. --dry-run shows\n" +
			"  what would be written and run. If the house has a passphrase, install needs\n" +
			"  --passphrase-file: nobody sits there to be asked.",
		run: func(ctx context.Context, c *call, _ *app) error {
			u, err := c.unit()
			if err != nil {
				return err
			}
			switch {
			case c.args[0] == "status":
				return c.serviceStatus(ctx, u)
			case c.dryRun:
				return c.print(u, func(w io.Writer) { u.show(w, c.args[0]) })
			case c.args[0] == "install":
				return c.serviceInstall(ctx, u)
			}
			return c.serviceRemove(ctx, u)
		},
	}
}

// unit is her service on this machine.
func (c *call) unit() (unit, error) {
	home, err := os.UserHomeDir()
	config, err2 := os.UserConfigDir()
	program, err3 := os.Executable()
	if err := errors.Join(err, err2, err3); err != nil {
		return unit{}, fmt.Errorf("service: %w", err)
	}
	command, err := c.waking(program)
	if err != nil {
		return unit{}, err
	}
	return keeper{runtime.GOOS, home, config, os.Getuid()}.unit(command)
}

// waking is the command that wakes her in this house without anybody there.
func (c *call) waking(program string) ([]string, error) {
	command := []string{program, "start", "--no-open", "--home", c.home}
	if c.as != "" {
		command = append(command, "--as", c.as)
	}
	if c.secret == "" {
		if c.args[0] == "install" && house.Wrapped(c.home) {
			return nil, fmt.Errorf("the house has a passphrase, and a service has nobody to ask; give --passphrase-file: %w", samantha.ErrInvalid)
		}
		return command, nil
	}
	file, err := filepath.Abs(c.secret)
	return append(command, "--passphrase-file", file), err
}

// show is what would be done.
func (u unit) show(w io.Writer, what string) {
	if what == "install" {
		fmt.Fprintf(w, "%s would be written:\n\n%s\nand then run:\n", u.File, u.Text)
		showCommands(w, u.Install)
		return
	}
	fmt.Fprintln(w, "would be run:")
	showCommands(w, u.Remove)
	fmt.Fprintf(w, "%s would be deleted", u.File)
	if len(u.After) > 0 {
		fmt.Fprint(w, ", and then run:")
	}
	fmt.Fprintln(w)
	showCommands(w, u.After)
}

func showCommands(w io.Writer, commands [][]string) {
	for _, words := range commands {
		fmt.Fprintln(w, " ", strings.Join(words, " "))
	}
}

// serviceLine is what the verb says with --json.
type serviceLine struct {
	File      string `json:"file"`
	Installed bool   `json:"installed"`
	Running   bool   `json:"running"`
}

func (c *call) serviceStatus(ctx context.Context, u unit) error {
	_, err := os.Stat(u.File)
	doc := serviceLine{File: u.File, Installed: err == nil}
	doc.Running = doc.Installed && command(ctx, u.running).Run() == nil
	return c.print(doc, func(w io.Writer) {
		switch {
		case doc.Running:
			fmt.Fprintln(w, "She is kept awake by", u.File)
		case doc.Installed:
			fmt.Fprintln(w, "installed and not running:", u.File)
		default:
			fmt.Fprintln(w, "not installed")
		}
	})
}

func (c *call) serviceInstall(ctx context.Context, u unit) error {
	if _, err := exec.LookPath(u.Install[0][0]); err != nil {
		return fmt.Errorf("this machine has no %s; see samantha service install --dry-run: %w", u.Install[0][0], samantha.ErrNotFound)
	}
	if _, err := os.Stat(u.File); err == nil {
		_ = obey(ctx, u.Remove) // the one before; that it did not run is no reason to keep it
	}
	if err := os.MkdirAll(filepath.Dir(u.File), 0o755); err != nil {
		return fmt.Errorf("service: %w", err)
	}
	if err := os.WriteFile(u.File, []byte(u.Text), 0o644); err != nil {
		return fmt.Errorf("service: %w", err)
	}
	if err := obey(ctx, u.Install); err != nil {
		return fmt.Errorf("%w; %s is written, samantha service remove takes it back", err, u.File)
	}
	return c.print(serviceLine{u.File, true, true}, func(w io.Writer) {
		fmt.Fprintf(w, "She is awake, and wakes when you log in (%s).\nsamantha opens her page.\n", u.File)
	})
}

func (c *call) serviceRemove(ctx context.Context, u unit) error {
	if _, err := os.Stat(u.File); err != nil {
		return fmt.Errorf("no service is installed: %w", samantha.ErrNotFound)
	}
	stopped := obey(ctx, u.Remove) // a unit that never started cannot be stopped: its file goes all the same
	if err := os.Remove(u.File); err != nil {
		return fmt.Errorf("service: %w", errors.Join(stopped, err))
	}
	if err := errors.Join(stopped, obey(ctx, u.After)); err != nil {
		return fmt.Errorf("%s is gone, but %w", u.File, err)
	}
	return c.print(serviceLine{u.File, false, false}, func(w io.Writer) {
		fmt.Fprintln(w, "She is no longer kept awake. Everything she knows is still there.")
	})
}

// obey has the system do one thing after another.
func obey(ctx context.Context, commands [][]string) error {
	for _, words := range commands {
		if out, err := command(ctx, words).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w: %s", strings.Join(words, " "), err, strings.TrimSpace(string(out)))
		}
	}
	return nil
}

func command(ctx context.Context, words []string) *exec.Cmd {
	return exec.CommandContext(ctx, words[0], words[1:]...)
}
