package syntax

// Kind is what a mark says of the text it holds. The zero value is no kind.
type Kind uint8

// The four kinds, in the order of their keys 1 to 4.
const (
	NoKind  Kind = iota
	Actor        // (…) who acts, or who receives
	Action       // […] what is done with the data
	Data         // <…> which data
	Purpose      // {…} why, or under which condition
)

// Kinds are the four kinds in order.
var Kinds = [...]Kind{Actor, Action, Data, Purpose}

// kinds is the one table of brackets: nothing else in the project spells which
// character opens or closes what. The page has it generated.
var kinds = [...]struct {
	name        string
	open, close byte
}{
	NoKind:  {"", 0, 0},
	Actor:   {"actor", '(', ')'},
	Action:  {"action", '[', ']'},
	Data:    {"data", '<', '>'},
	Purpose: {"purpose", '{', '}'},
}

// String returns the kind's name in lower case, "" for NoKind.
func (k Kind) String() string { return kinds[k].name }

// Open returns the bracket that opens a mark of the kind.
func (k Kind) Open() string { return string(rune(kinds[k].open)) }

// Close returns the bracket that closes a mark of the kind.
func (k Kind) Close() string { return string(rune(kinds[k].close)) }

// KindNamed returns the kind with that name, NoKind when there is none.
func KindNamed(name string) Kind {
	for _, k := range Kinds {
		if kinds[k].name == name {
			return k
		}
	}
	return NoKind
}

// class is what a single byte can be to the scanner.
type class uint8

const (
	prose class = iota
	opener
	closer
	backslash
	bar
	lineFeed
)

const barByte = '|'

// classes and kindOf say for every byte what it is and, for a bracket, of which
// kind; both are made from the table of brackets.
var classes, kindOf = func() (c [256]class, k [256]Kind) {
	for _, kind := range Kinds {
		c[kinds[kind].open], k[kinds[kind].open] = opener, kind
		c[kinds[kind].close], k[kinds[kind].close] = closer, kind
	}
	c['\\'], c[barByte], c['\n'] = backslash, bar, lineFeed
	return c, k
}()

// IsSign reports whether a character can be one of the markup: a bracket of a kind, the
// bar before qualifiers, the backslash.
func IsSign(r rune) bool {
	return 0 <= r && r < rune(len(classes)) && classes[r] != prose && classes[r] != lineFeed
}

// escapable reports whether a backslash before c makes c prose anywhere: the
// eight brackets and the backslash.
func escapable(c byte) bool {
	return classes[c] == opener || classes[c] == closer || classes[c] == backslash
}
