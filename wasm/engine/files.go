package engine

import (
	"bytes"

	"github.com/policymark/policymark/core"
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/source"
	"github.com/policymark/policymark/core/syntax"
	"github.com/policymark/policymark/wasm/protocol"
)

const (
	plainReading  = protocol.Reading("plain")
	markupReading = protocol.Reading("markup")
)

// maxFile is the size in bytes of the largest file that is opened. An engine
// takes several times as much memory, and has 4 GB at most.
const maxFile = 128 << 20

// largeFile is the size in bytes from which a person is told to expect waiting.
const largeFile = 50 << 20

var (
	inUTF16 = locale.Text{
		ZH: "这个文件是 UTF-16：请先把它转换成 UTF-8 再打开",
		EN: "this file is UTF-16: convert it to UTF-8 first"}
	inBinary = locale.Text{
		ZH: "这不是文本：里面有大量控制字符，像是程序、图片或文档；请打开 .txt 或 .md 这样的文本文件",
		EN: "this is not a text file: it is full of control characters, like programs, pictures and office documents; open a text file such as .txt or .md"}
	tooLarge = locale.Text{
		ZH: "文件有 %d MB，最多能打开 %d MB：请把它拆成几份",
		EN: "the file is %d MB long and at most %d MB can be opened: split it"}
	noteLarge = locale.Text{
		ZH: "文件有 %d MB，打开会慢一些；超过 %d MB 的部分只显示标注，不分析处理行为和问题",
		EN: "the file is %d MB long, so opening it takes a while; above %d MB only marks are shown, without practices and problems"}
	noteInvalid = locale.Text{
		ZH: "有 %d 个字节不是 UTF-8，显示为“\uFFFD”；保存时，没有改过的行会原样写回",
		EN: "%d bytes are not UTF-8 and are shown as “\uFFFD”; on saving, lines that have not changed are written back as they were"}
	noteMixed = locale.Text{
		ZH: "各行的换行符不一致；保存时会逐行保留",
		EN: "lines end in different ways; when the file is saved, each keeps its own ending"}
)

// inspected is the file that was looked at last: mostly it is decoded and loaded next,
// and need not be read again for that.
type inspected struct {
	data []byte
	file source.File
	tree syntax.Tree // of its text as markup
}

// file opens the bytes of a file.
func (e *Engine) file(data []byte) (source.File, error) {
	if e.inspected != nil && bytes.Equal(e.inspected.data, data) {
		return e.inspected.file, nil
	}
	return source.Open(data)
}

// read reads a text as marks.
func (e *Engine) read(text string) syntax.Tree {
	if e.inspected != nil && e.inspected.file.Text() == text {
		return e.inspected.tree
	}
	return syntax.Parse(text)
}

// Inspect implements protocol.Engine.
func (e *Engine) Inspect(q protocol.InspectRequest) (protocol.Inspection, error) {
	lang := langOf(q.Lang)
	if len(q.Data) > maxFile {
		return protocol.Inspection{Refusal: tooLarge.In(lang, len(q.Data)>>20, maxFile>>20)}, nil
	}
	e.inspected = nil
	f, err := source.Open(q.Data)
	if err != nil {
		return protocol.Inspection{Refusal: notText(err, lang)}, nil
	}
	tree := syntax.Parse(f.Text())
	e.inspected = &inspected{q.Data, f, tree}
	advice := core.Recommend(tree)
	in := protocol.Inspection{
		Recommended: markupReading,
		Reason:      advice.Reason(lang),
		Markup:      counts(tree.Sum()),
	}
	if advice.Plain {
		in.Recommended = plainReading
	}
	if len(q.Data) > largeFile {
		in.Notes = append(in.Notes, noteLarge.In(lang, len(q.Data)>>20, core.MaxAnalysed>>20))
	}
	if n := f.Invalid(); n > 0 {
		in.Notes = append(in.Notes, noteInvalid.In(lang, n))
	}
	if f.Mixed() {
		in.Notes = append(in.Notes, noteMixed.In(lang))
	}
	return in, nil
}

// notText says why a file cannot be opened, for a person.
func notText(err error, lang locale.Lang) string {
	if err == source.ErrUTF16 {
		return inUTF16.In(lang)
	}
	return inBinary.In(lang)
}

// Decode implements protocol.Engine.
func (e *Engine) Decode(q protocol.DecodeRequest) (protocol.Decoded, error) {
	f, err := e.file(q.Data)
	if err != nil {
		return protocol.Decoded{}, &Error{Refused, notText(err, langOf(q.Lang))}
	}
	if q.Reading == plainReading {
		return protocol.Decoded{Text: syntax.EscapeText(f.Text())}, nil
	}
	return protocol.Decoded{Text: f.Text()}, nil
}

// Encode implements protocol.Engine.
func (e *Engine) Encode(q protocol.EncodeRequest) (protocol.Encoded, error) {
	if err := e.check(q.Version, q.Lang); err != nil {
		return protocol.Encoded{}, err
	}
	text := e.doc.Tree().Text()
	f, err := source.Open(q.Original)
	if err != nil || len(q.Original) == 0 {
		return protocol.Encoded{Data: []byte(text)}, nil
	}
	if q.Reading == plainReading && text == syntax.EscapeText(f.Text()) {
		return protocol.Encoded{Data: q.Original}, nil // nothing changed
	}
	return protocol.Encoded{Data: f.Encode(text)}, nil
}

// counts returns a total as the page shows it.
func counts(t syntax.Total) protocol.Counts {
	return protocol.Counts{
		Marks:    t.Marks,
		Actors:   t.Kinds[syntax.Actor],
		Actions:  t.Kinds[syntax.Action],
		Data:     t.Kinds[syntax.Data],
		Purposes: t.Kinds[syntax.Purpose],
		Strays:   t.Strays,
	}
}
