package rule

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/policymark/policymark/core/practice"
	"github.com/policymark/policymark/core/syntax"
)

// Many is the highest count that an Index answers; it stands for all higher ones.
const Many = 9

// Site is a block to be looked at, and what the Index knows of it. NewSite makes one.
type Site struct {
	pass  Pass
	facts []fact
	asked []question
}

// question is a topic that a site asks about, and where the site stands among those
// who ask.
type question struct {
	topic *topic
	at    int
}

// About is a field in which things are noted, such as aims or terms. NewAbout makes
// one.
type About int

var numAbouts About

// NewAbout returns a field of its own. It is called for variables of packages alone,
// before there is any Index.
func NewAbout() About {
	numAbouts++
	return numAbouts - 1
}

// Words is the field of what marks hold; see NoteWord.
var Words = NewAbout()

// Of returns the topic of a name in the field.
func (a About) Of(name string) Topic { return Topic{a, name} }

// Topic is one thing that blocks say something of.
type Topic struct {
	About About
	Name  string
}

// fact is one thing that a block says of a topic.
type fact struct {
	Topic
	aspect string
}

// topic is what all blocks say of one thing.
type topic struct {
	Topic
	aspects []Aspect // sorted by name; none has a count of 0
	askers  []asker

	// Most topics have one of each.
	firstAspect [1]Aspect
	firstAsker  [1]asker
}

// asker is a site, and the index of its question.
type asker struct {
	site *Site
	at   int
}

// Aspect is something said of a topic, and how often.
type Aspect struct {
	Name  string
	count int
}

// Count returns how often it is said, up to Many.
func (a Aspect) Count() int { return min(a.count, Many) }

// knownFrom is how many marks hold the same words before these are looked for in
// the text.
const knownFrom = 2

// Index counts the facts of a document's blocks. NewIndex makes one.
type Index struct {
	topics []map[string]*topic // by field and name
	spare  []*topic            // memory for topics to come
	asked  []question          // memory for what the next site asks
	sites  map[*Site]bool
	// words are those of which topics of Words have at least knownFrom facts, by their first
	// code point, the longest first.
	words map[rune][]string
	// begun holds, by their last bits, the code points that words begin with or have
	// begun with: nearly every place of a text is passed over by it.
	begun      [1 << 8]bool
	generation int
}

// NewIndex returns an index of no block.
func NewIndex() *Index {
	return &Index{topics: make([]map[string]*topic, numAbouts), sites: map[*Site]bool{}, words: map[rune][]string{}}
}

// Generation returns a number that changes whenever an answer of the Index may.
func (x *Index) Generation() int { return x.generation }

// Note notes that the block says aspect of a topic.
func (p *Pass) Note(topic Topic, aspect string) {
	p.site.facts = append(p.site.facts, fact{topic, aspect})
}

// MaxWords is how many bytes the words of a mark have at most to be noted: longer
// ones come once.
const MaxWords = 240

// NoteWord notes that a mark of the block holds these words.
func (p *Pass) NoteWord(words, aspect string) {
	if words != "" && len(words) <= MaxWords {
		p.Note(Words.Of(words), aspect)
	}
}

// NewSite returns the site of a block, of which nothing is noted yet. reading is what
// the block says, nil for front matter.
func NewSite(b *syntax.Block, reading *practice.Reading) *Site {
	s := &Site{pass: Pass{Block: b, Reading: reading, strays: strayed(b, reading)}}
	s.pass.site = s
	return s
}

// Note notes the facts of the block that note notes. It is called once.
func (s *Site) Note(note func(*Pass)) {
	if s.pass.Block.IsFrontMatter() {
		return
	}
	spare := spareFacts.Get().(*[]fact)
	s.facts = (*spare)[:0]
	note(&s.pass)
	facts := s.facts
	s.facts = slices.Clone(facts)
	clear(facts)
	*spare = facts
	spareFacts.Put(spare)
}

// spareFacts is memory in which the facts of one block are gathered after those of
// another.
var spareFacts = sync.Pool{New: func() any { return new([]fact) }}

// Replace takes sites out and others in. It returns the sites that stay and to
// which something may now be answered otherwise, in no order.
func (x *Index) Replace(old, fresh []*Site) []*Site {
	// Facts that leave and come back change nothing.
	left := map[fact]int{}
	for _, s := range old {
		for _, f := range s.facts {
			left[f]++
		}
		x.forget(s)
		delete(x.sites, s)
	}
	if len(x.sites) == 0 {
		x.makeRoom(fresh)
	}
	stale := map[*Site]bool{}
	for _, s := range fresh {
		for _, f := range s.facts {
			if n := left[f]; n > 0 {
				left[f] = n - 1
			} else {
				x.count(f, 1, stale)
			}
		}
	}
	for f, n := range left {
		if n > 0 {
			x.count(f, -n, stale)
		}
	}
	for _, s := range fresh {
		x.sites[s] = true
	}
	list := make([]*Site, 0, len(stale))
	for s := range stale {
		list = append(list, s)
	}
	return list
}

// makeRoom makes room for what sites note.
func (x *Index) makeRoom(sites []*Site) {
	facts := make([]int, numAbouts)
	for _, s := range sites {
		for i := range s.facts {
			facts[s.facts[i].About]++
		}
	}
	for about, n := range facts {
		if x.topics[about] == nil {
			x.topics[about] = make(map[string]*topic, n/2) // most come again
		}
	}
}

// forget forgets what a site asks.
func (x *Index) forget(s *Site) {
	for _, q := range s.asked {
		t := q.topic
		k := len(t.askers) - 1
		moved := t.askers[k]
		t.askers[q.at] = moved
		moved.site.asked[moved.at].at = q.at
		t.askers[k] = asker{} // lets go of the site
		t.askers = t.askers[:k]
		x.drop(t)
	}
	s.asked = s.asked[:0]
}

// count adds n to the count of a fact and notes who asked about it.
func (x *Index) count(f fact, n int, stale map[*Site]bool) {
	t := x.topicOf(f.Topic)
	known := t.known()
	i := 0 // most topics have one aspect
	for i < len(t.aspects) && t.aspects[i].Name < f.aspect {
		i++
	}
	if i == len(t.aspects) || t.aspects[i].Name != f.aspect {
		t.aspects = slices.Insert(t.aspects, i, Aspect{Name: f.aspect})
	}
	before := t.aspects[i].Count()
	t.aspects[i].count += n
	after := t.aspects[i].Count()
	if after == 0 {
		t.aspects = slices.Delete(t.aspects, i, i+1)
	}
	if before != after {
		x.generation++
		for _, a := range t.askers {
			stale[a.site] = true
		}
	}
	if t.About == Words && known != t.known() {
		x.learn(t.Name, !known)
		for s := range x.sites {
			if strings.Contains(s.pass.Block.Plain(), t.Name) {
				stale[s] = true
			}
		}
	}
	x.drop(t)
}

func (x *Index) topicOf(name Topic) *topic {
	t := x.topics[name.About][name.Name]
	if t != nil {
		return t
	}
	if len(x.spare) == 0 {
		for more := make([]topic, 32); len(more) > 0; more = more[1:] {
			x.spare = append(x.spare, &more[0])
		}
	}
	k := len(x.spare) - 1
	t, x.spare = x.spare[k], x.spare[:k]
	t.Topic = name
	t.aspects, t.askers = t.firstAspect[:0], t.firstAsker[:0]
	if x.topics[name.About] == nil {
		x.topics[name.About] = map[string]*topic{}
	}
	x.topics[name.About][name.Name] = t
	return t
}

// drop forgets a topic of which nobody says or asks anything.
func (x *Index) drop(t *topic) {
	if len(t.aspects)+len(t.askers) == 0 {
		delete(x.topics[t.About], t.Name)
		*t = topic{}
		x.spare = append(x.spare, t)
	}
}

func (t *topic) known() bool {
	for _, a := range t.aspects {
		if a.count >= knownFrom {
			return true
		}
	}
	return false
}

// learn adds words to those that are looked for in the text, or removes them.
func (x *Index) learn(words string, add bool) {
	r, _ := utf8.DecodeRuneInString(words)
	list := x.words[r]
	i := sort.Search(len(list), func(i int) bool {
		return len(list[i]) < len(words) || len(list[i]) == len(words) && list[i] >= words
	})
	if add {
		x.begun[r&0xFF] = true
		x.words[r] = append(list[:i:i], append([]string{words}, list[i:]...)...)
	} else if i < len(list) && list[i] == words {
		x.words[r] = append(list[:i:i], list[i+1:]...)
	}
}

// Marked returns how many marks hold just these words and are so noted, up to Many.
func (x *Index) Marked(words, aspect string) int {
	if x == nil {
		return 0
	}
	return x.topics[Words][words].aspectCount(aspect)
}

func (t *topic) aspectCount(name string) int {
	if t != nil {
		for _, a := range t.aspects {
			if a.Name == name {
				return a.Count()
			}
		}
	}
	return 0
}

// WordsAt returns the words that marks hold repeatedly and that stand at the start
// of s, the longest first.
func (x *Index) WordsAt(s string, yield func(words string) bool) {
	r, _ := utf8.DecodeRuneInString(s)
	if !x.begun[r&0xFF] {
		return
	}
	for _, w := range x.words[r] {
		if strings.HasPrefix(s, w) && !yield(w) {
			return
		}
	}
}

// ask returns a topic and remembers that the block asked for it.
func (p *Pass) ask(name Topic) *topic {
	t := p.index.topicOf(name)
	// Sites ask one after another: who has asked already is the last.
	if k := len(t.askers); k == 0 || t.askers[k-1].site != p.site {
		t.askers = append(t.askers, asker{p.site, len(p.site.asked)})
		p.site.asked = append(p.site.asked, question{t, k})
	}
	return t
}

// Ask returns what all blocks say of a topic, sorted by name. It is the index's own
// list, which is read at once and not kept.
func (p *Pass) Ask(topic Topic) []Aspect { return p.ask(topic).aspects }

// AskCount returns how often an aspect of a topic is said, up to Many.
func (p *Pass) AskCount(topic Topic, aspect string) int { return p.ask(topic).aspectCount(aspect) }

// AskWord returns what the marks that hold just these words are noted as.
func (p *Pass) AskWord(words string) []Aspect {
	if len(words) > MaxWords {
		return nil
	}
	return p.Ask(Words.Of(words))
}

// WordAt returns the longest words that marks hold repeatedly and that stand at a
// byte offset of the block's plain text, "" for none.
func (p *Pass) WordAt(at int, accept func(words string) bool) string {
	found := ""
	p.index.WordsAt(p.Block.Plain()[at:], func(w string) bool {
		if accept(w) {
			found = w
		}
		return found == ""
	})
	return found
}

// RunAcross returns what rules find in the block with what an index knows, in the
// order of the text.
func (s *Site) RunAcross(rules []*Rule, x *Index) []Diagnostic {
	if s.pass.Block.IsFrontMatter() {
		return nil
	}
	x.forget(s)
	s.asked = x.asked[:0]
	p := &s.pass
	p.index = x
	for _, r := range rules {
		if r.Across != nil {
			p.rule = r
			r.Across(p)
		}
	}
	x.asked, s.asked = s.asked, slices.Clone(s.asked)
	return p.done()
}
