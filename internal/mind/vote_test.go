package mind_test

import (
	"regexp"
	"testing"

	"samantha/internal/house/life/inmem"
)

// TestWhatIsWryIsNotPitied: a word of sorrow in something that is told to be laughed at is
// put to the vote of the reactions that fit, and what is hard stays hard.
func TestWhatIsWryIsNotPitied(t *testing.T) {
	pity, cheer := regexp.MustCompile(`(?i)\b(sorry|rotten|hard|rough|awful)\b`), regexp.MustCompile(`(?i)\b(ha|nice|lovely|good|great)\b`)
	for _, c := range []struct {
		said  string
		never *regexp.Regexp
	}{
		{"bride got cold feet so no wedding so no band so no free buffet. the buffet's the real loss", pity},
		{"my sourdough died of neglect, we held a small service by the bin, my son played the recorder", pity},
		{"the cat threw herself off the wardrobe in despair because I'd moved a cushion haha", pity},
		{"my sister is in hospital, she had a fall on Tuesday and it is her hip", cheer},
		{"they rang about the scan and they want me back in on Monday, they wouldn't say why", cheer},
		{"he packed his things while I was at work and left the key on the cooker", cheer},
	} {
		k := begin(t, inmem.New())
		k.say("hi, I'm Robin")
		if r := k.say(c.said); c.never.MatchString(r.Text) {
			t.Errorf("%s: %q", c.said, r.Text)
		}
	}
}
