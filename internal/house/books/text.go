package books

import "strings"

// readText reads plain text. What a library put around a book is no part of it,
// and its head often names title and author.
func readText(text string) Book {
	head, body := unwrapped(text)
	b := Book{Title: field(head, "Title:"), Author: field(head, "Author:")}
	b.Paragraphs = paragraphs(body)
	return b
}

// unwrapped parts a text of Project Gutenberg into its head and the book itself,
// without the licence at its end. Any other text has no head.
func unwrapped(text string) (head, body string) {
	body = text
	if at := strings.Index(text, "*** START OF"); at >= 0 {
		head = text[:at]
		_, body, _ = strings.Cut(text[at:], "\n")
	}
	if at := strings.Index(body, "*** END OF"); at >= 0 {
		body = body[:at]
	}
	return head, body
}

// field is the rest of the line that begins with a name.
func field(text, name string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), name); ok {
			return strings.TrimSpace(rest)
		}
	}
	return ""
}

// readMarkdown reads Markdown: its first heading is the title, and its marks are
// not read aloud.
func readMarkdown(text string) Book {
	var b Book
	var plain []string
	code := false
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
			continue
		}
		if code {
			continue
		}
		heading := strings.TrimLeft(line, "#")
		if heading == line {
			plain = append(plain, unmarked(strings.TrimLeft(line, "> ")))
			continue
		}
		if title := unmarked(strings.TrimSpace(heading)); b.Title == "" {
			b.Title = title
		} else {
			plain = append(plain, "", title, "")
		}
	}
	b.Paragraphs = paragraphs(strings.Join(plain, "\n"))
	return b
}

// unmarked is a line without the marks of emphasis, and links as their words.
func unmarked(line string) string {
	for {
		before, rest, ok := strings.Cut(line, "](")
		if !ok {
			break
		}
		open, end := strings.LastIndex(before, "["), strings.Index(rest, ")")
		if open < 0 || end < 0 {
			break
		}
		line = strings.TrimSuffix(before[:open], "!") + before[open+1:] + rest[end+1:]
	}
	return strings.NewReplacer("**", "", "__", "", "*", "", "`", "").Replace(line)
}
