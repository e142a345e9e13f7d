package errand

import "testing"

func TestReword(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	fits := func(w string) bool { return w != "broke" }
	for _, c := range []struct{ what, said, want string }{
		{"ring the boiler", "The boiler MAN. I'm not ringing the boiler.", "ring the boiler man"},
		{"post card", "no, mum's birthday card", "post mum's birthday card"},
		{"call Mara", "I said call Mara's mother", "call Mara's mother"},
		{"call the bank", "no sorry, the bank in Leeds", "call the bank in Leeds"},
		{"ring the boiler", "the boiler broke", ""},
		{"ring the boiler", "the boiler?", ""},
		{"ring the boiler", "lovely, thanks", ""},
		{"ring the boiler", "the boiler", ""},
	} {
		if got, _ := r.Reword(c.what, c.said, fits); got != c.want {
			t.Errorf("%q, then %q: %q, want %q", c.what, c.said, got, c.want)
		}
	}
}
