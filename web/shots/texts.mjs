/** The texts that the views are taken with, one of each language. */
export const texts = {
  en: {
    annotators: [
      "1. What we collect\n\n(We) [collect] your <phone number> and <email address> when {you sign up}.\n\n(We) may also [read] the <contacts> on your phone, to {find friends who are here already}.\n\n2. Sharing\n\n(We) [share] your <device information> with (advertising partners), to {show advertisements}. (They) [keep] it for thirty days.\n",
      "1. What we collect\n\n(We) [collect] <your phone number> and email address when {you sign up}.\n\n(We) may also [read] the <contacts on your phone>, to find friends who are here already.\n\n2. Sharing\n\n(We) [share] your <device information> with (advertising partners), to show [advertisements]. (They) [keep] it for thirty days.\n",
    ],
    old: "1. What we collect\n\n(We) [collect] your <phone number>, to {reach you about your order and deliver it}.\n\n(We) also [read] your <contacts>, to {suggest friends}.\n\n2. Keeping\n\n(We) [store] your <order history> for one year.\n",
    newer:
      "1. What we collect\n\nWe collect your telephone number, to reach you about your order and deliver it.\n\n2. Keeping\n\nWe store your order history for three years. This policy holds from 2026.\n",
    newerMarked:
      "1. What we collect\n\n(We) [collect] your <phone number> and <address>, to {reach you about your order and deliver it}.\n\n2. Keeping\n\n(We) [store] your <order history> for three years.\n",
    faulty:
      "1. What we collect\n\nWe need you to [provide] your < name >, see clause (1), (2) and (3).\n\n(We will [collect] your <phone number>.\n\n2. Sharing\n\n[Share] <everything> with (partners.\n\nWe may [use] it {to {improve}} our service, and so on <etc.>.\n",
    alike:
      "(We) collect your phone number. A phone number is needed to {check the phone number}.\n\nWe share the <phone number> with couriers. [phone number]\n\nWhoever has the phone number can reach you.\n",
    inferred:
      "1. What we collect\n\nIf you agree, we may [collect] your <location>. We also [use] <it> to {show shops nearby}.\n\n2. Sharing\n\nWe do not [sell] <personal data> to anybody.\n",
    words: "phone number",
    publish: "We collect your phone number.\n\nWe share your address with couriers.\n\nWe keep both for one year.\n",
    changes: [
      ["collect", "gather"],
      ["one year", "two years"],
    ],
  },
  zh: {
    annotators: [
      "一、收集\n\n(我们)会在{您注册时}[收集]您的<手机号>和<邮箱>。\n\n(我们)还可能[读取]您手机中的<通讯录>，以便{找到已经在这里的好友}。\n\n二、共享\n\n(我们)会向(广告公司)[提供]<设备信息>，用于{投放广告}。(其)会[保存]三十天。\n",
      "一、收集\n\n(我们)会在{您注册时}[收集]<您的手机号>和邮箱。\n\n(我们)还可能[读取]<您手机中的通讯录>，以便找到已经在这里的好友。\n\n二、共享\n\n(我们)会向(广告公司)[提供]<设备信息>，用于投放[广告]。(其)会[保存]三十天。\n",
    ],
    old: "一、收集\n\n(我们)会[收集]您的<手机号>，用于{联系您并为您配送商品}。\n\n(我们)还会[读取]<通讯录>，以便{推荐好友}。\n\n二、保存\n\n(我们)会[保存]您的<订单记录>一年。\n",
    newer:
      "一、收集\n\n我们会收集您的电话，用于联系您并为您配送商品。\n\n二、保存\n\n我们会保存您的订单记录三年。本政策自二〇二六年起施行。\n",
    newerMarked:
      "一、收集\n\n(我们)会[收集]您的<手机号>和<地址>，用于{联系您并为您配送商品}。\n\n二、保存\n\n(我们)会[保存]您的<订单记录>三年。\n",
    faulty:
      "一、收集\n\n我们需要您[提供]<姓名 >，见第(1)条、第(2)条和第(3)条。\n\n(我们会[收集]您的<电话>。\n\n二、共享\n\n[提供]<相关信息等>给(合作方。\n\n我们可能[使用]它{用于{改进}}服务。\n",
    alike:
      "(我们)收集手机号。手机号用于{为手机号登录}。\n\n我们向骑手提供<手机号>。[手机号]\n\n有了手机号就能联系到您。\n",
    inferred:
      "一、收集\n\n经您同意，我们可能[收集]您的<位置信息>。我们还会[使用]<它>来{显示附近的商店}。\n\n二、共享\n\n我们不会向任何人[出售]<个人信息>。\n",
    words: "手机号",
    publish: "我们会收集您的手机号。\n\n我们会向骑手提供您的地址。\n\n两者都保存一年。\n",
    changes: [
      ["收集", "采集"],
      ["一年", "两年"],
    ],
  },
};

/** A policy with more than a hundred practices. */
export function large(lang) {
  const zh = lang === "zh";
  const data = zh
    ? [
        "手机号",
        "邮箱地址",
        "设备信息",
        "位置信息",
        "订单记录",
        "通讯录",
        "浏览记录",
        "支付信息",
        "身份证号",
        "语音内容",
        "收货地址",
        "面部特征",
      ]
    : [
        "phone number",
        "email address",
        "device information",
        "location",
        "order history",
        "contacts",
        "browsing history",
        "payment details",
        "identity number",
        "voice recordings",
        "postal address",
        "facial features",
      ];
  const why = zh
    ? ["完成注册", "配送商品", "保障账号安全", "推荐您可能喜欢的内容", "改进服务", "履行法定义务"]
    : [
        "create your account",
        "deliver your order",
        "keep your account safe",
        "recommend what you may like",
        "improve the service",
        "meet our legal duties",
      ];
  const whom = zh
    ? ["配送公司", "支付机构", "广告合作方", "云服务提供商", "关联公司"]
    : ["our couriers", "payment institutions", "advertising partners", "cloud providers", "affiliated companies"];
  const parts = [];
  for (let i = 0; i < 12; i++) {
    parts.push(
      zh
        ? `${["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"][i]}、我们如何处理${data[i]}`
        : `${i + 1}. How we handle your ${data[i]}`,
    );
    for (let j = 0; j < 5; j++) {
      const [one, other, to] = [data[i], data[(i * 5 + j * 7 + 1) % data.length], whom[(i + j) % whom.length]];
      const [aim, aim2] = [why[(i * 2 + j) % why.length], why[(i + j * 3) % why.length]];
      parts.push(
        zh
          ? `为了{${aim}}，(我们)会[收集]您的<${one}>和<${other}>。(我们)会向(${to})[提供]<${other}>，用于{${aim2}}。${j === 4 ? `未经您同意，(我们)不会[出售]您的<${one}>。` : ""}`
          : `(We) [collect] your <${one}> and <${other}> to {${aim}}. (We) [share] your <${other}> with (${to}) to {${aim2}}. ${j === 4 ? `(We) will never [sell] your <${one}>.` : ""}`,
      );
    }
  }
  return `${parts.join("\n\n")}\n`;
}
