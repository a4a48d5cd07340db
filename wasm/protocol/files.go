package protocol

// FileEngine reads and writes the bytes of files.
type FileEngine interface {
	// Inspect looks at the bytes of a file without opening it.
	Inspect(InspectRequest) (Inspection, error)
	// Decode reads the bytes of a file as the text that the editor shows.
	Decode(DecodeRequest) (Decoded, error)
	// Encode returns the bytes to save for the document: those of the file it was
	// opened from when nothing changed, its line endings and byte order mark
	// otherwise.
	Encode(EncodeRequest) (Encoded, error)
}

// InspectRequest holds a file.
type InspectRequest struct {
	Data []byte
	Lang Lang
}

// DecodeRequest holds a file and how to read it.
type DecodeRequest struct {
	Data    []byte
	Reading Reading
	Lang    Lang
}

// EncodeRequest asks for the bytes of the document.
type EncodeRequest struct {
	Version int
	// Original is the file that the document was opened from, empty for none, and
	// Reading how it was read.
	Original []byte
	Reading  Reading
	Lang     Lang
}

// Inspection says what a file is.
type Inspection struct {
	// Refusal says why the file cannot be opened as text; "" when it can.
	Refusal string
	// Recommended is how to read it, and Reason why, for a person.
	Recommended Reading
	Reason      string
	// Markup is what reading it as markup would find.
	Markup Counts
	// Notes are what a person should know before opening: bytes that are no UTF-8,
	// mixed line endings, great size.
	Notes []string
}

// Counts counts what a document holds.
type Counts struct {
	Marks    int
	Actors   int
	Actions  int
	Data     int
	Purposes int
	Strays   int
}

// Decoded is the text of a file: valid Unicode, lines ended by a line feed.
type Decoded struct {
	Text string
}

// Encoded is a file.
type Encoded struct {
	Data []byte
}
