package hearing

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open(os.Getenv("ZZ"))
	in := bufio.NewScanner(f)
	n, hit := 0, 0
	for in.Scan() {
		fs := e.Frames(in.Text(), Context{})
		n++
		s := "-"
		for i, x := range fs {
			if i == 0 && x.Rank >= 3 {
				hit++
			}
			if i < 3 {
				s += fmt.Sprint(" ", x.Kind, x.Rank, x.Slots)
			}
		}
		fmt.Println(in.Text(), "\n      ", s)
	}
	fmt.Println(n, hit)
}
