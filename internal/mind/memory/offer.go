package memory

import (
	"cmp"
	"slices"

	"samantha"
)

// Offered are the tellings of the person's that hold one of some words, at most so
// many: those with the rarest first, and of equal ones the newest. Each group of
// words stands for one that is asked: its other forms and what means about the same.
func (x *Index) Offered(groups [][]string, most int) []samantha.Memory {
	weights := map[int32]float64{}
	for _, words := range groups {
		docs := x.saying(words)
		for _, doc := range docs {
			weights[doc] += rarity(len(docs), x.Len())
		}
	}
	docs := make([]int32, 0, len(weights))
	for doc := range weights {
		if x.theirs(doc) && x.marks[doc].tells() {
			docs = append(docs, doc)
		}
	}
	slices.SortFunc(docs, func(a, b int32) int { return cmp.Or(cmp.Compare(weights[b], weights[a]), cmp.Compare(b, a)) })
	var out []samantha.Memory
	for _, doc := range docs[:min(most, len(docs))] {
		out = append(out, x.memories[doc])
	}
	return out
}

// Hers are her own lines that hold a word of every group, the newest first; none if there
// is no group.
func (x *Index) Hers(groups [][]string) []samantha.Memory {
	hits := map[int32]int{}
	for _, words := range groups {
		for _, doc := range x.saying(words) {
			hits[doc]++
		}
	}
	var out []samantha.Memory
	for doc, n := range hits {
		if m := x.memories[doc]; n == len(groups) && m.ID != "" && m.By == samantha.OriginHerself {
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b samantha.Memory) int { return cmp.Or(b.At.Compare(a.At), cmp.Compare(b.ID, a.ID)) })
	return out
}

// Rarity is the weight of a word by how few memories hold it in any of its forms.
func (x *Index) Rarity(forms []string) float64 {
	return samantha.Round(rarity(len(x.saying(forms)), x.Len()))
}

// Around are the tellings of the person's right before a memory, at most so many, and
// the one right after it, in its encounter.
func (x *Index) Around(id samantha.ID, before int) []samantha.Memory {
	doc, ok := x.place[id]
	if !ok {
		return nil
	}
	return x.besides(x.besides(make([]samantha.Memory, 0, before+1), doc, -1, before), doc, 1, 1)
}

// besides adds the next tellings of the person's from a memory, in steps, at most so many.
func (x *Index) besides(out []samantha.Memory, doc, step int32, most int) []samantha.Memory {
	for at := doc + step; at >= 0 && int(at) < len(x.marks) && x.marks[at].encounter == x.marks[doc].encounter && most > 0; at += step {
		if x.theirs(at) && x.marks[at].tells() {
			out = append(out, x.memories[at])
			most--
		}
	}
	return out
}
