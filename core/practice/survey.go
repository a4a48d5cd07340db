package practice

import (
	"strings"

	"github.com/policymark/policymark/core/lexicon"
)

// Survey makes an inventory reading by reading, so that a long document can be
// taken in pieces. NewSurvey makes one; it is not safe for concurrent use.
type Survey struct {
	b      *inventoryBuilder
	number int
}

// NewSurvey returns a survey of nothing yet. terms are those of the whole document.
func NewSurvey(terms *Terms) *Survey {
	return &Survey{b: &inventoryBuilder{
		inv: &Inventory{}, data: map[string]int{}, parties: map[string]int{}, purposes: map[string]int{},
		spellings: map[int]map[string]int{}, terms: terms,
	}}
}

// Add takes in the next reading, in the order of the text.
func (s *Survey) Add(r *Reading) {
	for i := range r.Practices {
		p := s.b.terms.Fill(r.Practices[i])
		s.b.add(&p, s.number)
		s.number++
	}
	s.b.cover(r)
}

// Finish returns the inventory of all that was added. Nothing is added after it.
func (s *Survey) Finish() *Inventory {
	s.b.finish()
	return s.b.inv
}

// Data returns the index in the inventory of some data, -1 when it is not there.
func (s *Survey) Data(v *Value) int { return entryOf(s.b.data, DataKey(v)) }

// Party returns the index in the inventory of a party, -1 when it is not there.
func (s *Survey) Party(v *Value) int { return entryOf(s.b.parties, PartyKey(v)) }

// Purpose returns the index in the inventory of a purpose, -1 when it is not there.
func (s *Survey) Purpose(v *Value) int { return entryOf(s.b.purposes, strings.TrimSpace(v.Text)) }

func entryOf(m map[string]int, key string) int {
	if i, found := m[key]; found {
		return i
	}
	return -1
}

// DataKey returns what is the same for all spellings of some data.
func DataKey(v *Value) string { return lexicon.Canonical(v.Text) }

// PartyKey returns what is the same for all mentions of a party.
func PartyKey(v *Value) string {
	if v.SameAs != "" {
		return strings.ToLower(v.SameAs)
	}
	return strings.ToLower(v.Text)
}

// PurposeKey returns what is the same for all mentions of a purpose.
func PurposeKey(v *Value) string { return strings.ToLower(strings.TrimSpace(v.Text)) }
