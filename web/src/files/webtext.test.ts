// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { webText } from "./webtext.ts";

test.each([
  [
    "headings, paragraphs and lists",
    "<h2>Privacy</h2><p>We <b>collect</b>\n data.</p><ol><li>name</li><li>phone</li></ol>",
    "## Privacy\n\nWe collect data.\n\n1. name\n2. phone\n",
  ],
  [
    "headings that are numbered already",
    "<h1>一、信息收集</h1><p>正文</p><h2>（一）注册</h2>",
    "一、信息收集\n\n正文\n\n（一）注册\n",
  ],
  ["lists in lists", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n- b\n- c\n"],
  [
    "tables by lines and tabs",
    "<table><tr><th>数据</th><th>目的</th></tr><tr><td><p>姓名</p></td><td>配送</td></tr></table>",
    "数据\t目的\n姓名\t配送\n",
  ],
  ["line breaks", "<p>a<br>b</p>", "a\nb\n"],
  ["nothing of scripts and styles", "<style>p{}</style><p style='x'>a</p><script>alert(1)</script>", "a\n"],
  ["spaces that do not break", "<p>a&nbsp;b</p>", "a b\n"],
  ["markup characters as they are", "<p>用户协议 &lt;br&gt; (1) [x]</p>", "用户协议 <br> (1) [x]\n"],
])("%s", (_name, html, expected) => {
  expect(webText(html)).toBe(expected);
});

test("text from an editor has no structure of its own", () => {
  expect(webText("<div><span style='color:red'>a</span></div><div>b</div>")).toBeNull();
  expect(webText("")).toBeNull();
});
