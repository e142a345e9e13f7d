package dream

// chance is a generator of numbers that look like chance: SplitMix64 (Steele,
// Lea and Flood 2014). The same seed gives the same numbers.
type chance struct{ state uint64 }

func (c *chance) next() uint64 {
	c.state += 0x9e3779b97f4a7c15
	z := c.state
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// below is a number from 0 up to n, n not included.
func (c *chance) below(n int) int { return int(c.next() % uint64(n)) }

// unit is a number from 0 up to 1, 1 not included, with 53 bits.
func (c *chance) unit() float64 { return float64(c.next()>>11) / (1 << 53) }
