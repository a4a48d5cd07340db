//go:build js && wasm

package convert

import (
	"fmt"

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

func (r *Reader) mistake(want string, err error) {
	if *r.err == nil {
		*r.err = fmt.Errorf("%s: want %s: %w", r.path, want, err)
	}
}

// field reads a field of an object.
func (r *Reader) field(name string) *Reader {
	value, err := r.value.Get(name)
	if err != nil {
		r.mistake("an object", err)
	}
	return &Reader{value, r.path + "." + name, r.err}
}

func (r *Reader) int(name string) int       { return r.field(name).intValue() }
func (r *Reader) string(name string) string { return r.field(name).stringValue() }
func (r *Reader) bool(name string) bool     { return r.field(name).boolValue() }
func (r *Reader) bytes(name string) []byte  { return r.field(name).bytesValue() }

// intValue reads a whole number.
func (r *Reader) intValue() int {
	n, err := r.value.Float()
	if err == nil && float64(int(n)) != n {
		err = fmt.Errorf("%v is not one", n)
	}
	if err != nil {
		r.mistake("a whole number", err)
		return 0
	}
	return int(n)
}

// stringValue reads a string. A lone surrogate becomes U+FFFD, which counts one unit
// as it does.
func (r *Reader) stringValue() string {
	if t := r.value.Type(); t != safejs.TypeString {
		r.mistake("a string", fmt.Errorf("it is %s", t))
		return ""
	}
	s, err := r.value.String()
	if err != nil {
		r.mistake("a string", err)
	}
	return s
}

// boolValue reads a boolean.
func (r *Reader) boolValue() bool {
	v, err := r.value.Bool()
	if err != nil {
		r.mistake("a boolean", err)
	}
	return v
}

// bytesValue reads a Uint8Array.
func (r *Reader) bytesValue() []byte {
	n, err := r.value.Length()
	if err != nil {
		r.mistake("a Uint8Array", err)
		return nil
	}
	b := make([]byte, n)
	if _, err := safejs.CopyBytesToGo(b, r.value); err != nil {
		r.mistake("a Uint8Array", err)
		return nil
	}
	return b
}

// maxList bounds a list, so that a wrong length cannot take all memory.
const maxList = 1 << 22

func readList[T any](r *Reader, name string, read func(*Reader) T) []T {
	list := r.field(name)
	n, err := list.value.Length()
	if err == nil && (n < 0 || n > maxList) {
		err = fmt.Errorf("its length is %d", n)
	}
	if err != nil {
		list.mistake("a list", err)
		return nil
	}
	out := make([]T, n)
	for i := range out {
		value, err := list.value.Index(i)
		element := &Reader{value, fmt.Sprintf("%s[%d]", list.path, i), r.err}
		if err != nil {
			element.mistake("an element", err)
			break
		}
		out[i] = read(element)
	}
	return out
}

// Bytes returns b as a Uint8Array.
func Bytes(b []byte) (safejs.Value, error) {
	class, err := safejs.Global().Get("Uint8Array")
	if err != nil {
		return safejs.Value{}, err
	}
	array, err := class.New(len(b))
	if err != nil {
		return safejs.Value{}, err
	}
	_, err = safejs.CopyBytesToJS(array, b)
	return array, err
}
