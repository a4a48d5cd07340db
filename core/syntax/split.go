package syntax

import "strings"

const fence = "---"

// maxFrontMatter is how far, in bytes, the end of front matter is looked for. It
// bounds what typing at the start of a document can change.
const maxFrontMatter = 64 << 10

// frontMatterEnd returns the length in bytes of the front matter of text, 0 when
// there is none. Front matter is a line ---, lines of which the first that is
// neither blank nor a comment looks like a YAML key, and another line ---.
func frontMatterEnd(text string) int {
	if !startsLikeFrontMatter(text) {
		return 0
	}
	if len(text) > maxFrontMatter {
		text = text[:maxFrontMatter]
	}
	for at := lineEnd(text, 0); at < len(text); {
		end := lineEnd(text, at)
		if isFence(text[at:end]) {
			return end
		}
		at = end
	}
	return 0
}

// startsLikeFrontMatter reports whether text would start with front matter if
// the line that ends it were found.
func startsLikeFrontMatter(text string) bool {
	at := lineEnd(text, 0)
	if !isFence(text[:at]) {
		return false
	}
	for at < len(text) {
		end := lineEnd(text, at)
		line := text[at:end]
		switch {
		case isFence(line):
			return true
		case !isBlank(line) && line[0] != '#':
			return isYAMLKey(line)
		}
		at = end
	}
	return false
}

func isFence(line string) bool { return strings.TrimRight(line, " \t\r\n") == fence }

// isYAMLKey reports whether a line starts as "key:" does.
func isYAMLKey(line string) bool {
	i := 0
	for i < len(line) && (line[i] == '_' || line[i] == '-' || '0' <= line[i] && line[i] <= '9' || 'a' <= line[i]|0x20 && line[i]|0x20 <= 'z') {
		i++
	}
	return i > 0 && i < len(line) && line[i] == ':' && (i+1 == len(line) || isSpace(rune(line[i+1])))
}

// blockEnd returns where the block that starts at the byte offset at of text
// ends: behind the blank lines that follow its first lines which are not blank.
func blockEnd(text string, at int) int {
	for _, blank := range []bool{true, false, true} {
		for at < len(text) {
			end := lineEnd(text, at)
			if isBlank(text[at:end]) != blank {
				break
			}
			at = end
		}
	}
	return at
}

// splitBlocks reads text, in which no front matter is looked for, as blocks.
func splitBlocks(text string) []*Block {
	var blocks []*Block
	var r reader
	for at := 0; at < len(text); {
		end := blockEnd(text, at)
		blocks = append(blocks, r.block(text[at:end]))
		at = end
	}
	return blocks
}

// lineEnd returns where the line that holds the byte offset at ends, its line
// feed included.
func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}
