package tui

import "strings"

// helpRows tell what the keys do.
func helpRows(r ruler, pal palette, width int) []string {
	keys := [...][2]string{
		{"Enter", "say it"},
		{"Alt-Enter", "a new line in what you say"},
		{"↑ ↓", "what you said before"},
		{"Tab", "why she said that; then ↑ ↓ for another, Esc back"},
		{"/", "look in her memory, where nothing is typed yet"},
		{"PgUp PgDn", "back through the talk; the mouse wheel too"},
		{"any key", "the rest of her answer at once"},
		{"Ctrl-U K W", "take out what is before, behind, the word; Ctrl-Y puts it back"},
		{"F1 or ?", "this, where nothing is typed yet"},
		{"Esc", "back"},
		{"Ctrl-D", "leave; everything is kept"},
	}
	const column = 12
	var out []string
	for _, k := range keys {
		rows := r.wrap(k[1], max(1, width-column))
		for i, row := range rows {
			label := ""
			if i == 0 {
				label = k[0]
			}
			out = append(out, pal.mark.Render(label)+strings.Repeat(" ", max(0, column-r.cells(label)))+pal.words.Render(row))
		}
	}
	last := "To mark text for copying, hold Shift. With NO_MOTION set or --still the line keeps still and a word says what she does; " +
		"--plain is the talk without any of this, for screen readers and pipes."
	return append(append(out, ""), styled(pal.quiet.Render, r.wrap(last, width))...)
}
