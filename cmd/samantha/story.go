package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

func storyVerb() verb {
	return verb{
		name: "story", says: "your past as it is told: chapters, hers and yours side by side",
		more: "  That's not how it was: samantha correct ID TEXT, with the id of a chapter, puts\n" +
			"  your own telling beside hers, and hers is told anew; samantha forget ID --only,\n" +
			"  with the id of yours, takes it back.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			story, err := r.mind.Story(ctx)
			if err != nil {
				return err
			}
			return c.print(story, func(out io.Writer) {
				for _, chapter := range story.Chapters {
					plainChapter(c, out, chapter)
				}
				if len(story.Chapters) == 0 {
					fmt.Fprintln(out, "No chapter yet. One is told when you have both left.")
				}
			})
		},
	}
}

// plainChapter is a chapter in lines: its tellings with their reasons, oldest
// first, then the person's own.
func plainChapter(c *call, out io.Writer, chapter mind.StoryChapter) {
	fmt.Fprintf(out, "%-10s %s  %s\n", chapter.ID, c.stamp(chapter.Since), heading(chapter))
	for _, t := range chapter.Hers {
		why := ""
		if t.Why != "" {
			why = ", because " + t.Why
		}
		fmt.Fprintf(out, "  %-8s %s  she tells it%s:\n    %s\n", t.ID, c.stamp(t.At), why, tellingLine(t))
	}
	for _, t := range chapter.Theirs {
		fmt.Fprintf(out, "  %-8s %s  you:\n    “%s”\n", t.ID, c.stamp(t.At), t.Text)
	}
	for _, r := range chapter.Righted {
		fmt.Fprintf(out, "  %-8s put right: %s (before: %s)\n", r.ID, r.Now, r.Was)
	}
	fmt.Fprintln(out)
}

func heading(chapter mind.StoryChapter) string {
	if chapter.Sort == memory.ChapterUs {
		return "how you began"
	}
	title := chapter.About
	switch {
	case chapter.Sort == memory.ChapterThing:
		title = "the " + title
	case chapter.Role != "":
		title += ", your " + chapter.Role
	}
	if chapter.Over {
		title += "; over"
	}
	return title
}

func tellingLine(t mind.StoryTelling) string {
	if t.Forgotten {
		return "something you asked me to forget"
	}
	var text []string
	for _, s := range t.Sentences {
		text = append(text, s.Text)
	}
	return strings.Join(text, " ")
}
