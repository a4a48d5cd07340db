package syntax

import (
	"reflect"
	"testing"

	"github.com/policymark/policymark/core/source"
)

func TestWrite(t *testing.T) {
	at := func(kind Kind, start, end int) Annotation {
		return Annotation{Kind: kind, Plain: source.Span{Start: start, End: end}}
	}
	tests := []struct {
		what, plain string
		annotations []Annotation
		want        string
		refused     []int
	}{
		{"in any order, nested", "abc", []Annotation{at(Data, 1, 2), at(Actor, 0, 3)}, "(a<b>c)", nil},
		{"crossing", "abc", []Annotation{at(Data, 1, 3), at(Actor, 0, 2)}, "(ab)c", []int{0}},
		{"empty", "abc", []Annotation{at(Data, 1, 1)}, "abc", []int{0}},
		{"over a blank line", "a\n \nb", []Annotation{at(Data, 0, 5)}, "a\n \nb", []int{0}},
		{"over a line that an inner mark starts on", "a\n\nb", []Annotation{at(Actor, 0, 4), at(Data, 2, 3)}, "(a\n<\n>b)", nil},
		{"over a line that an inner mark ends on", "a\n\nb", []Annotation{at(Actor, 0, 4), at(Data, 1, 2)}, "(a<\n>\nb)", nil},
		{"over two, one of them blank", "a\n\n\nb", []Annotation{at(Actor, 0, 5), at(Data, 1, 2)}, "a<\n>\n\nb", []int{0}},
		{"over one whose inner mark is refused", "a\n\n\nb", []Annotation{at(Actor, 0, 5), at(Data, 0, 3)}, "a\n\n\nb", []int{0, 1}},
		{"over one whose inner mark crosses", "a\n\nb", []Annotation{at(Actor, 0, 4), at(Data, 2, 4), at(Action, 1, 3)}, "a\n<\nb>", []int{0, 2}},
	}
	for _, test := range tests {
		markup, refused := Write(test.plain, test.annotations)
		if markup != test.want || !reflect.DeepEqual(refused, test.refused) {
			t.Errorf("%s: %q, refused %v, want %q, %v", test.what, markup, refused, test.want, test.refused)
		}
		if got := Parse(markup).Sum().Marks; got != len(test.annotations)-len(refused) {
			t.Errorf("%s: %q has %d marks", test.what, markup, got)
		}
	}
}
