which-language = 您好！请选择语言。
    ياخشىمۇسىز! تىلنى تاللاڭ.
    Hello! Please choose your language.
notice = <b>{ $place }</b>会保存您在这里发送的内容和投票，让邻居、志愿者和在这里做决定的人都能看到。
    您随时可以退出。
agree = 我同意 ✓
language-chosen = 中文 ✓
home = 🏠 <b>{ $place }</b>
    您想做什么？也可以直接发一张照片或几句话。
suggest = 💡 提建议
ideas = 👍 看建议
events = 📅 活动
polls = 🗳 投票
more-button = ⋯ 更多
help-button = ❓ 帮助
more = 还想做什么？
what-new = 想新建什么？
make-new = ➕ 新建
new-poll = 🗳 投票
new-event = 📅 活动
invite = 🤝 邀请
today = 📋 今天等我的事
after = 🌱 建议之后
what-after = 🌱 做成的和还在做的
together = 🤝 一起出力
came = 🧱 后来怎样了
in-my-hands = 🗝 我手上的事
tasks = 🧤 哪里需要帮手
made = 🖌 大家在这里做的东西
record = 🌱 我做过的事
experts = 🎓 问问专家
go-certificates = 📜 证明
permits = 🏛 审批
needs = 🧺 这里需要什么
instalments = 🔐 我的分期付款
shop-dates = 🔐 店主记的日子
busy = 📈 店里忙不忙
ledger = ⚖ 谁决定的？
translate = 🌐 用另一种语言说建议
go-machine = 🌐 机器翻译
pulse = 🙂 这里变好了吗？
care = 🧡 有人照看的东西
broadcast = 📣 群发通知
digest = 📰 现在看摘要
digest-time = ⏰ 摘要时间
settings-button = ⚙ 设置
privacy-button = 🔒 我的数据
elsewhere-button = 📱 换个地方继续用
back = ⬅ 返回
help = 在这里告诉<b>{ $place }</b>哪里可以变得更好。发一张照片或几句话，结果会告诉大家。
    /suggest – 提建议
    /ideas – 大家的建议
    /events – 近期活动
    /polls – 正在投票
    /made – 大家在这里做的东西
    /needs – 这里需要什么
a-human = 🙋 找真人
ask-human = 您想问什么？可以打字、说话或发照片，团队里会有人回答。
human-receipt = 谢谢，您的问题已经交给团队 ✓ 答复会发到这里。
human-receipt-nobody = 谢谢，您的问题已经留好 ✓ 团队现在还没有人，谁来了会先看它，答复会发到这里。
still-asks = 🙋 { $name }从昨天起就在等答复：{ $words }
waits-for-a-lead = 🙋 { $name }已经等了两天，还没有人答复：{ $words }
    您来答复，或请一个人答复，好吗？
not-forgotten = 您的问题没有被忘记，现在已经交给负责人，答复会发到这里。
    <i>您问的是：{ $words }</i>
digest-question = 🙋 { $name }问：{ $words }
digest-questions = 🙋 有 { $count } 个问题在等答复：/questions
somebody-asks = 🙋 { $name }问：{ $words }
answer = 回答
answer-this = 🙋 { $words }
your-answer = “{ $words }”
    请写下您的回答。
human-answers = 🙋 { $name }回答：{ $words }
    <i>您问的是：{ $question }</i>
listen = 🔊 听语音
no-voice-yet = 语音还没有准备好，请过一会儿再试。
answer-sent = 回答已发出 ✓
answer-kept = 回答已保存，但现在联系不上这位邻居。
questions = { $count ->
    [0] 现在没有人在等回答。
   *[other] 有 { $count } 个问题在等回答。
}
question-gone = 这个问题已经不在了。
already-answered = 已经有人回答了，谢谢！
cancelled = 已取消，什么都没有改变。接下来去哪里？
nothing-to-cancel = 没有需要取消的。接下来去哪里？
unknown-link = 这个链接已经失效，请要一个新的。
menu-start = 开始
menu-help = 帮助
menu-cancel = 取消
tools-button = 🧰 团队工具
tools = 🧰 您想处理什么？
tools-waiting = ⏳ 等着处理的
tools-people = 🤝 团队和这个地方
tools-outside = 📡 海报、转发、数据
go-questions = 🙋 问团队的问题
go-behalf = ✍ 替没有手机的邻居写
go-held = ✋ 暂不展示的照片
go-team = 🤝 团队成员和角色
go-place = ⚙ 这个地方的设置
go-poster = 🖨 打印海报
go-relays = 📡 消息还发到哪里
go-export = 📦 导出数据
go-kit = 🧳 给下一家店的经验包
go-press = 📰 给媒体的材料
go-open-data = 📂 开放数据
menu-tools = 团队工具
menu-questions = 问团队的问题（团队）
handover = 🤲 我照看的事
wake = 🌅 唤醒这个地方
team-answers = 这由团队来回答。
canned-answer = 💬 现成的回答
which-ready-made = 用哪一句？提问的人看到的是自己的语言。
ready-suggest = 💡 请提个建议
ready-suggest-words = 谢谢您！请点“提建议”发出来，让大家都能看到、支持。
ready-seen = 👀 我们看到了
ready-seen-words = 谢谢您，我们看到了。如果还想了解什么，会在这里问您。
ready-counter = 🏪 请到柜台问
ready-counter-words = 这件事请到小店柜台问问，那里的人最能帮上您。
