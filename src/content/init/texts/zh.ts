import type { SampleTexts } from "../sample.ts";

export const zh: SampleTexts = {
  role: "编辑",
  slots: { morning: "早间版", midday: "午间版", evening: "晚间版", weekend: "周末版" },
  topic: { name: "新闻", description: "还没有自己话题的报道。" },
  story: {
    title: "这是一篇示例，不是新闻",
    short: "一篇示例",
    summary: `这篇文字随程序而来，好让{name}在写出第一篇报道之前就有页面可看。没有人编辑过它，标签上也是这样写的。

要去掉它，请删除文件夹 \`{folder}\`，并删除 \`content/publishers.yaml\` 中 \`commonmark\` 这一行和它下面的内容。`,
    analysisTitle: "一篇报道怎样写成",
    analysis: `一篇报道就是一个 Markdown 文件，写法见 CommonMark 项目的说明。开头部分是摘要，第一个以 \`##\` 开头的行之后的文字是分析。

\`npm run new -- story\` 会开始一篇您自己的报道：它询问标题、话题和来源，然后写出一份草稿，只有预览能看到。`,
  },
  edition: {
    lede: "一期示例，里面有一篇示例。两者都可以删除。",
    whyTitle: "接下来",
    why: "等到这里出现自己的一期，{name}就开始了。",
  },
  pages: {
    about: {
      title: "关于我们",
      description: "{name}是什么，由谁负责。",
      body: `{name}是一份新闻摘要。编辑责任人：{editor}。

## 在别处阅读

全部文字都在[各期的订阅源](/feed.xml)、[各篇的订阅源](/stories.xml)和 [JSON](/feed.json) 中，没有删节。`,
    },
    standards: {
      title: "编辑准则",
      description: "{name}怎样对待来源、错误、机器和金钱。",
      body: `## 来源

每篇报道至少注明一个来源，并附上链接。

## 错误

更正连同日期写在报道旁，也列在[更正一览](/corrections/)中。

## 机器

标签说明一篇报道是完全由人写成，还是在模型协助下写成并由署名的人审核，或者由程序写成而无人编辑。

## 金钱

付费链接都有标记，所在页面会事先说明。[披露一览](/disclosures/)列出所有合作计划和广告。`,
    },
    privacy: {
      title: "隐私",
      description: "本站对读者知道些什么。",
      body: `页面不设置 Cookie，不统计任何人，也不从其他网站加载任何内容。您选择的配色只由您的浏览器记住。浏览器还会保存您打开过的页面和最新一期，以便您在没有网络时阅读；这些内容只留在您的设备上。

网站服务器的运营者能看到页面在什么时候、从哪个地址被请求。

如果您就某篇报道来信，编辑部采用后会以您所填的姓名刊出。您的电子邮件地址不会在任何地方公开；编辑部作出决定后即予删除，最迟在30天后删除。来自同一台计算机的来信数量只以其地址的加盐散列在内存中计数，不会写入任何文件。`,
    },
  },
};
