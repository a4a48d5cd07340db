package reading

import (
	"strings"
	"testing"

	"github.com/policymark/policymark/core/syntax"
)

// paragraphs make a policy of the usual density of marks.
var paragraphs = []string{
	"每天清晨打卡时，(我们)可能会[记录]您的<打卡时间>和<所在门店>，用来{核对当月的出勤}。您也可以请店长代为补卡，补卡的次数每月不超过三次。",
	"当您领用工具箱时，您需要[登记]您的<工号>、<联系方式>以及<领用日期>，随后这张(领用单)会[载明]<单号>、<工具>或<耗材>（包括<耗材编号>、<规格>、<数量>）。",
	"除{本节写明的情形}外，未{得到您的书面同意}，(我们)不会向任何(供应商)[透露]、[出售]您的<通讯录>，除非{法院要求}。",
	"(我们)将[收集](您)在报名时[填写]的<紧急联系人>、<过敏史>，用于{安排随队医生}；(我们)会将您的<报名表>[提供]给此类医院来实现此目的。",
	"我们十分看重档案室的安全，纸质材料锁在防火柜里，钥匙由两个人分别保管，借阅须当面签字，逾期不还会有人上门提醒。",
}

// policyOf returns a policy of about size bytes, its paragraphs apart by sep.
func policyOf(size int, sep string) string {
	var b strings.Builder
	b.WriteString("一、我们如何收集和使用信息" + sep)
	for i := 0; b.Len() < size; i++ {
		b.WriteString(paragraphs[i%len(paragraphs)] + sep)
	}
	return b.String()
}

func benchmark(b *testing.B, markup string) {
	tree := syntax.Parse(markup)
	readTree(tree)
	b.SetBytes(int64(len(markup)))
	b.ReportAllocs()
	for b.Loop() {
		readTree(tree)
	}
}

func readTree(tree syntax.Tree) {
	var in *Context
	for i := range tree.Len() {
		_, in = Block(tree.At(i), in)
	}
}

func BenchmarkPolicy12K(b *testing.B)           { benchmark(b, policyOf(12<<10, "\n\n")) }
func BenchmarkPolicy12KInOneBlock(b *testing.B) { benchmark(b, policyOf(12<<10, "\n")) }
func BenchmarkParagraph(b *testing.B)           { benchmark(b, paragraphs[1]+"\n") }
func BenchmarkPolicy1M(b *testing.B)            { benchmark(b, policyOf(1<<20, "\n\n")) }
