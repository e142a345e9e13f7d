package mind

import "testing"

func TestANightAsItIsSaid(t *testing.T) {
	for said, want := range map[[2]string]string{
		{"midnight", "eight"}: "0-8", {"ten", "six"}: "22-6", {"11 pm", "7 am"}: "23-7", {"11pm", "7am"}: "23-7", {"one", "nine"}: "1-9", {"twelve", "twelve"}: "0-12", {"noon", "eight"}: "",
		{"23", "7"}: "23-7", {"12 am", "noon"}: "0-12", {"nine o'clock", "six o'clock"}: "21-6", {"10 am", "six"}: "", {"three", "three"}: "",
		{"40", "7"}: "", {"soon", "seven"}: "", {"ten", "later"}: "", {"", ""}: "", {"13 pm", "7"}: "",
	} {
		got, ok := spokenNight(said[0], said[1])
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
