package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	mathrand "math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
	"samantha/internal/house/life"
	"samantha/internal/mind"
)

// TestKillLoop kills her with SIGKILL at random moments while moments are
// spoken: each acknowledged event is there afterwards, none is doubled, the
// chain is whole, and she starts. KILL_ROUNDS sets how often.
func TestKillLoop(t *testing.T) {
	rounds := 50
	if n, err := strconv.Atoi(os.Getenv("KILL_ROUNDS")); err == nil {
		rounds = n
	}
	if testing.Short() {
		rounds = 3
	}
	k := &killer{t: t, home: t.TempDir(), chance: mathrand.New(mathrand.NewPCG(1, uint64(rounds)))}
	for round := range rounds {
		k.round(round)
	}
	k.judge()
	t.Logf("%d rounds, %d utterances acknowledged, %d repeated after a kill", rounds, len(k.acknowledged), k.repeated)
}

type killer struct {
	t            *testing.T
	home         string
	chance       *mathrand.Rand
	acknowledged []string // face ids that were answered
	pending      string   // a face id that was sent and not answered
	repeated     int
}

// round starts her, repeats what was left unanswered, speaks until she is
// killed, and checks the log.
func (k *killer) round(n int) {
	k.t.Helper()
	her := exec.Command(os.Args[0], "talk", "--listen", anyPort, "--home", k.home)
	her.Env = append(os.Environ(), asProgram+"=1")
	hold, err := her.StdinPipe() // open, so that she stays
	if err != nil {
		k.t.Fatal(err)
	}
	defer hold.Close()
	var noise bytes.Buffer
	her.Stdout, her.Stderr = &noise, &noise
	if err := her.Start(); err != nil {
		k.t.Fatal(err)
	}
	client := k.awake(her.Process.Pid, &noise)
	if k.pending != "" {
		k.repeated++
		k.say(client, k.pending)
	}
	time.AfterFunc(time.Duration(k.chance.IntN(60))*time.Millisecond, func() { her.Process.Kill() })
	for i := 0; k.say(client, fmt.Sprintf("kill-%d-%d", n, i)); i++ {
	}
	her.Wait()
}

// awake waits until she answers.
func (k *killer) awake(pid int, noise fmt.Stringer) serve.Client {
	deadline := time.Now().Add(20 * time.Second)
	for time.Now().Before(deadline) {
		r, ok := house.Awake(k.home)
		if ok && r.PID == pid {
			return serve.Client{Address: r.Address, Token: r.Token}
		}
		time.Sleep(2 * time.Millisecond) // another process: there is no clock to fake
	}
	k.t.Fatalf("she did not wake: %s", noise)
	return serve.Client{}
}

// say says one thing, and reports whether it was answered.
func (k *killer) say(c serve.Client, faceID string) bool {
	k.pending = faceID
	var out, errs bytes.Buffer
	call := serve.Call{Args: []string{"say", "--face-id", faceID, "--", "the gulls took sandwich " + faceID}}
	code, err := c.Verb(context.Background(), call, &out, &errs)
	if err != nil {
		return false
	}
	if code != exitFine || out.Len() == 0 {
		k.t.Fatalf("%s: exit %d, %q %q", faceID, code, out.String(), errs.String())
	}
	k.acknowledged = append(k.acknowledged, faceID)
	k.pending = ""
	return true
}

// judge reads the whole log.
func (k *killer) judge() {
	k.t.Helper()
	heard, said := map[string]int{}, map[samantha.ID]int{}
	ids := map[string]samantha.ID{}
	for e, err := range wholeLog(k.t, k.home).Read(k.t.Context(), 0) {
		if err != nil {
			k.t.Fatal(err)
		}
		switch b := e.Body.(type) {
		case *samantha.Heard:
			heard[b.Numbers.FaceID]++
			ids[b.Numbers.FaceID] = e.ID
		case *samantha.Said:
			said[e.ID.Moment()]++
		}
	}
	for _, face := range k.acknowledged {
		if heard[face] != 1 || said[ids[face]] != 1 {
			k.t.Errorf("%s was answered; the log has it %d times heard, %d times said", face, heard[face], said[ids[face]])
		}
	}
	for face, n := range heard {
		if n != 1 {
			k.t.Errorf("%s is in the log %d times", face, n)
		}
	}
}

// wholeLog opens the log of the only person of a house until the test is over, and sees
// that nothing of it is lost.
func wholeLog(t *testing.T, home string) *life.Log {
	t.Helper()
	ctx := context.Background()
	h, err := house.Open(ctx, home, patience, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { h.Close() })
	p, err := h.Person("")
	if err != nil {
		t.Fatal(err)
	}
	log, err := h.Life(ctx, p)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { log.Close() })
	if _, err := log.Verify(ctx, mind.Fold()); err != nil {
		t.Errorf("verify: %v", err)
	}
	return log
}
