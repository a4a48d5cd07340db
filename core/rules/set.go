package rules

// set is a set that is made when something is put into it: most blocks put nothing.
type set[T comparable] map[T]bool

func (s *set[T]) add(v T) {
	if *s == nil {
		*s = set[T]{}
	}
	(*s)[v] = true
}
