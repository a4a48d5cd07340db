package lexicon

import (
	"strings"

	"github.com/policymark/policymark/core/locale"
)

// PurposeKind is what a purpose is for at large. The zero value is that of no
// purpose.
type PurposeKind uint8

// The kinds of purposes, after those of the W3C Data Privacy Vocabulary. Of words
// that fit more than one the first kind counts.
const (
	NoPurposeKind PurposeKind = iota
	ForLaw
	ForSecurity
	ForMarketing
	ForPersonalisation
	ForPayment
	ForDelivery
	ForIdentity
	ForSupport
	ForMessages
	ForResearch
	ForImprovement
	ForService
	ForOther
)

var purposeKinds = [...]struct {
	name, dpv string
	words     locale.Text
	cues      string // lower case, parted by spaces; _ is a space
}{
	NoPurposeKind:      {"", "", locale.Text{ZH: "未说明目的", EN: "no purpose named"}, ""},
	ForLaw:             {"law", "LegalCompliance", locale.Text{ZH: "遵守法律", EN: "legal duties"}, "法律 法规 法定 监管 司法 合规 执法 诉讼 纠纷 争议 举证 发票 税 legal law regulat complian court dispute tax invoice"},
	ForSecurity:        {"security", "EnforceSecurity", locale.Text{ZH: "安全与风控", EN: "security"}, "安全 风险 风控 欺诈 防范 反作弊 作弊 盗 异常 攻击 保护您的财产 secur fraud abuse risk protect safe threat attack"},
	ForMarketing:       {"marketing", "Marketing", locale.Text{ZH: "营销与广告", EN: "marketing and advertising"}, "营销 广告 推广 促销 优惠 宣传 活动 抽奖 market advert promot campaign offers prize"},
	ForPersonalisation: {"personalisation", "Personalisation", locale.Text{ZH: "个性化", EN: "personalisation"}, "个性化 推荐 偏好 兴趣 画像 定制 更适合 personal recommend prefer interest tailor custom profil"},
	ForPayment:         {"payment", "PaymentManagement", locale.Text{ZH: "交易与支付", EN: "orders and payment"}, "支付 付款 交易 订单 下单 结算 退款 购买 提现 payment pay_ pay. transact order purchase refund bill checkout"},
	ForDelivery:        {"delivery", "Delivery", locale.Text{ZH: "配送", EN: "delivery"}, "配送 送货 发货 收货 物流 快递 送达 寄送 deliver ship parcel courier"},
	ForIdentity:        {"identity", "IdentityAuthentication", locale.Text{ZH: "帐号与身份", EN: "accounts and identity"}, "登录 注册 帐号 账号 账户 帐户 身份 实名 认证 验证 识别 account sign_in sign-in log_in login regist identit authentic verif"},
	ForSupport:         {"support", "CustomerCare", locale.Text{ZH: "客服与售后", EN: "support"}, "客服 售后 咨询 投诉 答复 解答 反馈 维修 support complaint enquir inquir answer repair feedback"},
	ForMessages:        {"messages", "CommunicationManagement", locale.Text{ZH: "通知与联系", EN: "messages"}, "通知 提醒 联系 沟通 消息 推送 发送 短信 notif contact remind message communicat email_you inform_you"},
	ForResearch:        {"research", "ResearchAndDevelopment", locale.Text{ZH: "统计与研究", EN: "statistics and research"}, "统计 研究 调查 调研 分析 statistic research survey analy measur"},
	ForImprovement:     {"improvement", "OptimisationForController", locale.Text{ZH: "改进与维护", EN: "improvement"}, "改进 改善 优化 提升 提高 故障 排查 维护 稳定 体验 修复 improv enhance optimi troubleshoot maintain bug fix crash diagnos stable"},
	ForService:         {"service", "ServiceProvision", locale.Text{ZH: "提供服务", EN: "providing the service"}, "提供 服务 功能 实现 展示 显示 查看 使用 搜索 浏览 上传 发布 导航 定位 provid service featur function show display search offer_you enable run_the operate"},
	ForOther:           {"other", "Purpose", locale.Text{ZH: "其他目的", EN: "other purposes"}, ""},
}

// purposeCues are the cues as they are looked for.
var purposeCues = func() (cues [len(purposeKinds)][]string) {
	for k := range purposeKinds {
		for _, cue := range strings.Fields(purposeKinds[k].cues) {
			cues[k] = append(cues[k], strings.ReplaceAll(cue, "_", " "))
		}
	}
	return cues
}()

// PurposeKindOf returns what a purpose is for, ForOther when its words do not say.
func PurposeKindOf(purpose string) PurposeKind {
	text := " " + strings.ToLower(purpose) + " "
	for k, cues := range purposeCues {
		for _, cue := range cues {
			if strings.Contains(text, cue) {
				return PurposeKind(k)
			}
		}
	}
	return ForOther
}

// String returns the name of the kind, "" for NoPurposeKind.
func (k PurposeKind) String() string { return purposeKinds[k].name }

// Name returns the kind's name for a person.
func (k PurposeKind) Name() locale.Text { return purposeKinds[k].words }

// DPV returns its term in the W3C Data Privacy Vocabulary 2, without prefix.
func (k PurposeKind) DPV() string { return purposeKinds[k].dpv }

// PurposeKindNamed returns the kind with that name; ok is false when there is none.
func PurposeKindNamed(name string) (k PurposeKind, ok bool) {
	for k := range purposeKinds {
		if purposeKinds[k].name == name {
			return PurposeKind(k), true
		}
	}
	return NoPurposeKind, false
}
