// Command senses writes internal/mind/hearing/en/senses.txt: which nouns are animals,
// food, people, plants and things made, by the first sense that WordNet gives them.
//
//	go run ./internal/bench/senses /usr/share/wordnet >internal/mind/hearing/en/senses.txt
//
// The folder is that of Debian's package wordnet-base.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// kept are the lexicographer files of WordNet whose nouns are kept (lexnames(5WN)), by
// their number in data.noun.
func kept() map[string]string {
	return map[string]string{"05": "animal", "06": "made", "13": "food", "18": "person", "20": "plant"}
}

// longest is how many letters a noun has at most, and common how often the explanations
// in WordNet use it at least: others are of the trade.
const longest, common = 12, 2

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: senses WORDNET-FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "senses:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	of, err := classes(filepath.Join(dir, "data.noun"))
	if err != nil {
		return err
	}
	other, err := otherwise(dir)
	if err != nil {
		return err
	}
	used, err := explaining(dir)
	if err != nil {
		return err
	}
	nouns := map[string][]string{}
	err = each(filepath.Join(dir, "index.noun"), func(fields []string) {
		word, first := fields[0], synsets(fields)[0]
		if kind := of[first]; kind != "" && plain(word) && !other[word] && used[word] >= common {
			nouns[kind] = append(nouns[kind], word)
		}
	})
	if err != nil {
		return err
	}
	write(nouns)
	return nil
}

// classes are the kinds of the synsets, by their offset.
func classes(file string) (map[string]string, error) {
	of, names := map[string]string{}, kept()
	err := each(file, func(fields []string) {
		if kind := names[fields[1]]; kind != "" && strings.ToLower(fields[4]) == fields[4] { // no name
			of[fields[0]] = kind
		}
	})
	return of, err
}

// otherwise are the words that stand in the texts behind WordNet more often as a verb or
// an adjective than as a noun.
func otherwise(dir string) (map[string]bool, error) {
	count := map[string][3]int{}
	err := each(filepath.Join(dir, "cntlist.rev"), func(fields []string) {
		word, rest, _ := strings.Cut(fields[0], "%")
		at := slices.Index([]string{"1", "2", "3"}, rest[:1])
		if at < 0 {
			return
		}
		n, seen := 0, count[word]
		if _, err := fmt.Sscan(fields[2], &n); err != nil {
			return
		}
		seen[at] += n
		count[word] = seen
	})
	other := map[string]bool{}
	for word, n := range count {
		other[word] = n[1]+n[2] > n[0]
	}
	return other, err
}

// explaining counts the words of the explanations, which stand behind a bar.
func explaining(dir string) (map[string]int, error) {
	used := map[string]int{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		err := each(filepath.Join(dir, "data."+part), func(fields []string) {
			at := slices.Index(fields, "|")
			for _, w := range fields[at+1:] {
				w = strings.Trim(strings.ToLower(w), ".,;:()'`\"")
				used[w]++
				used[strings.TrimSuffix(w, "s")]++
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return used, nil
}

// synsets are the offsets at the end of a line of an index: lemma, part of speech, how
// many synsets, how many pointers and those, how many senses, how many tagged, offsets.
func synsets(fields []string) []string {
	n := 0
	for n < len(fields) && len(fields[len(fields)-1-n]) == 8 {
		n++
	}
	return fields[len(fields)-n:]
}

// plain: one word in small letters, of no trade.
func plain(word string) bool {
	letters := func(r rune) bool { return r < 'a' || r > 'z' }
	return len(word) > 2 && len(word) <= longest && !strings.ContainsFunc(word, letters)
}

// each calls for the fields of every line that is no licence.
func each(file string, do func(fields []string)) error {
	f, err := os.Open(file)
	if err != nil {
		return fmt.Errorf("open WordNet: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if fields := strings.Fields(in.Text()); len(fields) > 2 && !strings.HasPrefix(in.Text(), "  ") {
			do(fields)
		}
	}
	return in.Err()
}

func write(nouns map[string][]string) {
	fmt.Println("# What sort of thing a noun is: its first sense in WordNet 3.0 (THIRD_PARTY.md), words that")
	fmt.Println("# are a verb or an adjective more often left out. Written by bench/senses; not by hand.")
	for _, kind := range []string{"animal", "food", "made", "person", "plant"} {
		fmt.Println(kind + " noun")
		for chunk := range slices.Chunk(nouns[kind], 16) {
			fmt.Println("  " + strings.Join(chunk, ", "))
		}
	}
}
