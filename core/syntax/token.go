package syntax

import "github.com/policymark/policymark/core/source"

// TokenType says what a token is. The zero value is Text.
type TokenType uint8

// The types of token. Joined in order, the tokens of a document are its source,
// byte for byte.
const (
	Text        TokenType = iota // prose, which stands for itself
	Escape                       // a backslash and the character that it makes prose
	Open                         // the bracket that opens a mark
	Close                        // the bracket that closes a mark
	StrayOpen                    // an opening bracket that nothing closes; prose
	StrayClose                   // a closing bracket that closes nothing; prose
	Qualifiers                   // the bar of a mark and all behind it
	FrontMatter                  // the YAML block at the start, with its --- lines
)

var tokenNames = [...]string{"text", "escape", "open", "close", "stray-open", "stray-close", "qualifiers", "front-matter"}

// String returns the name of the type.
func (t TokenType) String() string { return tokenNames[t] }

// Token is a piece of a block.
type Token struct {
	Type TokenType
	Kind Kind // of a bracket; NoKind for all others
	// Source is where the token stands, in bytes of the block's text.
	Source source.Span
	// Plain is what it says, in bytes of the block's plain text. It is empty for
	// all that is not prose.
	Plain source.Span
}

// token is a Token as a block keeps it: where it starts; it ends where the next
// one starts.
type token struct {
	source, plain int32
	typ           TokenType
	kind          Kind
}
