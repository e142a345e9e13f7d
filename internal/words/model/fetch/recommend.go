package fetch

import "fmt"

// Machine is what matters here of the machine she is on, in bytes. 0 is not known.
type Machine struct {
	Memory int64 `json:"memory"`
	Free   int64 `json:"free"` // on the disk where the house is
}

// nearly is the part of the memory asked for that has to be there: a machine sold with
// 8 GB reports somewhat less, because the system keeps some to itself.
const nearly = 0.9

// spare is what has to stay free on the disk beside the file: 512 MiB, for her log and
// whatever else the machine does meanwhile.
const spare = 512 << 20

// Fits reports whether a machine has the memory and the disk for an entry.
func (m Machine) Fits(e Entry) bool {
	return (m.Memory == 0 || float64(m.Memory) >= nearly*e.Memory*1e9) && (m.Free == 0 || m.Free >= e.Size+spare)
}

// Advised is the language model to begin with on a machine, and why, in a sentence.
type Advised struct {
	ID  string `json:"id,omitempty"` // "" if none fits
	Why string `json:"why"`
}

// Recommend chooses the largest that the machine has room for, of the language models
// whose digest is checked and that want no graphics card; of two that want the same, the
// first. How well it talks is not
// known here: that is for whoever tries it.
func Recommend(list []Entry, m Machine) Advised {
	var best, larger, least *Entry
	for _, e := range list {
		if e.Kind != Model || !e.Checked || e.Card {
			continue
		}
		if least == nil || e.Memory < least.Memory {
			least = &e
		}
		switch {
		case m.Fits(e) && (best == nil || e.Memory > best.Memory):
			best = &e
		case !m.Fits(e) && (larger == nil || e.Memory < larger.Memory):
			larger = &e
		}
	}
	switch {
	case least == nil:
		return Advised{Why: "The catalog has no language model whose digest is checked."}
	case best == nil:
		return Advised{Why: fmt.Sprintf("This machine has %s; the smallest, %s, wants %g GB of memory and %s of disk.", m, least.Name, least.Memory, Bytes(least.Size+spare))}
	case m.Memory == 0:
		return Advised{least.ID, fmt.Sprintf("How much memory this machine has is not known, so the smallest: %s.", least.Name)}
	case larger == nil:
		return Advised{best.ID, fmt.Sprintf("%s is the largest there is, and this machine has room for it: %s.", best.Name, m)}
	}
	return Advised{best.ID, fmt.Sprintf("%s is the largest that this machine has room for (%s); %s wants %g GB of memory and %s of disk.",
		best.Name, m, larger.Name, larger.Memory, Bytes(larger.Size+spare))}
}

// String is the machine in words.
func (m Machine) String() string {
	known := func(n int64) string {
		if n == 0 {
			return "an unknown amount"
		}
		return Bytes(n)
	}
	return known(m.Memory) + " of memory, " + known(m.Free) + " free on the disk"
}

// Bytes is a size as people write it: 833 MB, 5.2 GB. Units are decimal, as on the box
// of a disk.
func Bytes(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.0f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.0f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}
