//go:build js && wasm

package convert

import (
	"fmt"
	"math"

	"github.com/hack-pad/safejs"
)

// Reader reads one JavaScript value. What is missing or of another type reads as
// the zero value, and the first such mistake is kept.
type Reader struct {
	value safejs.Value
	path  string
	err   *error
}

// NewReader reads value, which messages call by name.
func NewReader(value safejs.Value, name string) *Reader {
	return &Reader{value, name, new(error)}
}

// Err returns the first mistake of this reader and all that came from it.
func (r *Reader) Err() error { return *r.err }

// Document reads the number of a document.
func Document(value safejs.Value) (int, error) {
	r := NewReader(value, "document")
	n := r.intValue()
	return n, r.Err()
}

// mistake keeps what was wanted and what is there instead.
func (r *Reader) mistake(want string) {
	if *r.err == nil {
		*r.err = fmt.Errorf("%s: want %s, got %s", r.path, want, told(r.value))
	}
}

// told names a value for a message: a number as it is, any other by its type.
func told(v safejs.Value) string {
	t := TypeOf(v)
	if n, err := v.Float(); err == nil {
		return fmt.Sprint(n)
	}
	if t == noType {
		return "a value of another type"
	}
	return t.String()
}

// noType is the type of what Go has none for, such as a bigint.
const noType = safejs.Type(-1)

// TypeOf returns the type of a value, whatever it is: Type panics on a bigint.
func TypeOf(v safejs.Value) (t safejs.Type) {
	t = noType
	defer func() { _ = recover() }()
	return v.Type()
}

// field reads a field of an object. One that another has by its nature alone, such as
// "constructor", is of no type that a request wants.
func (r *Reader) field(name string) *Reader {
	value, err := r.value.Get(name)
	if err != nil {
		r.mistake("an object")
	}
	return &Reader{value, r.path + "." + name, r.err}
}

func (r *Reader) int(name string) int       { return r.field(name).intValue() }
func (r *Reader) string(name string) string { return r.field(name).stringValue() }
func (r *Reader) bool(name string) bool     { return r.field(name).boolValue() }
func (r *Reader) bytes(name string) []byte  { return r.field(name).bytesValue() }

// maxInt bounds a whole number: up to it a number of JavaScript says each one.
const maxInt = 1<<53 - 1

// intValue reads a whole number.
func (r *Reader) intValue() int {
	n, err := r.value.Float()
	if err != nil || n != math.Trunc(n) || math.Abs(n) > maxInt {
		r.mistake("a whole number")
		return 0
	}
	return int(n)
}

// stringValue reads a string. A lone surrogate becomes U+FFFD, which counts one unit
// as it does.
func (r *Reader) stringValue() string {
	if TypeOf(r.value) != safejs.TypeString {
		r.mistake("a string")
		return ""
	}
	s, err := r.value.String()
	if err != nil {
		r.mistake("a string")
	}
	return s
}

// boolValue reads a boolean.
func (r *Reader) boolValue() bool {
	v, err := r.value.Bool()
	if err != nil {
		r.mistake("a boolean")
	}
	return v
}

// bytesValue reads a Uint8Array, and nothing that only says a length.
func (r *Reader) bytesValue() []byte {
	if !isOf(r.value, bytesClass) {
		r.mistake("a Uint8Array")
		return nil
	}
	n, err := r.value.Length()
	if err != nil {
		r.mistake("a Uint8Array")
		return nil
	}
	b := make([]byte, n)
	if _, err := safejs.CopyBytesToGo(b, r.value); err != nil {
		r.mistake("a Uint8Array")
		return nil
	}
	return b
}

// The classes of what a request holds beside objects.
var arrayClass, bytesClass = class("Array"), class("Uint8Array")

func class(name string) safejs.Value {
	c, _ := safejs.Global().Get(name)
	return c
}

func isOf(v, class safejs.Value) bool {
	is, err := v.InstanceOf(class)
	return err == nil && is
}

// maxList bounds a list.
const maxList = 1 << 22

// readList reads a list up to the first mistake: what is behind it would cost time and
// memory for nothing.
func readList[T any](r *Reader, name string, read func(*Reader) T) []T {
	list := r.field(name)
	if !isOf(list.value, arrayClass) {
		list.mistake("a list")
		return nil
	}
	n, err := list.value.Length()
	if err != nil || n > maxList {
		list.mistake(fmt.Sprintf("a list of at most %d", maxList))
		return nil
	}
	var out []T
	for i := 0; i < n && *r.err == nil; i++ {
		value, err := list.value.Index(i)
		element := &Reader{value, fmt.Sprintf("%s[%d]", list.path, i), r.err}
		if err != nil {
			element.mistake("an element")
			break
		}
		out = append(out, read(element))
	}
	return out
}

// Bytes returns b as a Uint8Array.
func Bytes(b []byte) (safejs.Value, error) {
	array, err := bytesClass.New(len(b))
	if err != nil {
		return safejs.Value{}, err
	}
	_, err = safejs.CopyBytesToJS(array, b)
	return array, err
}
