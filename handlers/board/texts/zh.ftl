# 两种页面
languages = 语言
all-ideas = 全部建议
open-in-chat = 💬 在聊天里打开
open-in-telegram = 在 Telegram 里打开
no-names = 这里不显示是谁提的、谁定的、谁投的票。文字和照片都来自街坊邻居。
number = { $number } 号
without-words = 没有文字
photo = { $number } 号的照片
voices = { $voices ->
    [0] 还没有人支持
   *[other] { $voices } 位邻居支持
}

# 一个地方
place-title = { $place } · 邻居们的建议
place-lead = 邻居们给{ $place }提了什么建议，最后怎么定的，为什么。
suggest = 💡 我也提个建议
board = 建议列表
by-status = 按进展
by-spot = 按位置
all-statuses = 所有进展
all-spots = 所有位置
elsewhere = 别的地方
found = { $count ->
    [0] 这里还没有建议。
   *[other] { $count } 条建议
}
pages = 翻页
newer = 较新的
older = 较早的
page-of = 第 { $page } 页，共 { $pages } 页
decided = 怎么定的，为什么
step-shopkeeper = 店主
step-liaison = 联络员
step-property-manager = 物业或社区
step-team = 志愿者
events = 近期活动
past = 办过的活动
were-there = 到场 { $people } 人
album-photo = “{ $title }”，第 { $number } 张照片
more-photos = 聊天里还有 { $count } 张照片。
calendar = 🗓 订阅活动日历
polls = 投票结果
closed-on = { $when }结束
turnout = { $voters ->
    [0] 没有人投票。
   *[other] { $voters } 人投了票。
}
votes = { $votes ->
   *[other] { $votes } 票
}
votes-share = { $votes ->
   *[other] { $votes } 票
}（{ $share } %）
dots = { $dots ->
   *[other] { $dots } 个点
}
score = { $votes ->
    [0] 没有人打分
   *[other] 平均 { $score } 分，满分 5 分（{ $votes } 人打分）
}
feed = 订阅这里的消息（Atom）
open-data = 开放数据：以上内容做成的表格
feed-title = { $place } · 建议有了什么结果

# 一条建议
idea-title = { $number } 号：{ $words }
idea-description = { $status } · { $place }
on-trial = 试行到 { $until }
history = 怎么定的，为什么
no-history = 还没有做决定。
before-after = 改造前后
before = 以前
after = 现在
compare = 移动滑块，对比以前和现在
photos = 照片
in-polls = 在投票中
in-poll = { $votes ->
    [0] { $voters } 人投票，没有人选它。
   *[other] { $voters } 人投票，{ $votes } 人选了它。
}
in-poll-dots = { $voters } 人投票，一共给了 { $dots } 个点。
in-poll-score = { $votes ->
    [0] 没有人打分。
   *[other] 平均 { $score } 分，满分 5 分。
}

# 没有的页面
which-place = 您说的是哪个地方？
gone-title = 没有这个页面
gone = 它可能换了地方，或者没有公开。公开的都在建议列表里。
gone-place = 这里没有这个地方。请核对网址，或者再扫一次店门口的二维码。

# 大家做的东西
made = 邻居们做的
made-photo = “{ $what }”的照片
rests = 🌙 这个地方正在守候。这里都可以看；新的建议会留好，等有人唤醒它。
tasks = 哪里需要帮手
do-it = 🙋 我来做
ledger = 谁决定的？
ledger-explain = 少于五的数不写。“投票”指：邻居们投票赞成，也就照办了。
pulse = 这里变好了吗？
pulse-explain = 每三个月在聊天里和纸上问一次这里的所有人。少于五个人的不写出来。
pulse-stories = 对他们来说最大的变化

# 后来怎样
step-steward = 由照看的人
care = 后来怎样
care-done = 这里做好了 { $count } 件，做好以后有人回头看：
care-good = ✅ 仍然好：{ $count }
care-partly = 🔧 部分好：{ $count }
care-gone = 🍂 没有了：{ $count }
care-open = 📅 还没有人回头看：{ $count }
care-year = 做好一年以后，{ $done } 件里看到 { $good } 件仍然好。
care-year-percent = 做好一年以后，{ $done } 件里看到 { $good } 件仍然好（{ $percent }%）。

# What a change needs, and its money
needs = 需要什么
experts = 专家怎么说
money = 这件事的钱
money-note = 每一行写了就不改，更正是另外一行。
read-by-neighbour = 🌐 由邻居翻译
read-by-machine = 🤖 由机器翻译（{ $host }）
read-original = 原文
in-the-budget = ✅ { $cost } 元：{ $votes } 人选了
not-in-the-budget = { $cost } 元：{ $votes ->
    [0] 没有人选
   *[other] { $votes } 人选了，钱不够
}
