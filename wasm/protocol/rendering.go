package protocol

// RenderRequest brings a text to be shown and says which parts of it: an answer
// holds no more than that, and may hold less. Positions in the answer are offsets of
// Text.
type RenderRequest struct {
	Text       string
	Lang       Lang
	Paragraphs Window
	Practices  Window
	Problems   Window
}

// Rendering is a text laid out.
type Rendering struct {
	// Analysed is false for a text too large to work out practices and problems; the
	// lists of both are empty then.
	Analysed bool
	Counts   Counts
	// Title and the like are what the front matter says, "" for nothing.
	Title   string
	Source  string
	Version string
	Date    string
	// TextLang is the language of the text as a tag of BCP 47.
	TextLang string
	// Titled says that the first paragraph is the title of all.
	Titled     bool
	Paragraphs ParagraphList
	Practices  PracticeList
	Problems   ProblemList
}

// ParagraphList is a part of all paragraphs.
type ParagraphList struct {
	First int
	Total int
	Items []Paragraph
}

// Paragraph is a part of the text that is shown as one.
type Paragraph struct {
	// Kind is "prose", "heading" or "item".
	Kind string
	// Level is the depth of a heading, from 1; 0 for all others.
	Level int
	// Address names a heading and stays under edits elsewhere; "" for all others.
	Address string
	Runs    []Run
	// Marks are the marks that hold some of it.
	Marks []PlacedMark
}

// Run is text that the same marks hold.
type Run struct {
	Text string
	// From is where it starts in the source. It stands there as it is.
	From int
	// Marks are the marks around it, the outermost first, as indices in the marks of
	// the paragraph.
	Marks []int
}

// PlacedMark is a mark in a paragraph.
type PlacedMark struct {
	Kind Kind
	// From and To are where its text stands, without its brackets and qualifiers.
	From int
	To   int
	// Role is what the engine takes it for; "" when it is not worked out.
	Role string
	// Address names it, by its kind, its words and a number from 2 when the same was
	// marked before. A mark over two paragraphs has it in both.
	Address string
}
