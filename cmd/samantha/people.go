package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

func peopleVerb() verb {
	return verb{
		name: "people", args: "[NAME]", says: "who is who: everybody you spoke of, or whoever answers to a name", most: -1,
		more: "  NAME is a name or a relation: Ruth, \"my sister\".\n" +
			"  Two of one name stay two; who was only ever called she or he is not in it.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			people, err := r.mind.People(ctx, c.text(0))
			if err != nil {
				return err
			}
			return c.print(people, func(out io.Writer) {
				for _, p := range people {
					fmt.Fprintf(out, "%s  %s\n", c.stamp(p.Last), somebodyLine(p.Somebody))
					for _, said := range p.Matters {
						fmt.Fprintf(out, "%-16s  “%s”\n", "", said.Text)
					}
					if p.Told != nil {
						fmt.Fprintf(out, "%-16s  last: “%s”\n", "", p.Told.Text)
					}
				}
				if len(people) == 0 {
					fmt.Fprintln(out, "Nobody.")
				}
			})
		},
	}
}

// somebodyLine is somebody on one line, without ids: `--json` has them.
func somebodyLine(p memory.Somebody) string {
	parts := []string{whoLine(p), times(p.Mentions)}
	if p.Died != "" {
		parts = append(parts, "dead")
	}
	if p.Met != "" {
		parts = append(parts, "introduced to her")
	}
	if p.Avoided {
		parts = append(parts, "not brought up")
	}
	parts = append(parts, counted(len(p.Facts), "fact"), counted(len(p.Threads), "thread"))
	var said []string
	for _, part := range parts {
		if part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, "; ")
}

// whoLine is who somebody is: "Ruth (Ruthie), your sister".
func whoLine(p memory.Somebody) string {
	var parts []string
	if len(p.Names) > 0 {
		name := p.Names[0]
		if also := p.Names[1:]; len(also) > 0 {
			name += " (" + strings.Join(also, ", ") + ")"
		}
		parts = append(parts, name)
	}
	if p.Relation != "" {
		parts = append(parts, "your "+p.Relation)
	}
	if p.As != "" && p.Relation == "" {
		parts = append(parts, mind.Theirs(p.As))
	}
	return strings.Join(parts, ", ")
}

// counted is "", "1 fact" or "2 facts".
func counted(n int, what string) string {
	switch n {
	case 0:
		return ""
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func times(n int) string {
	if n == 1 {
		return "spoken of once"
	}
	return fmt.Sprintf("spoken of %d times", n)
}

func avoidVerb() verb {
	return verb{
		name: "avoid", args: "[WHAT]", says: "have her never bring something up; alone, what she leaves alone", most: -1,
		more: "  WHAT is words (\"my ex\"), or the id of a fact or a thread. Asked for it, she\n" +
			"  says that she leaves it alone; \"you may speak of it\", or --undo, lets her tell it again.",
		flags: []string{"undo"},
		run:   avoid,
	}
}

func avoid(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	what := strings.TrimSpace(c.text(0))
	switch {
	case c.undo && what == "":
		return fmt.Errorf("let her bring up what again? `samantha avoid` lists it: %w", samantha.ErrInvalid)
	case c.undo:
		return free(ctx, c, r, what)
	case what != "":
		id, err := samantha.ParseID(what)
		if err == nil {
			what = ""
		}
		if _, err := r.mind.Avoid(ctx, what, id); err != nil {
			return err
		}
	}
	avoided, err := r.mind.Avoided(ctx)
	if err != nil {
		return err
	}
	return c.print(avoided, func(out io.Writer) {
		for _, v := range avoided {
			fmt.Fprintf(out, "%-16s %s  %s\n", v.ID, c.stamp(v.At), v.What)
		}
		if len(avoided) == 0 {
			fmt.Fprintln(out, "Nothing.")
		}
	})
}

// free lets her bring something up again, by its id or its words.
func free(ctx context.Context, c *call, r *resident, what string) error {
	avoided, err := r.mind.Avoided(ctx)
	if err != nil {
		return err
	}
	freed := []memory.Avoided{}
	for _, v := range avoided {
		if string(v.ID) == what || memory.Same(v.What, what) {
			freed = append(freed, v)
			err = errors.Join(err, r.mind.Retire(ctx, v.ID))
		}
	}
	switch {
	case err != nil:
		return err
	case len(freed) == 0:
		return fmt.Errorf("she does not leave %q alone; `samantha avoid` lists what: %w", what, samantha.ErrNotFound)
	}
	return c.print(freed, func(out io.Writer) {
		for _, v := range freed {
			fmt.Fprintf(out, "%s may come up again.\n", v.What)
		}
	})
}
