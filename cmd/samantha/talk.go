package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

func talkVerb() verb {
	return verb{
		name: "talk", says: "talk with her in the terminal; a second one joins",
		more: "  A line is one utterance. An empty line is silence. Ctrl-D, or a goodbye and\n" +
			"  Ctrl-D, ends the talk; nothing said is lost either way.",
		run: talk, remote: join,
	}
}

// talk owns the house, serves its verbs to other processes, and holds the
// conversation line by line.
func talk(ctx context.Context, c *call, a *app) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	token := rand.Text()
	server, err := serve.Listen(a, token)
	if err != nil {
		return fmt.Errorf("listen on loopback: %w", err)
	}
	defer server.Close()
	if err := a.house.Announce(house.Run{PID: pid(), Address: server.Address(), Token: token}); err != nil {
		return err
	}
	defer a.house.Withdraw()

	ctx, rest := context.WithCancel(ctx)
	var beside sync.WaitGroup
	defer beside.Wait()
	defer rest()
	t := &terminal{c: c, me: rand.Text(), mine: map[samantha.ID]bool{}}
	beside.Go(func() { r.mind.Live(ctx) })
	beside.Go(func() { t.watchHere(ctx, a) })

	t.hint()
	if err := t.hers(func(out func(samantha.Clause) error) error { return r.mind.Begin(ctx, zone(), out) }); err != nil {
		return err
	}
	return t.converse(ctx, func(text, faceID string) error {
		u := samantha.Utterance{Text: text, Origin: samantha.OriginPerson, FaceID: faceID, Zone: zone()}
		reply, err := r.mind.Hear(ctx, u, t.clause)
		if err == nil && reply.Unsaved {
			fmt.Fprint(c.errs, "\nsamantha: the disk is full or will not take this; what is said now is lost when she sleeps")
		}
		return err
	})
}

// join is a talk while another process owns the house: each line goes there,
// and what is said elsewhere is shown here.
func join(ctx context.Context, c *call, to serve.Client) (int, error) {
	ctx, rest := context.WithCancel(ctx)
	t := &terminal{c: c, me: rand.Text(), mine: map[samantha.ID]bool{}}
	var beside sync.WaitGroup
	defer beside.Wait()
	defer rest()
	gone := make(chan error, 1)
	beside.Go(func() { gone <- to.Watch(ctx, c.as, t.elsewhere) })
	select {
	case err := <-gone:
		return 0, err
	case <-time.After(50 * time.Millisecond):
	}
	t.hint()
	err := t.converse(ctx, func(text, faceID string) error {
		code, err := to.Verb(ctx, serve.Call{Args: c.saying(text, faceID)}, c.out, c.errs)
		if err == nil && code != exitFine {
			return errSaid
		}
		return err
	})
	return finish(c, err), nil
}

// errSaid: what went wrong was told on stderr already.
var errSaid = errors.New("she could not answer")

// terminal is one conversation, line by line.
type terminal struct {
	c    *call
	me   string // begins the face ids of what is typed here
	n    int
	mu   sync.Mutex
	mine map[samantha.ID]bool // moments said here
	shy  bool                 // the first clause of a line is not out yet
}

// hint tells a person at a keyboard how to leave.
func (t *terminal) hint() {
	if stdinIsTerminal(t.c.in) {
		fmt.Fprintln(t.c.out, "(A line is one thing said. Ctrl-D leaves; everything is kept.)")
	}
}

// converse reads lines until there are no more.
func (t *terminal) converse(ctx context.Context, say func(text, faceID string) error) error {
	for line := range t.lines(ctx) {
		text := strings.TrimSpace(strings.ToValidUTF8(line, "\uFFFD"))
		if text == "" {
			continue
		}
		t.n++
		err := t.hers(func(func(samantha.Clause) error) error {
			return say(text, fmt.Sprintf("%s-%d", t.me, t.n))
		})
		if err != nil && ctx.Err() == nil {
			if !errors.Is(err, errSaid) {
				fmt.Fprintln(t.c.errs, "samantha:", plainly(err))
			}
			if errors.Is(err, serve.ErrNobody) {
				return err
			}
		}
	}
	return nil
}

// lines are what is typed, until the end of input or of ctx.
func (t *terminal) lines(ctx context.Context) func(yield func(string) bool) {
	typed := make(chan string)
	go func() { // ends with the input; a read from a terminal cannot be called back
		defer close(typed)
		scan := bufio.NewScanner(t.c.in)
		scan.Buffer(nil, 2*maxUtterance)
		for scan.Scan() {
			select {
			case typed <- scan.Text():
			case <-ctx.Done():
				return
			}
		}
	}()
	return func(yield func(string) bool) {
		for {
			t.prompt()
			select {
			case line, ok := <-typed:
				if !ok || !yield(line) {
					t.prompt0()
					return
				}
			case <-ctx.Done():
				t.prompt0()
				return
			}
		}
	}
}

func (t *terminal) prompt() {
	if stdinIsTerminal(t.c.in) {
		fmt.Fprint(t.c.out, "> ")
	}
}

// prompt0 leaves the terminal at the beginning of a line.
func (t *terminal) prompt0() {
	if stdinIsTerminal(t.c.in) {
		fmt.Fprintln(t.c.out)
	}
}

// hers prints one answer of hers as a line of its own.
func (t *terminal) hers(speak func(func(samantha.Clause) error) error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.shy = true
	err := speak(t.clause)
	if !t.shy {
		fmt.Fprintln(t.c.out)
	}
	return err
}

func (t *terminal) clause(cl samantha.Clause) error {
	space := " "
	if t.shy {
		space, t.shy = "", false
	}
	_, err := io.WriteString(t.c.out, space+cl.Text)
	return err
}

// watchHere shows what is said to her from other processes.
func (t *terminal) watchHere(ctx context.Context, a *app) {
	events, err := a.Watch(ctx, t.c.as)
	if err != nil {
		return
	}
	for e, err := range events {
		if err != nil {
			return
		}
		if line, ok := serve.Heard(e); ok {
			t.elsewhere(line)
		}
	}
}

// elsewhere shows a line that was not typed here.
func (t *terminal) elsewhere(l serve.Line) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l.By == samantha.OriginPerson {
		t.mine[l.ID] = strings.HasPrefix(l.FaceID, t.me)
		if !t.mine[l.ID] {
			fmt.Fprintf(t.c.out, "(elsewhere) > %s\n", l.Text)
		}
		return
	}
	if own, known := t.mine[l.ID.Moment()]; known && !own {
		fmt.Fprintln(t.c.out, l.Text)
		t.prompt()
	}
}
