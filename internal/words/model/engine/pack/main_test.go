package main

import (
	"os"
	"strings"
	"testing"
)

// TestEveryPackageIsPinned: by what it is, with nothing of where it was found.
func TestEveryPackageIsPinned(t *testing.T) {
	pins, err := os.ReadFile("../pins.txt")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(pins), "://") {
		t.Error("pins.txt names an address")
	}
	for _, target := range []string{"linux-amd64", "linux-arm64"} {
		p, err := find(string(pins), target)
		if err != nil || p.version != "3.22.1" || len(p.integrity) != len("sha512-")+88 {
			t.Errorf("%s: %+v, %v", target, p, err)
		}
		if _, err := os.Stat("../assets/" + target + "/LICENSE"); err != nil {
			t.Errorf("%s has no licence: %v", target, err)
		}
	}
	if _, err := find(string(pins), "plan9-mips"); err == nil {
		t.Error("there are libraries for anything")
	}
}

func TestAnotherPackageIsNotPacked(t *testing.T) {
	p := pin{"a", "1.0.0", "sha512-AAAA"}
	if _, err := p.libraries([]byte("not what we know")); err == nil || !strings.Contains(err.Error(), "not the package we know") {
		t.Errorf("%v", err)
	}
}
