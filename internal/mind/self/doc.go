// Package self is who she is, and how she becomes it: her name, her traits, her
// repertoire.
//
// The idea in one paragraph. Something of her is slow and something is quick. Her
// traits (the big five, with facets that show in how she talks) move by what happened, by rules that can be read
// (pushes.txt), never further than a limit a week and a year that the code keeps;
// no flattery, pressure or abuse gets past it. Her repertoire grows by the day:
// words taken from the person, jokes the two of them share, interests, opinions
// with reasons, things she dared for the first time, wishes. A night looks back
// on a day ([Becoming.Night]) and decides; the fold ([State]) only applies. Each
// step and each thing names what it came from, so all of it can be explained,
// undone, and forgotten with its sources. What she does not have from the person
// she has from her seed: two minds with the same life are still two.
//
// Everything here is pure: the same seed and the same days make the same self.
package self

import "embed"

// Version is that of the rules that decide what a night makes of her.
const Version = 5

//go:embed en pushes.txt facets.txt
var files embed.FS
