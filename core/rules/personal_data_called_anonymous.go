package rules

import (
	"github.com/policymark/policymark/core/locale"
	"github.com/policymark/policymark/core/rule"
	"github.com/policymark/policymark/core/syntax"
)

var personalDataCalledAnonymous = &rule.Rule{
	Name:     "personal-data-called-anonymous",
	Severity: rule.Info,
	Title:    locale.Text{ZH: "把个人信息说成匿名信息", EN: "Personal data that is called anonymous"},
	Message: locale.Text{
		ZH: "“%s”能够识别个人，同一句话却说“%s”：请核对",
		EN: "“%s” can identify a person, and the same sentence says “%s”: check this"},
	Check: func(p *rule.Pass) {
		b := p.Block
		if !identifies(b) || anonymous.in(b.Plain()) == "" {
			return // as nearly all blocks
		}
		for _, s := range p.Reading.Sentences {
			if s.Marks == 0 || p.Broken(s.Span) {
				continue
			}
			said := anonymous.in(b.Plain()[s.Start:s.End])
			if said == "" {
				continue
			}
			for i, m := range b.Marks() {
				if s.Contains(m.Plain) && isIdentifying(b, i) {
					p.Report(m.Source, []any{short(oneLine(b.MarkText(i))), said})
					break
				}
			}
		}
	},
}

// identifies reports whether a mark of the block is of data that singles a person out.
func identifies(b *syntax.Block) bool {
	for i := range b.Marks() {
		if isIdentifying(b, i) {
			return true
		}
	}
	return false
}

// isIdentifying reports whether mark i is.
func isIdentifying(b *syntax.Block, i int) bool {
	return b.Marks()[i].Kind == syntax.Data && identifying.in(b.MarkText(i)) != ""
}

// anonymous are the words by which a text says that data is nobody's, and
// identifying those in the names of data that single a person out.
var (
	anonymous = phrasesOf("匿名信息", "匿名数据", "匿名的", "不属于您的个人信息", "不属于个人信息", "不属于你的个人信息", "非个人信息", "不是个人信息",
		"无法识别您的身份", "不会识别您的身份", "anonymous", "not personal", "does not identify", "do not identify", "non-personal", "cannot identify")
	identifying = phrasesOf("姓名", "手机号", "电话", "身份证", "IMEI", "IMSI", "MAC", "OAID", "IDFA", "设备标识", "设备识别", "IP", "邮箱", "人脸", "指纹",
		"银行卡", "name", "phone", "email", "device identifier", "device ID", "advertising ID")
)
