package errand

import "testing"

func open(tb testing.TB) *Room {
	tb.Helper()
	r, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestSum(t *testing.T) {
	r := open(t)
	for _, c := range []struct{ text, want string }{
		{"17 times 23", "391"},
		{"17*23", "391"},
		{"17 x 23?", "391"},
		{"seventeen times twenty-three", "391"},
		{"15% of 84", "12.6"},
		{"fifteen percent of 84", "12.6"},
		{"80 plus 20%", "96"},
		{"80 - 25 %", "60"},
		{"20% off 80", "64"},
		{"(3+4)*2", "14"},
		{"3 + 4 * 2", "11"},
		{"2 * 3 squared", "18"},
		{"2 to the power of 10", "1024"},
		{"2 ^ 3 ^ 2", "512"},
		{"84/7", "12"},
		{"84 divided by 5", "16.8"},
		{"0.1 + 0.2", "0.3"},
		{"half of 84", "42"},
		{"a third of 90", "30"},
		{"three quarters of 60", "45"},
		{"the square root of 144", "12"},
		{"root of 2", "about 1.4142"},
		{"10 / 3", "about 3.3333"},
		{"two hundred and five plus one", "206"},
		{"three thousand two hundred plus 1", "3201"},
		{"1,200 + 34", "1234"},
		{"123456789 * 987654321", "121,932,631,112,635,269"},
		{"3 point 5 times 2", "7"},
		{"£12 + £3.50", "15.5"},
		{"-3 + 5", "2"},
		{"double 21", "42"},
		{"7 / 0", ""},
		{"9 ^ 99", ""},
		{"12 apples", ""},
		{"", ""},
		{"func() {}", ""},
		{`"a" + "b"`, ""},
	} {
		got, ok := r.Sum(c.text)
		said := got.Text
		if got.About {
			said = "about " + said
		}
		if said != c.want || ok != (c.want != "") {
			t.Errorf("%q: got %q, want %q", c.text, said, c.want)
		}
	}
}

func TestConvert(t *testing.T) {
	r := open(t)
	for _, c := range []struct{ amount, from, to, want string }{
		{"12", "miles", "km", "19.31 kilometres"},
		{"1", "mile", "km", "1.61 kilometres"},
		{"20", "celsius", "fahrenheit", "68 degrees Fahrenheit"},
		{"100", "f", "c", "37.78 degrees Celsius"},
		{"an", "ounce", "grams", "28.35 grams"},
		{"1000", "g", "kg", "1 kilo"},
		{"3", "mm", "miles", "0.00000186 miles"},
		{"two", "cups", "ml", "500 millilitres"},
		{"90", "minutes", "hours", "1.5 hours"},
		{"12", "miles", "kg", ""},
		{"12", "miles", "parsecs", ""},
	} {
		if got, _ := r.Convert(c.amount, c.from, c.to); got.Text != c.want {
			t.Errorf("%s %s in %s: got %q, want %q", c.amount, c.from, c.to, got.Text, c.want)
		}
	}
}

func FuzzSum(f *testing.F) {
	r := open(f)
	for _, text := range []string{"17 times 23", "15% of 84", "(3+4)*2", "root of 2", "^", "2 ^", "% of %", "1 x1000 & ."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, ok := r.Sum(text); ok && got.Text == "" {
			t.Errorf("%q comes to nothing", text)
		}
	})
}
