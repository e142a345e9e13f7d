package tui

import (
	"flag"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// scenes are moments of a talk, each as a golden screen in three sizes.
func scenes() map[string]func(s *stage) {
	return map[string]func(s *stage){
		"opening": func(s *stage) { s.pass(time.Second) },
		"typing":  func(s *stage) { talked(s).write("who lives in Bergen, and what is the name").pass(2 * time.Second) },
		"thinking": func(s *stage) {
			talked(s).say("my sister Mara moved to Bergen").give(Thinking{}).pass(2 * time.Second)
		},
		"speaking": func(s *stage) { talked(s).say("good night").answer("c5b2", "Good night,", "mind the third stair.") },
		"silence":  func(s *stage) { talked(s).say("don't really want to talk").answer("c5b2").pass(2 * time.Second) },
		"away":     func(s *stage) { talked(s).give(Away{}).say("still there?").pass(2 * time.Second) },
		"why":      func(s *stage) { talked(s).press("tab") },
		"why-none": func(s *stage) { talked(s).press("tab", "up", "up") },
		"found":    func(s *stage) { talked(s).press("/").write("toast").press("enter") },
		"help":     func(s *stage) { talked(s).press("?") },
		"scrolled": func(s *stage) { talkedLong(s).press("pgup") },
		"paste": func(s *stage) {
			talked(s).write("Dear Ida,").press("alt+enter").write("it rained all week here, and the roof held.")
		},
		"before": func(s *stage) {
			s.give(Line{ID: "b2b2", By: samantha.OriginPerson, Text: "the gulls took my sandwich", Past: true},
				Line{ID: "b2b2.said", By: samantha.OriginHerself, Text: "Your sandwich. It's never as simple as it sounds.", Past: true},
				Thinking{}, Answered{}, Ready{}).pass(time.Second)
		},
		"elsewhere": func(s *stage) {
			talked(s).give(Line{ID: "c5b2", By: samantha.OriginPerson, Text: "from the kitchen"},
				Line{ID: "c5b2.said", By: samantha.OriginHerself, Text: "The kitchen. All right."},
				Note{"noticed: the disk is nearly full"}).pass(4 * time.Second)
		},
	}
}

// talked is a talk of two moments.
func talked(s *stage) *stage {
	s.give(Thinking{}, Clause{"Welcome. What should I call you?"}, Answered{}, Ready{}).pass(3 * time.Second)
	s.say("Ida").answer("b3b2", "Ida.", "Would you describe yourself as — No, leave that one; that was the form.", "I'm what comes after it: software, living on this machine.").pass(12 * time.Second)
	return s.say("eating toast over the sink").answer("c3b2", "Toast over the sink.", "So that's what the day came to.").pass(6 * time.Second)
}

func talkedLong(s *stage) *stage {
	for i := range 12 {
		s.give(Ready{}).say(fmt.Sprintf("thing number %d", i)).answer("d3b2", "All right.").pass(2 * time.Second)
		s.said()
	}
	return s
}

func TestGoldenScreens(t *testing.T) {
	for name, play := range scenes() {
		for _, size := range [][2]int{{80, 24}, {40, 10}, {120, 30}} {
			s := onStage(t, size[0], size[1])
			play(s)
			golden(t, fmt.Sprintf("testdata/%s-%dx%d.txt", name, size[0], size[1]), s.screen()+"\n")
		}
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-update after a change of looks):\n%s", file, diff)
	}
}
