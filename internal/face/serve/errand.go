package serve

import (
	"context"

	"github.com/coder/websocket"

	"samantha"
	"samantha/internal/senses"
)

// waitingErrands is how many may wait for one page.
const waitingErrands = 32

// take does what a message of the page's asks, or sees that it is done: she
// listens to the page all the time, or would not notice that it is there.
func (t *wire) take(ctx context.Context, message any) error {
	switch m := message.(type) {
	case Hello:
		return closing{websocket.StatusPolicyViolation, `"hello" is said once`}
	case Say:
		t.device.Say(senses.Utterance{ID: m.ID, Text: m.Text, Ear: senses.Ear(m.Ear), Seconds: m.Seconds, Note: m.Note})
	case Interim:
		t.device.Interim(m.Text)
	case Cut:
		return t.note(func() error { return t.device.Cut(ctx, m.Answer, m.Spoken) })
	case Spoke:
		return t.note(func() error { return t.device.Spoke(ctx, m.Answer, m.Voice) })
	case Choose:
		return t.note(func() error { return t.device.Choose(ctx, m.Choice, m.Value) })
	case Ask:
		return t.errand(
			func() any { return t.server.ask(ctx, t.visitor, t.zone, m) },
			Told{N: m.N, Exit: exitFailed, Error: tooMuch},
		)
	}
	return nil
}

const tooMuch = "that is more at once than she can look after; ask again in a moment"

// note has something noted; only what fails is told.
func (t *wire) note(do func() error) error {
	job := func() any {
		if err := do(); err != nil {
			return Refused{Why: samantha.Plainly(err)}
		}
		return nil
	}
	return t.errand(job, Refused{Why: tooMuch})
}

// errand has something done in its turn, and its answer sent; or, if too much
// waits already, sends busy.
func (t *wire) errand(do func() (answer any), busy any) error {
	job := func() {
		if answer := do(); answer != nil {
			_ = t.send(answer) // a page that is gone is noticed by whoever listens to it
		}
	}
	select {
	case t.errands <- job:
		return nil
	default:
		return t.send(busy)
	}
}

func (t *wire) runErrands(ctx context.Context) {
	for {
		select {
		case job := <-t.errands:
			job()
		case <-ctx.Done():
			return
		}
	}
}
