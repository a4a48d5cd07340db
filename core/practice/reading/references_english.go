package reading

import "strings"

// pluralEnding is what an English plural ends with: these partners may stand for one
// partner.
const pluralEnding = "s"

func (english) headNoun(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }
