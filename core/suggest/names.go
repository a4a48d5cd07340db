package suggest

import (
	"strings"
	"unicode/utf8"

	"github.com/policymark/policymark/core/lexicon"
)

// heads end the names of data: 收货地址, 设备型号. Words that end the names of much
// else too are general: by themselves they name nothing.
var heads, general = list(`信息 数据 资料 个人信息 姓名 名字 昵称 用户名 头像 性别 年龄 生日 籍贯 民族 国籍 婚姻状况
	号码 手机号 手机 电话 邮箱 邮件 地址 住址 账号 帐号 账户 帐户 密码 口令 验证码 身份证 身份证号 身份证件 证件 证件照 护照 驾驶证 军官证
	户口本 社保卡 居住证 银行卡 银行卡号 卡号 账单 流水 订单 订单号 单号 运单号 发票 抬头 识别号 金额 余额 价格 积分 信用 征信 收入 支付方式
	位置 定位 轨迹 行程 行踪 经纬度 城市 地区 归属地 所在地 时区 日志 记录 历史 标识 标识符 识别码 识别符 设备号 序列号 串号 型号 版本 操作系统
	品牌 分辨率 语言 机型 固件 运营商 网络类型 网络状态 网络环境 信号 浏览器类型 内存 电量 列表 清单 通讯录 联系人 相册 相机 摄像头 麦克风 存储权限 权限 日历 短信 剪贴板 剪切板
	照片 图片 图像 视频 音频 语音 录音 影像 文字 指纹 人脸 面容 面部特征 声纹 虹膜 特征 心率 步数 体重 身高 血压 血型 病历 病史 过敏史 体温 健康状况
	职业 学历 学校 职位 行业 简历 爱好 兴趣 偏好 习惯 标签 画像 签名 简介 评论 评价 关键词 关键字 搜索词 内容 时间 日期 时长 次数 频率 状态
	编号 名称 数量 规格 种类 大小 朝向 温度 湿度 强度 曲线 材料 凭证 证书 执照 报告 结果 反馈 建议书 附件 文件 链接 来源 参数 指标 属性 元数据 纬度 经度 城区 邮编 二维码
	Cookie Cookies IMEI IMSI MEID IDFA IDFV OAID IP MAC MAC地址 IP地址 AndroidID UUID UDID SSID BSSID ICCID GPS URL ID SIM卡 手机IMEI openID UnionID QQ QQ号 微信号 微信 Wi-Fi WiFi WLAN Email email`),
	list(`信息 数据 资料 内容 时间 日期 时长 次数 频率 状态 记录 历史 订单 账户 帐户 学校 手机 建议书 附件 文件 链接 来源 参数 指标 属性 结果 反馈 报告 名称 数量 规格 种类 大小 权限 单号 特征 习惯 行业 权限 标识 版本 语言 信用 信号 文字 材料 品牌 建议 编号 ID QQ 微信 价格 积分 金额 列表 清单 城市 地区 标签 签名 兴趣 爱好 电话 地址 号码 大小 强度 曲线 发票 评价 评论 视频 图片 相机 语音 短信 邮件 来源`)

// englishHeads end the names of data in English.
var englishHeads, englishGeneral = list(`information data details records record name names username usernames email e-mail emails address addresses phone telephone number numbers
	password passwords passcode location locations gps identifier identifiers id ids cookies cookie logs log history photo photos photograph photographs picture pictures image images video videos audio recording recordings
	voice contacts birthday birth age gender nationality occupation preferences interests settings messages content timestamp timestamps browser type version model language timezone coordinates
	fingerprint fingerprints biometrics title profile resume transcript transcripts balance amount payments purchases transactions receipts credentials biography avatar nickname signature camera microphone calendar
	heart-rate weight height steps searches queries keywords terms postcode zip city country device-type statistics metadata tokens token imei idfa mac ssid`),
	list(`information data details records record name content type version language age title number log settings terms id city country history address email title phone video videos images image messages token history searches queries amount device-type age`)

func list(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// longestHead is the number of code points of the longest Chinese head.
var longestHead = func() (n int) {
	for h := range heads {
		n = max(n, utf8.RuneCountInString(h))
	}
	return n
}()

// dataScore says how sure it is that words name data, in percent, 0 when nothing
// speaks for it.
func dataScore(text string, english bool) int {
	if english {
		fields := strings.Fields(lexicon.Lower(text))
		last := fields[len(fields)-1]
		switch {
		case !englishHeads[last]:
			return 0
		case len(fields) == 1 && englishGeneral[last]:
			return 45
		}
		return 70
	}
	switch {
	case heads[text] && general[text]:
		return 45
	case heads[text]:
		return 75
	}
	// The longest head that ends it.
	at, n := len(text), 0
	best := ""
	for at > 0 && n < longestHead {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
		n++
		if heads[text[at:]] {
			best = text[at:]
		}
	}
	if best == "" {
		return 0
	}
	return 70
}
