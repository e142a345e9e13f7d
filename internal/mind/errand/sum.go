package errand

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/token"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// spelled is a sign of a sum, or a number, in words.
type spelled struct {
	words []string
	sign  string
}

// sortSpelled puts the longer ones first, so that "divided by" is read before
// "divided".
func sortSpelled(all []spelled) {
	slices.SortStableFunc(all, func(a, b spelled) int { return len(b.words) - len(a.words) })
}

// Answer is a number that was worked out.
type Answer struct {
	Text  string // "391", "12.5"
	About bool   // it was rounded
}

// Sum works out a sum as people write or say it, exactly; false if it is none.
func (r *Room) Sum(text string) (Answer, bool) {
	value, ok := r.value(text)
	if !ok {
		return Answer{}, false
	}
	return told(value, sumDecimals), true
}

// value is what a text comes to, if it is a number or a sum.
func (r *Room) value(text string) (*big.Rat, bool) {
	expr, err := parser.ParseExpr(powers(r.signs(text)))
	if err != nil {
		return nil, false
	}
	return rational(work(expr))
}

// rational is a constant as a fraction, if it is one of a size to be told.
func rational(v constant.Value) (*big.Rat, bool) {
	if v.Kind() != constant.Int && v.Kind() != constant.Float {
		return nil, false
	}
	rat, ok := new(big.Rat).SetString(constant.ToFloat(v).ExactString())
	return rat, ok && rat.Num().BitLen() < longestNumber
}

// longestNumber is how long a number may be that is still told, in bits.
const longestNumber = 200

// most is the highest power she works out.
const highestPower = 64

// work is the value of an expression, or unknown.
func work(e ast.Expr) constant.Value {
	none := constant.MakeUnknown()
	switch e := e.(type) {
	case *ast.ParenExpr:
		return work(e.X)
	case *ast.BasicLit:
		if e.Kind != token.INT && e.Kind != token.FLOAT {
			return none
		}
		return constant.MakeFromLiteral(e.Value, token.FLOAT, 0)
	case *ast.UnaryExpr:
		if x := work(e.X); e.Op == token.SUB && x.Kind() != constant.Unknown {
			return constant.UnaryOp(token.SUB, x, 0)
		}
	case *ast.BinaryExpr:
		return operate(work(e.X), e.Op, work(e.Y))
	case *ast.CallExpr:
		return call(e)
	}
	return none
}

func operate(x constant.Value, op token.Token, y constant.Value) constant.Value {
	if x.Kind() == constant.Unknown || y.Kind() == constant.Unknown || op == token.QUO && constant.Sign(y) == 0 {
		return constant.MakeUnknown()
	}
	switch op {
	case token.ADD, token.SUB, token.MUL, token.QUO:
		return constant.BinaryOp(x, op, y)
	}
	return constant.MakeUnknown()
}

// call is a power or a root.
func call(e *ast.CallExpr) constant.Value {
	name, ok := e.Fun.(*ast.Ident)
	if !ok || len(e.Args) == 0 {
		return constant.MakeUnknown()
	}
	x := work(e.Args[0])
	switch {
	case name.Name == "root" && len(e.Args) == 1:
		return root(x)
	case name.Name == "pow" && len(e.Args) == 2:
		return power(x, work(e.Args[1]))
	}
	return constant.MakeUnknown()
}

func power(x, y constant.Value) constant.Value {
	n, exact := constant.Int64Val(constant.ToInt(y))
	if !exact || n < 0 || n > highestPower || x.Kind() == constant.Unknown {
		return constant.MakeUnknown()
	}
	out := constant.MakeInt64(1)
	for range n {
		out = constant.BinaryOp(out, token.MUL, x)
	}
	return out
}

// rootBits is how exactly a root is taken.
const rootBits = 128

func root(x constant.Value) constant.Value {
	of, ok := rational(x)
	if !ok || of.Sign() < 0 {
		return constant.MakeUnknown()
	}
	f := new(big.Float).SetPrec(rootBits).SetRat(of)
	return constant.MakeFromLiteral(f.Sqrt(f).Text('g', 30), token.FLOAT, 0)
}

// told is a number with so many decimals at most, thousands apart.
func told(v *big.Rat, decimals int) Answer {
	text := v.FloatString(decimals)
	rounded, _ := new(big.Rat).SetString(text)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return Answer{Text: thousands(text), About: rounded.Cmp(v) != 0}
}

// How many decimals a sum and a measure are told with.
const sumDecimals, unitDecimals = 4, 2

// thousands sets commas: 1,234,567.
func thousands(text string) string {
	whole, rest, _ := strings.Cut(text, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for at := len(whole) - 3; at > 0 && len(whole) > 4; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}

// signs writes a sum in words as one in signs: "fifteen percent of 84" is
// "(15/100) * 84".
func (r *Room) signs(text string) []string {
	words := tokens(text)
	var out []string
	for at := 0; at < len(words); {
		if s, ok := r.spelledAt(words[at:]); ok {
			out = append(out, strings.Fields(s.sign)...)
			at += len(s.words)
			continue
		}
		out = append(out, words[at])
		at++
	}
	return percents(joinNumbers(out))
}

func (r *Room) spelledAt(words []string) (spelled, bool) {
	for _, s := range r.numbers {
		if len(s.words) <= len(words) && slices.Equal(s.words, words[:len(s.words)]) {
			return s, true
		}
	}
	return spelled{}, false
}

// tokens cuts a text into words, numbers and signs. The commas of "1,200" are
// none.
func tokens(text string) []string {
	text = strings.ToLower(strings.TrimRight(text, "?.!= "))
	var out []string
	var last rune
	for i, c := range text {
		number := unicode.IsDigit(c) || c == '.' && followed(text, i)
		letter := unicode.IsLetter(c)
		joins := number && (unicode.IsDigit(last) || last == '.') || letter && unicode.IsLetter(last)
		switch {
		case c == ',' && unicode.IsDigit(last) && followed(text, i):
			continue // and the next digit joins
		case joins:
			out[len(out)-1] += string(c)
		case c == '-' && unicode.IsLetter(last), unicode.IsSpace(c), strings.ContainsRune("£$€", c): // "twenty-three", "£12"
		default:
			out = append(out, string(c))
		}
		last = c
	}
	return out
}

func followed(text string, i int) bool {
	return i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9'
}

// joinNumbers adds up numbers that were said in several words: 20 3 is 23,
// 2 x100 & 5 is 205; "3 . 5" is 3.5.
func joinNumbers(in []string) []string {
	var out []string
	sum, group, open := 0, 0, false
	end := func() {
		if open {
			out = append(out, strconv.Itoa(sum+group))
		}
		sum, group, open = 0, 0, false
	}
	for i, t := range in {
		n, err := strconv.Atoi(t)
		times, isTimes := strings.CutPrefix(t, "x1")
		switch {
		case isTimes && strings.Trim(times, "0") == "":
			by, _ := strconv.Atoi(t[1:])
			group = max(group, 1) * by
			if by > 100 {
				sum, group = sum+group, 0
			}
			open = true
		case err == nil && open && group%10 == 0 && n < 100 && (group == 0 || n < 10 || group%100 == 0):
			group += n
		case err == nil:
			end()
			group, open = n, true
		case t == "&" && open && i+1 < len(in):
		default:
			end()
			out = append(out, t)
		}
	}
	end()
	return points(out)
}

// points joins "3 . 5".
func points(in []string) []string {
	var out []string
	for i := 0; i < len(in); i++ {
		if in[i] == "." && len(out) > 0 && i+1 < len(in) {
			out[len(out)-1] += "." + in[i+1]
			i++
			continue
		}
		out = append(out, in[i])
	}
	return out
}

// percents reads the sign behind a number. Added to something or taken off, it
// is a share of that: 80 + 20 % is 96.
func percents(in []string) []string {
	var out []string
	for _, t := range in {
		n := len(out)
		switch {
		case t == "%off" && n > 0:
			out[n-1] = "(1 - " + out[n-1] + " / 100) *"
		case t != "%":
			out = append(out, t)
		case n >= 3 && (out[n-2] == "+" || out[n-2] == "-"):
			whole := strings.Join(out[:n-2], " ")
			out = []string{"(", whole, ") * ( 1", out[n-2], out[n-1], "/ 100 )"}
		case n > 0:
			out[n-1] = "(" + out[n-1] + " / 100)"
		}
	}
	return out
}

// powers writes "a ^ b" as a call, and closes a root around its number: the
// grammar the sum is read by has neither.
func powers(in []string) string {
	out := slices.Clone(in)
	for i := len(out) - 2; i > 0; i-- {
		if out[i] == "^" {
			out = slices.Replace(out, i-1, i+2, "pow("+out[i-1]+","+out[i+1]+")")
		}
	}
	for i := len(out) - 2; i >= 0; i-- {
		if out[i] == "root" && out[i+1] != "(" {
			out = slices.Replace(out, i, i+2, "root("+out[i+1]+")")
		}
	}
	return strings.Join(out, " ")
}
