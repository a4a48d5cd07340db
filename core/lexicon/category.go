package lexicon

import "github.com/policymark/policymark/core/locale"

// Category is the kind of thing that an action does with data. The zero value is
// none.
type Category uint8

// The categories.
const (
	NoCategory Category = iota
	Collect
	Use
	Store
	Share
	Disclose
	TransferTo
	Entrust
	Delete
	Query
	Publish
	CrossBorder
	UserProvide
	Grant
	Record
	Other
)

var categories = [...]struct {
	name, dpv string
	words     locale.Text
}{
	NoCategory:  {"", "", locale.Text{ZH: "未分类", EN: "unclassified"}},
	Collect:     {"collect", "Collect", locale.Text{ZH: "收集", EN: "collection"}},
	Use:         {"use", "Use", locale.Text{ZH: "使用", EN: "use"}},
	Store:       {"store", "Store", locale.Text{ZH: "存储", EN: "storage"}},
	Share:       {"share", "Share", locale.Text{ZH: "共享", EN: "sharing"}},
	Disclose:    {"disclose", "Disclose", locale.Text{ZH: "披露", EN: "disclosure"}},
	TransferTo:  {"transfer", "Transfer", locale.Text{ZH: "转让", EN: "transfer"}},
	Entrust:     {"entrust", "Disclose", locale.Text{ZH: "委托处理", EN: "entrusted processing"}},
	Delete:      {"delete", "Erase", locale.Text{ZH: "删除", EN: "deletion"}},
	Query:       {"query", "Access", locale.Text{ZH: "查询", EN: "access"}},
	Publish:     {"publish", "Disseminate", locale.Text{ZH: "公开", EN: "publication"}},
	CrossBorder: {"cross_border", "CrossBorderTransfer", locale.Text{ZH: "出境", EN: "transfer abroad"}},
	UserProvide: {"user_provide", "Obtain", locale.Text{ZH: "用户提供", EN: "provided by the user"}},
	Grant:       {"grant", "MakeAvailable", locale.Text{ZH: "授权", EN: "grant of access"}},
	Record:      {"record", "Record", locale.Text{ZH: "记载", EN: "record"}},
	Other:       {"other", "Processing", locale.Text{ZH: "其他", EN: "other"}},
}

// String returns the name of the category, "" for NoCategory.
func (c Category) String() string { return categories[c].name }

// Name returns the category's name for a person.
func (c Category) Name() locale.Text { return categories[c].words }

// DPV returns its term in the W3C Data Privacy Vocabulary 2, without prefix.
func (c Category) DPV() string { return categories[c].dpv }

// CategoryNamed returns the category with that name, NoCategory when there is
// none.
func CategoryNamed(name string) Category {
	for c := Collect; c <= Other; c++ {
		if categories[c].name == name {
			return c
		}
	}
	return NoCategory
}

// Gives reports whether data goes from one party to another, so that there can
// be a recipient.
func (c Category) Gives() bool {
	switch c {
	case Share, Disclose, TransferTo, Entrust, Publish, CrossBorder, UserProvide, Grant:
		return true
	}
	return false
}

// Takes reports whether data comes from another party, so that there can be a
// source.
func (c Category) Takes() bool { return c == Collect || c == Query || c == Use || c == Store }

// Modality is how firm a practice is. The zero value is none.
type Modality uint8

// The modalities.
const (
	NoModality Modality = iota
	Will
	May
	Need
	MayNeed
	Can
)

var modalities = [...]struct {
	name  string
	words locale.Text
}{
	NoModality: {"none", locale.Text{ZH: "未说明", EN: "not said"}},
	Will:       {"will", locale.Text{ZH: "会", EN: "will"}},
	May:        {"may", locale.Text{ZH: "可能", EN: "may"}},
	Need:       {"need", locale.Text{ZH: "需要", EN: "needs to"}},
	MayNeed:    {"may_need", locale.Text{ZH: "可能需要", EN: "may need to"}},
	Can:        {"can", locale.Text{ZH: "可以", EN: "can"}},
}

// String returns the name of the modality, "none" for NoModality.
func (m Modality) String() string { return modalities[m].name }

// Name returns the modality's name for a person.
func (m Modality) Name() locale.Text { return modalities[m].words }

// ModalityNamed returns the modality with that name, NoModality when there is
// none.
func ModalityNamed(name string) Modality {
	for m := Will; m <= Can; m++ {
		if modalities[m].name == name {
			return m
		}
	}
	return NoModality
}
