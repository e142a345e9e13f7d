package newborn

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"samantha"
)

// wanted is how many lines an act has at least; others have ten.
var wanted = map[string]int{
	samantha.DoTake: 25, samantha.DoFollow: 70, samantha.DoComfort: 25, samantha.DoListen: 25,
	samantha.DoGlad: 25, samantha.DoGreet: 25, samantha.DoGoodbye: 25, samantha.DoBetween: 25,
	samantha.DoNothing: 25, samantha.DoCall: 25, samantha.DoWorld: 25,
	samantha.DoForm: 1, samantha.DoFormMore: 2,
}

// acts reads the acts of the root package with the comments on their slots.
func acts(t *testing.T) map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../../intent.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "Do") {
			return true
		}
		act, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found[act] = spec.Comment.Text()
		return true
	})
	if len(found) < 50 {
		t.Fatalf("only %d acts found", len(found))
	}
	delete(found, samantha.DoSilence)                      // the one act without words
	found[samantha.DoWhyFeel] = found[samantha.DoFeelings] // "the same slots"
	return found
}

func TestEveryActHasLines(t *testing.T) {
	n := open(t)
	known := acts(t)
	for act, comment := range known {
		b := n.blocks[act]
		if b == nil {
			t.Errorf("%s has no lines", act)
			continue
		}
		want := 10
		if w, ok := wanted[act]; ok {
			want = w
		}
		reserves, statements := 0, 0
		for _, l := range b.lines {
			if l.reserve {
				reserves++
				if !l.question {
					statements++
				}
			}
		}
		if got := len(b.lines) - reserves; got < want {
			t.Errorf("%s has %d lines, want %d", act, got, want)
		}
		if !b.repeatable && statements < 3 {
			t.Errorf("%s has %d reserve statements, want 3", act, statements)
		}
		for slot := range b.slots {
			if !regexp.MustCompile(`\b` + slot + `\b`).MatchString(comment) {
				t.Errorf("%s: slot %s is not one of %q", act, slot, comment)
			}
		}
	}
	for _, act := range n.Acts() {
		if _, ok := known[act]; !ok {
			t.Errorf("%s is no act", act)
		}
	}
}

// written is a line of a file as it is written.
type written struct{ *line }

func (s written) sentences() []string { return samantha.Sentences(s.text()) }

// text puts a line together again, choices by their first.
func (s written) text() string {
	var words []string
	for _, c := range s.clauses {
		var b strings.Builder
		for _, p := range c.pieces {
			switch {
			case p.choice != nil:
				b.WriteString(p.choice[0])
			case p.slot != "":
				b.WriteString("{" + p.slot + "}")
			default:
				b.WriteString(p.text)
			}
		}
		words = append(words, b.String())
	}
	return strings.Join(words, " ")
}

// each calls for every line, act by act.
func each(n *Newborn, do func(b *block, s written)) {
	for _, act := range n.Acts() {
		for _, l := range n.blocks[act].lines {
			do(n.blocks[act], written{l})
		}
	}
}

func TestReservesAreShortAndForAnybody(t *testing.T) {
	each(open(t), func(_ *block, s written) {
		if !s.reserve {
			return
		}
		if len(s.conditions) > 0 || len(s.slots) > 0 || s.play {
			t.Errorf("%s: a reserve line asks nothing of the moment", s.where)
		}
		for _, sentence := range s.sentences() {
			if len(strings.Fields(samantha.SentenceKey(sentence))) > samantha.FreeWords {
				t.Errorf("%s: %q is longer than %d words", s.where, sentence, samantha.FreeWords)
			}
		}
	})
}

// No line is another's copy, and a sentence of three words or more stands in
// all files once; only what is repeatable or said often may share some.
func TestNoSentenceStandsTwice(t *testing.T) {
	seen := map[string]string{}
	once := func(s written, text string) {
		key := samantha.SentenceKey(text)
		if at := seen[key]; at != "" && at != s.where {
			t.Errorf("%s: %q stands at %s too", s.where, text, at)
		}
		seen[key] = s.where
	}
	each(open(t), func(b *block, s written) {
		if s.often {
			return
		}
		once(s, s.text())
		for _, sentence := range s.sentences() {
			if !b.repeatable && len(strings.Fields(samantha.SentenceKey(sentence))) > 2 {
				once(s, sentence)
			}
		}
	})
}

func TestForbiddenWords(t *testing.T) {
	file, err := os.ReadFile("testdata/forbidden.txt")
	if err != nil {
		t.Fatal(err)
	}
	var forbidden []string
	for line := range strings.Lines(string(file)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			forbidden = append(forbidden, line)
		}
	}
	none := regexp.MustCompile(`(?i)(^|\W)(` + strings.Join(forbidden, "|") + `)(\W|$)`)
	each(open(t), func(_ *block, s written) {
		if hit := none.FindString(s.text()); hit != "" {
			t.Errorf("%s: says %q", s.where, hit)
		}
	})
}

func TestMarksAreRare(t *testing.T) {
	shouts := 0
	each(open(t), func(_ *block, s written) {
		text := s.text()
		if strings.ContainsFunc(text, emoji) {
			t.Errorf("%s: a picture", s.where)
		}
		if strings.Count(text, "?") > 1 {
			t.Errorf("%s: two questions", s.where)
		}
		if !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "!") &&
			!strings.HasSuffix(text, "{text}") && !strings.HasPrefix(s.key, samantha.DoFormMore) {
			t.Errorf("%s: no end: %q", s.where, text)
		}
		if strings.Contains(text, "!") {
			shouts++
			if !slices.ContainsFunc(s.conditions, func(c condition) bool { return c.name == "tone" && slices.Equal(c.values, []string{"glad"}) }) {
				t.Errorf("%s: shouts without joy", s.where)
			}
		}
	})
	if shouts > 2 {
		t.Errorf("%d lines shout", shouts)
	}
}

func TestClausesAreABreath(t *testing.T) {
	each(open(t), func(_ *block, s written) {
		for _, c := range s.clauses {
			words := 0
			for _, p := range c.pieces {
				words += len(strings.Fields(p.text))
			}
			if words > 14 {
				t.Errorf("%s: %d words in one breath", s.where, words)
			}
		}
	})
}

func TestRhythm(t *testing.T) {
	n := open(t)
	share := func(act string, is func(written) bool) float64 {
		count, all := 0, 0
		for _, l := range n.blocks[act].lines {
			if l.reserve {
				continue
			}
			all++
			if is(written{l}) {
				count++
			}
		}
		return float64(count) / float64(all)
	}
	asks := func(s written) bool { return s.question }
	echoes := func(s written) bool { return s.clauses[0].pieces[0].slot != "" }
	for _, act := range []string{samantha.DoTake, samantha.DoListen} {
		if got := share(act, asks); got > 0.5 {
			t.Errorf("%s: %.2f of the lines ask", act, got)
		}
	}
	for _, act := range []string{samantha.DoComfort, samantha.DoListen, samantha.DoGlad} {
		if got := share(act, echoes); got > 1.0/3 {
			t.Errorf("%s: %.2f of the lines begin with the person's words", act, got)
		}
	}
}

func TestLeavingIsOneSentence(t *testing.T) {
	for _, l := range open(t).blocks[samantha.DoGoodbye].lines {
		if s := (written{l}); len(s.sentences()) != 1 || l.question {
			t.Errorf("%s: %q", l.where, s.text())
		}
	}
}

func TestSheSaysWhatSheIs(t *testing.T) {
	n := open(t)
	unmistakable := regexp.MustCompile(`(?i)\b(software|program)\b`)
	sentence := map[string]int{samantha.DoArrive: 1, samantha.DoDisclose: 0}
	for act, at := range sentence {
		for _, l := range n.blocks[act].lines {
			s := written{l}.sentences()
			if len(s) <= at || !unmistakable.MatchString(s[at]) {
				t.Errorf("%s: sentence %d does not say what she is: %q", l.where, at+1, s)
			}
			if act == samantha.DoDisclose && len(s) != 1 {
				t.Errorf("%s: more than one sentence", l.where)
			}
		}
	}
	for _, l := range n.blocks[samantha.DoAgain].lines {
		s := written{l}
		if text := s.text(); len(s.sentences()) != 1 || !unmistakable.MatchString(text) || len(strings.Fields(text)) > 10 {
			t.Errorf("%s: not one sentence of ten words at most that says what she is: %q", l.where, text)
		}
	}
	for _, l := range n.blocks[samantha.DoHuman].lines {
		if s := (written{l}); !unmistakable.MatchString(s.text()) {
			t.Errorf("%s: %q", l.where, s.text())
		}
	}
}

func TestTheForm(t *testing.T) {
	n := open(t)
	if got := text(say(t, n, moment(1, move(samantha.DoForm)))); got != "Welcome. What should I call you?" {
		t.Errorf("the form says %q", got)
	}
	if got := text(say(t, n, moment(1, move(samantha.DoFormMore, "name", "Sam")))); got != "Sam. Would you describe yourself as —" {
		t.Errorf("the form goes on %q", got)
	}
}

// rejected.txt teaches the next writer; what it holds is in no file.
func TestRejectedLinesStayOut(t *testing.T) {
	file, err := os.Open("rejected.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rejected := map[string]bool{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, reason, ok := strings.Cut(line, " | ")
		if !ok || reason == "" {
			t.Errorf("no reason: %s", line)
		}
		rejected[samantha.SentenceKey(text)] = true
	}
	if len(rejected) < 40 {
		t.Errorf("%d rejected lines, want 40", len(rejected))
	}
	each(open(t), func(_ *block, s written) {
		if rejected[samantha.SentenceKey(s.text())] {
			t.Errorf("%s: was rejected", s.where)
		}
	})
}

// An answer in sorrow is still an answer: where an act's lines hold what was
// asked, enough of them are fit for it.
func TestSorrowIsAnswered(t *testing.T) {
	n := open(t)
	for _, act := range n.Acts() {
		b := n.blocks[act]
		if !strings.HasPrefix(act, "answer.") && act != samantha.DoWrong && act != samantha.DoDiffers {
			continue
		}
		fit := 0
		for _, l := range b.lines {
			if l.quiet && !l.play && !l.reserve && !l.last {
				fit++
			}
		}
		if fit < 6 {
			t.Errorf("%s has %d lines fit for sorrow", act, fit)
		}
	}
}

// What is hard is answered without a cheerful word, denied or not: "not nice at all" is
// heard as nice.
func TestWhatIsHardIsNotCheered(t *testing.T) {
	data, err := os.ReadFile("../../bench/replies/cheer.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cheerful []string
	for _, l := range samantha.Lines("cheer.txt", string(data)) {
		if l.Text != "" {
			cheerful = append(cheerful, " "+samantha.SentenceKey(l.Text)+" ")
		}
	}
	each(open(t), func(b *block, s written) {
		if !forHard(b.act, s.line) {
			return
		}
		said := " " + samantha.SentenceKey(s.text()) + " "
		for _, word := range cheerful {
			if strings.Contains(said, word) {
				t.Errorf("%s: says %q of what is hard", s.where, word)
			}
		}
	})
}

// forHard: a line is said only of what is hard.
func forHard(act string, l *line) bool {
	if act == samantha.DoLoss || act == samantha.DoMourn {
		return true
	}
	return slices.ContainsFunc(l.conditions, func(c condition) bool {
		bad := act == samantha.DoSensed && c.name == "emotion" && !slices.Contains(c.values, "joy")
		return c.op == opIs && (bad || act == samantha.DoGoesOn && c.name == "sense" && slices.Contains(c.values, "bad"))
	})
}

// Off the record nothing that was told is promised to be kept: a line that does
// says so.
func TestWhatPromisesToKeepIsMarked(t *testing.T) {
	promises := regexp.MustCompile(`(?i)I'll (remember|know|keep)|\bI've kept\b|\bkept\.|written down|in ink`)
	told := []string{
		samantha.DoTake, samantha.DoGoesOn, samantha.DoNoted, samantha.DoMet, samantha.DoPlan, samantha.DoFelt, samantha.DoGlad,
		samantha.DoPicked, samantha.DoOpinion, samantha.DoComfort, samantha.DoListen,
	}
	each(open(t), func(b *block, s written) {
		if slices.Contains(told, b.act) && promises.MatchString(s.text()) && !s.keeps {
			t.Errorf("%s: promises to keep: %q", s.where, s.text())
		}
	})
}
