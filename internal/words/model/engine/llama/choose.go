//go:build unix

package llama

import "errors"

// ErrGrammar: the grammar is not one.
var ErrGrammar = errors.New("the engine does not understand the grammar")

// Choice is how the next token is chosen.
type Choice struct {
	Temperature float64 // 0 takes the likeliest
	TopK        int     // 0 is all
	TopP        float64 // 1 is all
	MinP        float64 // 0 is all
	Seed        uint32
	Grammar     string // GBNF with a rule root; "" is anything
}

// Chooser chooses tokens for one reply.
type Chooser struct {
	m     *Model
	chain uintptr
}

// Choose makes a chooser.
func (m *Model) Choose(c Choice) (*Chooser, error) {
	l := m.lib
	chain := l.newChain(chainParams{noPerf: true})
	if c.Grammar != "" {
		g := l.grammar(m.vocab, c.Grammar, "root")
		if g == 0 {
			l.freeChain(chain)
			return nil, ErrGrammar
		}
		l.addSampler(chain, g)
	}
	if c.Temperature <= 0 {
		l.addSampler(chain, l.greedy())
		return &Chooser{m, chain}, nil
	}
	l.addSampler(chain, l.topK(int32(c.TopK)))
	l.addSampler(chain, l.topP(float32(c.TopP), 1))
	l.addSampler(chain, l.minP(float32(c.MinP), 1))
	l.addSampler(chain, l.temp(float32(c.Temperature)))
	l.addSampler(chain, l.dist(c.Seed))
	return &Chooser{m, chain}, nil
}

// Next chooses the token after those that are held, and takes note of it.
func (c *Chooser) Next() int32 { return c.m.lib.sample(c.chain, c.m.ctx, -1) }

// Heard takes note of a token that was said before: a grammar goes on behind it.
func (c *Chooser) Heard(token int32) { c.m.lib.accept(c.chain, token) }

// Close frees it.
func (c *Chooser) Close() { c.m.lib.freeChain(c.chain) }
