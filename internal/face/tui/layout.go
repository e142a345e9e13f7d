package tui

// layout is where things stand: from the top the line, the talk, what is typed
// and a foot, all in one column; the panel beside the talk or over it.
type layout struct {
	margin int // cells left of the column
	column int // cells of the talk
	beside int // cells of the panel beside it; 0: it lies over the talk

	above int // empty rows above the line
	line  int // rows of the line
	word  bool
	talk  int // rows of the talk, and of a panel beside it
	panel int // rows of the panel
	input int // rows of what is typed
	foot  bool
	space int // empty rows around the talk and above the foot
	lift  int // empty rows above what is typed
}

// Widths in cells. Nobody reads well across more than about seventy.
const (
	widest      = 72
	gutter      = 2 // before each row of the talk, for its mark
	besideGap   = 3
	besideLeast = 100 // a terminal must have, for the panel to lie beside
	besideMost  = 64
	mostInput   = 6 // rows
)

func (m *model) layout() layout {
	l := m.across()
	l.input = min(len(m.input.ruler.rows(m.input.text, m.typingWidth(l.column))), mostInput, max(1, m.high/3))
	switch {
	case m.high >= 20:
		l.above, l.line, l.word, l.foot, l.space, l.lift = 1, fullLine, true, true, 1, 1
	case m.high >= 13:
		l.line, l.word, l.foot, l.space, l.lift = 3, true, true, 1, 1
	case m.high >= 9:
		l.line, l.foot, l.lift = 2, true, 1
	case m.high >= 5:
		l.foot = true
	}
	l.talk = max(0, m.high-l.top()-l.bottom())
	l.panel = l.talk
	if l.beside == 0 {
		l.panel = max(0, l.talk-m.chosenRows(l))
	}
	return l
}

// across is what of the layout depends on the width alone.
func (m *model) across() layout {
	var l layout
	edge := min(2, max(0, (m.wide-20)/10))
	l.column = max(1, min(widest, m.wide-2*edge))
	if m.panel.kind != closed && m.wide >= besideLeast {
		both := min(widest+besideGap+besideMost, m.wide-2*edge)
		l.column = (both - besideGap) / 2
		l.beside = both - besideGap - l.column
	}
	whole := l.column
	if l.beside > 0 {
		whole += besideGap + l.beside
	}
	l.margin = max(0, (m.wide-whole)/2)
	return l
}

// top is how many rows stand above the talk.
func (l layout) top() int {
	rows := l.above + l.line
	if l.word {
		rows++
	}
	if l.line > 0 {
		rows += l.space
	}
	return rows
}

// bottom is how many stand below it.
func (l layout) bottom() int {
	rows := l.input + l.lift
	if l.foot {
		rows += 1 + l.space
	}
	return rows
}

// typingWidth is what a row of typing takes in a column: the cursor has a cell
// of its own at the end.
func (m *model) typingWidth(column int) int { return max(1, column-gutter-1) }

func (m *model) inputWidth() int { return m.typingWidth(m.across().column) }

// wordsWidth is what a row of words takes in a column.
func wordsWidth(column int) int { return max(1, column-gutter) }
