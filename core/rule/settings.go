package rule

import (
	"strconv"
	"strings"

	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
)

// Settings give rules another severity and name findings to pass over. The zero
// value changes nothing.
type Settings struct {
	Levels  map[string]Severity // by name of rule
	Ignored []Ignored
}

// Ignored names one finding that is passed over. It lapses when the sentence that
// the finding stands in changes, for then somebody should look again.
type Ignored struct {
	Rule string
	// Place is made of the sentence and the words of the finding, see PlaceOf.
	Place string
	// Words are those of the finding, for a person who reads the list.
	Words string
	// Span is where the entry stands, in bytes of the front matter.
	Span source.Span
}

// Fault is a line of the settings that cannot be read.
type Fault struct {
	Span   source.Span // in bytes of the front matter
	Reason locale.Text
	Args   []any
	// Nearest is what was probably meant instead of the words at Span, "" for unknown.
	Nearest string
}

var (
	unreadable = locale.Text{
		ZH: "读不懂“%s”：请写成“规则名: off”，值为 off、error、warning 或 info",
		EN: "“%s” cannot be read: write “rule-name: off”, or error, warning or info"}
	unreadableEntry = locale.Text{
		ZH: "读不懂“%s”：请写成“- 规则名 位置”，位置由“此处不再提示”写入",
		EN: "“%s” cannot be read: write “- rule-name place”, as “ignore it here” does"}
	unknownName = locale.Text{
		ZH: "没有名为“%s”的规则：请改成“%s”或删去这一行",
		EN: "there is no rule “%s”: write “%s” or delete the line"}
)

// The keys of the settings in the front matter:
//
//	policymark:
//	  rules:
//	    long-mark: off
//	    list-in-mark: warning
//	  ignore:
//	    - two-kinds 1x8k3f 订单
//
// Only these few forms of YAML are read, with a map of rules in braces on one line
// as another: a whole YAML reader is larger than the rest of the engine's rules,
// and would not say where a wrong line stands.
const (
	settingsKey = "policymark"
	rulesKey    = "rules"
	ignoreKey   = "ignore"
)

// ReadSettings reads the settings of a document's front matter. known are the
// rules that exist.
func ReadSettings(front string, known []*Rule) (Settings, []Fault) {
	s := Settings{Levels: map[string]Severity{}}
	var faults []Fault
	walkSettings(front, func(key string, at source.Span) {
		entry := front[at.Start:at.End]
		if key == ignoreKey {
			words := strings.TrimSpace(strings.TrimPrefix(entry, "-"))
			fields := strings.Fields(unquote(words))
			if !strings.HasPrefix(entry, "-") || len(fields) < 2 {
				faults = append(faults, Fault{Span: at, Reason: unreadableEntry, Args: []any{entry}})
			} else if fault, ok := unknownRule(at, entry, fields[0], known); ok {
				faults = append(faults, fault)
			} else {
				s.Ignored = append(s.Ignored, Ignored{fields[0], fields[1], strings.Join(fields[2:], " "), at})
			}
			return
		}
		name, value, _ := strings.Cut(entry, ":")
		name = unquote(strings.TrimSpace(name))
		level, ok := SeverityNamed(unquote(strings.TrimSpace(value)))
		if fault, unknown := unknownRule(at, entry, name, known); !ok {
			faults = append(faults, Fault{Span: at, Reason: unreadable, Args: []any{entry}})
		} else if unknown {
			faults = append(faults, fault)
		} else {
			s.Levels[name] = level
		}
	})
	return s, faults
}

// unknownRule returns the fault of an entry whose name is that of no rule.
func unknownRule(at source.Span, entry, name string, known []*Rule) (Fault, bool) {
	nearest := nearestRule(name, known)
	if nearest == name {
		return Fault{}, false
	}
	at.Start += strings.Index(entry, name)
	at.End = at.Start + len(name)
	return Fault{at, unknownName, []any{name, nearest}, nearest}, true
}

// walkSettings calls yield with the key and the span of every entry of the maps
// and lists under the settings' keys.
func walkSettings(front string, yield func(key string, at source.Span)) {
	inside, key := false, ""
	keyIndent := 0
	at := 0
	for line := range strings.Lines(front) {
		start := at
		at += len(line)
		body := strings.TrimRight(line, " \t\r\n")
		if i := strings.Index(body, " #"); i >= 0 {
			body = strings.TrimRight(body[:i], " \t")
		}
		text := strings.TrimLeft(body, " ")
		indent := len(body) - len(text)
		span := source.Span{Start: start + indent, End: start + len(body)}
		switch {
		case text == "" || text[0] == '#':
		case indent == 0:
			inside, key = text == settingsKey+":", ""
		case inside && (key == "" || indent <= keyIndent) && !strings.HasPrefix(text, "-"):
			name, rest, _ := strings.Cut(text, ":")
			key, keyIndent = strings.TrimSpace(name), indent
			if key != rulesKey && key != ignoreKey {
				break // another setting
			}
			if flow := strings.TrimSpace(rest); strings.HasPrefix(flow, "{") && strings.HasSuffix(flow, "}") {
				from := span.Start + strings.IndexByte(text, '{') + 1
				for piece := range strings.SplitSeq(flow[1:len(flow)-1], ",") {
					trimmed := strings.TrimSpace(piece)
					lead := strings.Index(piece, trimmed)
					if trimmed != "" {
						yield(key, source.Span{Start: from + lead, End: from + lead + len(trimmed)})
					}
					from += len(piece) + 1
				}
			}
		case inside && (key == rulesKey || key == ignoreKey):
			yield(key, span)
		}
	}
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

func nearestRule(name string, known []*Rule) string {
	names := make([]string, len(known))
	for i, r := range known {
		names[i] = r.Name
	}
	return Nearest(name, names)
}

// Nearest returns the name that is written most like one, "" when there is none.
func Nearest(name string, names []string) string {
	best, least := "", -1
	for _, n := range names {
		if d := distance(name, n); least < 0 || d < least {
			best, least = n, d
		}
	}
	return best
}

// distance returns how many code points must be put in, taken out or exchanged to
// turn a into b.
func distance(a, b string) int {
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			cost := diagonal
			if r != s {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}

// PlaceOf names the place of a finding by the plain text of the sentence around it
// and by its own words, so that an edit elsewhere, or a mark set in the sentence,
// leaves the name alone. sentence is in bytes of the block's plain text.
func PlaceOf(d *Diagnostic, b *syntax.Block, sentence source.Span) string {
	h := uint64(0xcbf29ce484222325)
	add := func(s string) {
		for i := range len(s) {
			if c := s[i]; c != ' ' && c != '\n' && c != '\t' {
				h = (h ^ uint64(c)) * 0x100000001b3
			}
		}
		h = (h ^ 0xff) * 0x100000001b3
	}
	start, end := b.PlainAt(d.Span.Start), b.PlainAt(d.Span.End)
	add(b.Plain()[sentence.Start:sentence.End])
	add(b.Plain()[start:end])
	add(strconv.Itoa(strings.Count(b.Plain()[sentence.Start:max(start, sentence.Start)], b.Plain()[start:end])))
	return strconv.FormatUint(h%2176782336, 36) // six characters
}

// maxIgnoredWords is how many code points of a finding its entry quotes.
const maxIgnoredWords = 24

// IgnoreEdits returns the edits, in bytes of the document's source, that make the
// front matter pass over a finding. front is the front matter, "" for none.
func IgnoreEdits(front, rule, place, words string) []source.Edit {
	clean := strings.Map(func(r rune) rune {
		if syntax.IsSign(r) || strings.ContainsRune(":#\"'\n\t-", r) {
			return ' '
		}
		return r
	}, words)
	clean = strings.Join(strings.Fields(clean), " ")
	if r := []rune(clean); len(r) > maxIgnoredWords {
		clean = string(r[:maxIgnoredWords]) + "…"
	}
	entry := strings.TrimRight("- "+rule+" "+place+" "+clean, " ")
	if front == "" {
		return []source.Edit{source.Insert(0, "---\n"+settingsKey+":\n  "+ignoreKey+":\n    "+entry+"\n---\n")}
	}
	// Behind the last entry, else behind the key, else behind the settings' key,
	// else at the end.
	settings, list, indent := -1, -1, "  "
	at := 0
	inside := false
	last := -1
	lastIndent := ""
	for line := range strings.Lines(front) {
		at += len(line)
		text := strings.TrimSpace(line)
		lead := line[:len(line)-len(strings.TrimLeft(line, " "))]
		switch {
		case text == "":
		case lead == "":
			inside = text == settingsKey+":"
			if inside {
				settings = at
			}
			if last < 0 && list >= 0 {
				last, lastIndent = list, indent+"  "
			}
		case inside && text == ignoreKey+":":
			list, indent = at, lead
		case inside && list >= 0 && strings.HasPrefix(text, "- "):
			last, lastIndent = at, lead
		}
	}
	switch {
	case last >= 0:
		return []source.Edit{source.Insert(last, lastIndent+entry+"\n")}
	case settings >= 0:
		return []source.Edit{source.Insert(settings, "  "+ignoreKey+":\n    "+entry+"\n")}
	}
	end := strings.LastIndex(strings.TrimRight(front, "\n"), "\n") + 1
	return []source.Edit{source.Insert(end, settingsKey+":\n  "+ignoreKey+":\n    "+entry+"\n")}
}
