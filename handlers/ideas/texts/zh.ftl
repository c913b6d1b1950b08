# 提建议
send-something = 💡 您觉得哪里可以更好？发一张照片、几句话或一段语音，只发照片也可以。
what-is-it = 谢谢，已经帮您留好了。这是……？
a-new-idea = 💡 一个新建议
a-question = ❓ 想问团队一个问题
never-mind = ✖ 没事，不发了
earlier-kept = <i>“{ $words }”也留着，还没有发出：/suggest 可以接着写。</i>
greeted = 👋 您好！{ $place }哪里可以更好？发一张照片或几句话就行。
with-pleasure = 😊 不客气。{ $place }哪里可以更好，随时发照片或几句话来。
draft-open = 您有一个没写完的建议：“{ $words }”
    要接着写吗？
go-on = ➡ 接着写
start-anew = 🗑 不要了，重新开始
draft-gone = 这份草稿已经不在了。发一张照片或几句话就可以重新开始。
already-sent = 这条已经保存了：{ $number } 号 ✓
where = 📍 在哪里？请在下面选，或者发送位置。还有照片或话要补充，直接发就行。
more-spots = ⋯ 其他位置
numbered-spot = { $number } · { $spot }
elsewhere = 🌍 别的地方／说不准
no-such-spot = 这个位置已经不在列表里了，请选别的。
look-alikes = { $count ->
   *[other] 🔎 有人提过差不多的建议，您要一起支持吗？
}
add-voice = 👍 支持 { $number } 号
mine-is-different = ✨ 我的不一样
voice-added = 您的支持已经算到 { $number } 号 ✓ 👍 { $voices }
    您写的话放在下面了。有进展会告诉您。
voice-apart = 您的支持已记在 { $number } 号 ✓ 您写的话放在下面了。
    今天从同一网络来了很多新访客，团队看过后会计入。
saved = 已保存 ✓ <b>{ $number } 号</b>：{ $words }
saved-waits = 志愿者看过后大家就能看到，有结果告诉您。
saved-waits-for-somebody = 这里一有志愿者就会来看，看过后大家就能看到，有结果告诉您。
saved-on-board = 已经在列表里了 ✓ <b>{ $number } 号</b>：{ $words }
    志愿者会来看，有进展会告诉您。
added = 已补充到 { $number } 号 ✓
undo = ↩ 撤回
taken-back = { $number } 号已撤回，没有别人看到。
was-taken-back = { $number } 号已被提出的人撤回。
too-late-to-take-back = { $number } 号已经有人在处理了。需要帮忙请点“帮助”找志愿者。
dropped = 好的，什么都没有发出去。
suggest-something = 💡 提个建议
question-sent = 您的问题已经交给团队 ✓ 答复会发到这里。
question-kept = 您的问题已经留好 ✓ 团队现在还没有人，谁来了会先看它。
somebody-asks = 🙋 { $name }问：{ $words }
answer-questions = 回答
enough-photos = 一条建议 { $limit } 张照片就够了，谢谢！前面的都留着，请在下面选择。
enough-today = 今天您已经提了 { $limit } 条建议，真了不起！其余的请明天再发。
the-rest-is-kept = 建议的其他内容都还在。您可以再发一张照片。
nothing-left = 这条建议还没有照片，也没有文字。请发一张照片或几句话。
send-another = 📷 再发一次

# 建议列表
board-title = 👍 <b>大家的建议</b>
line = <b>/{ $number }</b> { $words }
    { $status } · 📍 { $spot } · 👍 { $voices }
card = <b>{ $number } 号</b> · { $status }
    { $words }
    📍 { $spot } · 👍 { $voices }
card-trial = ⏳ 试行到 { $until }
card-merged = 🔗 已并入 /{ $number }
card-reason = 💬 { $reason }
card-author = ✍ { $name }
card-paper = 📝 纸上的支持：{ $count }
card-apart = 👥 另有 { $count } 位来自同一网络，超过当天上限，没有计入
card-poll = 🗳 投票“{ $question }”：{ $voters } 人投票，{ $votes } 票给这条
card-poll-dots = 🗳 投票“{ $question }”：{ $voters } 人投票，这条得了 { $dots } 个点
card-poll-score = 🗳 投票“{ $question }”：{ $votes ->
    [0] 没有人打分
   *[other] 平均 { $score } 分，满分 5 分
}
card-space = 🧭 谁的地方：{ $space }
card-behalf = 🙋 替{ $name }提的
card-for-a-neighbour = 🙋 志愿者替一位邻居记下的
without-words = 📷 照片或语音
at-location = { $latitude }, { $longitude }
one-by-one = 👀 一条一条看
five-more = ⬇ 再看五条？
narrow-button = 🔎 排序或筛选
narrow = 您想看哪些建议？
view-new = 🆕 最新的
view-top = 👍 支持最多的
view-mine = 🙋 我提的
by-status = 🚦 按进展
by-spot = 📍 按位置
which-status = 哪种进展？
which-spot = 哪个位置？
nothing-here = 这里还没有建议。您来提第一条？
that-was-the-last = 已经是最后一条了。
next-idea = ➡ 下一条
more = ⋯ 更多
back = ⬅ 返回
see = 👀 看看
see-the-other = 🔗 看另一条
support = 👍 支持（{ $voices }）
supporting = ✓ 我支持（{ $voices }）
supported = 您的支持已经算上 👍
supported-apart = 您的支持已保存 ✓ 今天从同一网络来了很多新访客，团队看过后会计入。
unsupported = 您的支持已收回。
own-idea = 这是您自己的建议，这里算的是邻居们的支持。
follow = 🔔 关注
unfollow = 🔕 不再关注
flag = 🚩 这条不该放在这里
flagged = 谢谢。团队会先看 { $number } 号；看之前它还在这里。✓
flag-taken-back = 好的，您对 { $number } 号的提醒已撤回。✓
flag-answered = 🚩 您提醒过的 { $number } 号，团队看过了，可以留下。谢谢您的提醒！
enough-flags = 您今天已经提醒了 { $limit } 条，谢谢。还有的话请找人说。
change = ✎ 修改
what-to-change = { $number } 号要改成什么？发来新的话，或者一张新照片。现在是：“{ $words }”
what-to-change-on-record = { $number } 号要改成什么？发来新的话，或者一张新照片；原来的会留在记录里。现在是：“{ $words }”
changed = { $number } 号改好了 ✓
changed-on-record = { $number } 号改好了 ✓ 原来的在记录里。
change-waits = 您对 { $number } 号的修改已保存 ✓ 志愿者看过后才会换上，之前还是原来的。
one-photo-please = 请只发一张照片：它会换掉原来的。
not-yours-to-change = { $number } 号只有提出的人能改。您可以留言。
too-late-to-change = { $number } 号已经有答复了，原话不再改。您可以留言。
card-as-written = ✍ 原文：“{ $words }”
card-change = ✎ 提出的人想改成：“{ $words }”
card-change-photo = ✎ 提出的人想换成这张照片
card-changed = ✎ 提出的人 { $when } 改过；原来的在记录里。
take-change = ✅ 采用修改
leave-change = ✖ 保持原样
change-settled = { $number } 号的修改已经处理过了。
change-taken = ✎ 您对 { $number } 号的修改已公开 ✓
change-left = ✎ { $number } 号保持原样：志愿者没有采用修改。您可以留言，或者找人说。
change-taken-by-you = 修改已公开 ✓ 会告诉提出的人。
change-left-by-you = 保持原样 ✓ 会告诉提出的人。
card-flags = 🚩 有 { $count } 位邻居说这条不该放在这里。
followed = 有进展会告诉您 🔔
unfollowed = 以后不再通知您这条建议。
listen = 🔊 听语音
no-voice = 语音还没有准备好，请过一会儿再试。
whole = <b>{ $number } 号</b> · { $words }
    转给别人：<code>{ $link }</code>
whole-in-both = <b>{ $number }</b> · { $read }

    原文：
    { $words }
    转给别人：<code>{ $link }</code>
in-its-own-words = 🌐 这是原文；你的语言在“用另一种语言说”里。
read-as = 🌐 { $words }
asked-and-answered = ❓ { $question }
    💬 { $answer }
comments-button = 💬 留言（{ $count }）
comments = { $count ->
    [0] { $number } 号还没有留言。您来写第一条吧。
   *[other] { $number } 号最近的留言。您也可以直接写。
}
comment-line = <b>{ $name }</b>：{ $words }
comment-saved = 您对 { $number } 号的留言已保存 ✓
five-comments-more = ⬆ 再看五条？
hide-a-comment = 🚫 隐藏或恢复留言
which-comment = { $number } 号的哪条留言？
hide-this = 🚫 { $words }
bring-this-back = ↩ 恢复：{ $words }
why-hide-comment = 为什么要隐藏这条留言？写的人会看到理由。
    “{ $words }”
comment-hidden = 留言已隐藏 ✓ 写的人会看到理由。
comment-back = 留言已恢复 ✓ 会告诉写的人。
see-comments = 💬 看留言
hidden-comment-line = 🚫 <s>{ $name }：{ $words }</s>
    理由：{ $reason }
your-comment-hidden = 🚫 志愿者隐藏了您的留言“{ $words }”。
    理由：{ $reason }
your-comment-back = ↩ 您的留言“{ $words }”又能看到了。
comment-hidden-already = 这条留言已经隐藏了。
comment-seen-already = 这条留言没有隐藏。
no-such-comment = 这条留言不在这里。请看看其他留言。
comment-news = { $count ->
   *[other] 💬 您的建议有 { $count } 条新留言：
}
comment-news-line = <b>/{ $number }</b> { $words }
comment-news-more = 还有 { $count } 条。
read-comments = 💬 { $number } 号的留言
how-often = ⏰ 多久告诉我一次
hears-daily = 您的建议有新留言时，现在<b>每天</b>合成一条告诉您。想改成？
hears-weekly = 您的建议有新留言时，现在<b>每周</b>合成一条告诉您。想改成？
hears-off = 您的建议有新留言时，现在<b>不通知</b>您。想改成？
rhythm-daily = ☀ 每天一次
rhythm-weekly = 📅 每周一次
rhythm-off = 🔕 不用通知
rhythm-chosen = 记下了 ✓
a-neighbour = 一位邻居
no-such-idea = 这条建议不在这里。请看看其他建议。
no-such-number = 这里没有 { $number } 号建议。请核对一下号码，或者看看列表。
not-on-board = { $number } 号现在不在列表里。
not-supportable = { $number } 号现在不能支持或留言。

# 建议的一生
status-draft = ✏ 草稿
status-new = 🆕 新收到
status-open = 🟢 公开讨论
status-agreed = ✅ 同意
status-agreed-but = ☑ 有条件同意
status-trial = 🧪 先试试
status-not-now = ⏸ 先不做
status-planned = 🗓 已排上计划
status-under-way = 🔨 正在做
status-done = 🎉 完成
status-looked-again = 🔁 已回访
status-merged = 🔗 已合并
status-hidden = 🚫 已隐藏
status-withdrawn = ↩ 已撤回
spot-inside = 店里
spot-front = 店门口
spot-yard = 院子
spot-street = 街道
spot-unsure = 说不准
decides-inside = 这是店里的地方，只有店主能答复，已经放进店主的摘要。
decides-front = 这是店门口，由店主和联络员答复，已经放进店主的摘要。
decides-front-alone = 这是店门口，由店主答复，已经放进店主的摘要。
decides-yard = 这是院子，由志愿者团队和物业或社区一起答复，已经放进物业或社区的摘要。
decides-yard-alone = 这是院子，由志愿者团队答复。
decides-street = 这是街道，由联络员答复，已经放进联络员的摘要。
decides-unsure = 还不清楚这是谁的地方。请先弄清楚“谁的地方”，再做决定。
news = 📣 { $number } 号“{ $words }”：<b>{ $status }</b>
news-by = 🗣 答复人：{ $who }
news-with-reason = 📣 { $number } 号“{ $words }”：<b>{ $status }</b>
    💬 { $reason }
news-undone = ↩ 有一步撤销了。{ $number } 号“{ $words }”回到：<b>{ $status }</b>
news-merged = 🔗 { $number } 号“{ $words }”和 { $target } 号说的是一件事，已经合在一起。您的支持算在那里。
no-such-step = { $number } 号现在是“{ $status }”，不能走这一步。
somebody-was-first = { $name }先了一步：{ $number } 号现在是“{ $status }”。
not-the-last-step = { $number } 号后来又有了进展，只能撤销最后一步。
undo-the-other-first = { $number } 号也并入了别的建议，请先撤销那一步。
reason-needed = 请写一个理由，相关的人都会看到。
step-undone = 已撤销 ✓ { $number } 号回到：{ $status }。记录里会保留。
undo-last = ↩ 退回：{ $status }
where-to = { $number } 号现在是<b>{ $status }</b>。接下来？
why = { $number } 号 → { $status }。为什么？写一句话，相关的人都会看到。
anything-to-tell = { $number } 号 → { $status }。有什么想告诉大家的吗？写一句话，也可以不写。
nothing-to-tell = 不写了，继续
without-reason = 不写理由，继续
moved = { $number } 号现在是：{ $status } ✓ 会告诉所有相关的人。
after-photo = 🎉 { $number } 号完成了！有现在的照片吗？
no-photo = 没有照片，直接告诉大家
after-photo-kept = 谢谢 ✓ 照片准备好就发给关心 { $number } 号的人。
news-goes-without-picture = 消息会不带照片发出。

# 谁的地方谁答复
answer-idea = 🗣 答复
what-do-you-say = 您怎么看？相关的人都会听到您的答复。
answer-yes = ✅ 同意
answer-but = ☑ 同意，但是……
answer-more = ⋯ 先试试，或先不做
answer-try = 🧪 先试试
answer-later = ⏸ 先不做
why-but = 同意，但要注意什么？写一句话就行。
why-try = 试到{ $until }。大家需要知道什么？写一句话就行。
why-later = 为什么先不做？写一句话，大家会更理解。
decided = { $number } 号：{ $status } ✓ 会告诉所有相关的人。
decision-line = { $words } · 👍 { $supporters }
answered-yes = ✅ 同意
answered-but = ☑ 同意，但有条件
answered-try = 🧪 先试试
answered-later = ⏸ 先不做
answer-line = 🗣 { $role }：{ $answer }
answer-line-why = 🗣 { $role }：{ $answer } 💬 { $reason }
answer-noted = { $number } 号：您的答复“{ $answer }”已记录 ✓ 还要等另一方答复。
other-party-gone = 另一方现在没有人了，您的答复就算数。
answer-taken-back = 您对 { $number } 号的答复已收回 ✓ 记录里会保留。
your-answer-needed = 🗣 { $number } 号“{ $words }”也需要您答复。对方说：{ $answer }
how-long = { $number } 号试到哪一天？请选一个，或者直接写日期，比如 12月24日。
until = 🧪 试到{ $when }
not-a-date = 这个日期我没看懂，或者不合适。请写以后一年内的日期，比如 12月24日。
decided-trial = { $number } 号：先试到{ $until } ✓ 会告诉所有相关的人。
trial-over = 🧪 { $number } 号“{ $words }”试行期到了。接下来怎么办？一周没有答复就恢复原样。
trial-keep = ✅ 保留
trial-change = ☑ 改一改……
trial-undo = ↩ 恢复原样
trial-more = ⋯ 再试试，或恢复原样
trial-longer = 🧪 再试一段时间
what-becomes-of-it = 试得怎么样？相关的人都会听到您的答复。
why-change = 要改什么？写一句话就行。
why-undo = 为什么恢复原样？写一句话，大家会更理解。
news-trial-undone = ↩ { $number } 号“{ $words }”试行期过了一周，没有人答复，所以恢复原样：<b>⏸ 先不做</b>
decision-trial = 🧪 试行到期：{ $words } · 👍 { $supporters }

# 整理建议
desk-empty = 🗂 没有等着处理的建议，辛苦了！
desk-only-questions = 🗂 没有等着看的建议，但有人在等答复。
open-questions = 🙋 问团队的问题（{ $count }）
see-the-board = 👍 看建议列表
desk-waiting = { $overdue ->
    [0] 🗂 等着处理：{ $count } 条
   *[other] 🗂 等着处理：{ $count } 条，超过一周：{ $overdue } 条
}
desk-one = 🗂 正在处理
may-be-same = 🔎 可能和 /{ $number } 说的是同一件事：照片很像。
look-after = 🗂 处理这条
publish = ✅ 公开到列表
published = { $number } 号已公开 ✓
join-first = { $count ->
   *[other] 🔎 还有建议可能和 { $number } 号说的是同一件事。要合并吗？大家的支持都会保留，也可以撤回。
}
publish-different = ✅ 不一样，公开到列表
looked-at = 👀 看过了，留着
looked-at-toast = { $number } 号留在列表里 ✓
move-along = 🚦 更新进展
ask-author = ❓ 问提出的人
merge = 🔗 和另一条合并
hide = 🚫 隐藏
hold-a-picture = ✋ 照片里有孩子：先收起来
correct-spot = 📍 改正位置
reply = 💬 回复提出的人
put-off = ⏭ 以后再说，看下一条
count-them = 👥 计入另外 { $count } 位：都是邻居
counted-in = 已计入 ✓ { $number } 号现在 👍 { $voices }。
counted-apart-again = 又分开列了 ✓ { $number } 号 👍 { $voices }。
many-voices = 🚨 几分钟内有 { $count } 位新访客支持了 { $number } 号“{ $words }”。同一网络一天超过 5 位的没有计入。如果是活动现场共用一个 Wi-Fi 的邻居，可以计入。
bring-back = ↩ 恢复
next-at-desk = 🗂 下一条
own-idea-asked = { $number } 号是您自己提的，不用问别人，直接补充就行。
what-to-ask = 您想问 { $number } 号的提出人什么？
author-asked = ❓ { $name }想问您的 { $number } 号建议“{ $words }”：{ $question }
answer-button = 回答
question-on-its-way = 关于 { $number } 号的问题已发出 ✓
author-not-reached = 关于 { $number } 号的问题已保存，但现在联系不上提出的人。
your-answer = “{ $question }”
    请打字、说话或发照片。
answered-already = 您已经回答过了，谢谢！
answer-kept = 谢谢 ✓ 您的回答已记在 { $number } 号里。
author-answers = 💬 { $number } 号的提出人回答：{ $answer }
    <i>您问的是：{ $question }</i>
what-to-reply = 您想对 { $number } 号的提出人说什么？会显示在建议下面。
team-replies = 💬 团队的{ $name }回复您的 { $number } 号建议“{ $words }”：{ $reply }
reply-sent = 您的回复已放在 { $number } 号下面 ✓
why-hide = 为什么要隐藏 { $number } 号？提出的人会看到理由。
hidden = { $number } 号已隐藏 ✓ 提出的人会看到理由。
which-spot-for = { $number } 号是哪里的？谁的地方，就由谁答复。
spot-corrected = 位置已改正 ✓
merge-into-which = { $number } 号要并入哪一条？请在下面选，或者输入号码。
merge-into = 🔗 并入 { $number } 号
type-a-number = 请输入另一条建议的号码，比如 27。
not-into-itself = 不能并入自己，请输入别的号码。
merged = { $number } 号已并入 { $target } 号 ✓ 👍 { $voices }
    大家的支持都还在，什么都没有删除。

# 记录
record-button = 📜 记录
record = 📜 <b>{ $number } 号的记录</b> · { $status }
record-space = 🧭 { $space }：{ $who }
votes-inform = 投票供参考，决定由该答复的人来做。
five-entries-more = ⬇ 更早的五条？
entry = { $when } · { $what } · { $who }
entry-why = { $when } · { $what } · { $who }
    💬 { $reason }
entry-sent = 💡 提出
entry-sent-for-a-neighbour = 💡 替一位邻居记下
entry-undone = ↩ 退回到：{ $status }
entry-space = 🧭 { $before } → { $after }
entry-joined = 🔗 /{ $number } 并入
entry-changed = ✎ 改了文字（下面是原来的）
entry-changed-photo = ✎ 换了照片
entry-answer-back = ↩ 收回了答复
role-resident = 邻居
role-volunteer = 志愿者
role-lead = 负责人
role-shopkeeper = 店主
role-liaison = 联络员
role-property-manager = 物业或社区
role-together = 双方的答复合在一起
role-clock = 到期没有人答复
take-steps-back = ↩ 撤销几步
how-far-back = { $number } 号现在是<b>{ $status }</b>。要退回到哪里？后面的步骤会一起撤销，都留在记录里。
back-to = ↩ { $status }（{ $when }）
why-back = { $count ->
   *[other] 撤销 { $count } 步，{ $number } 号回到：{ $status }。为什么？相关的人都会看到。
}
nothing-to-take-back = { $number } 号没有您能撤销的步骤。
news-undone-because = ↩ 撤销了。{ $number } 号“{ $words }”回到：<b>{ $status }</b>
    💬 { $reason }
please-tell = 🙋 这条是您替{ $name }记下的，请转告一声。

# 谁的地方
space-inside = 店里面
space-front = 店门口（店铺外面）
space-yard = 公共院子
space-street = 街道
space-unsure = 说不准
who-inside = 由店主答复
who-front = 由店主和联络员一起答复
who-front-alone = 由店主答复
who-yard = 由志愿者团队和物业或社区一起答复
who-yard-alone = 由志愿者团队答复
who-street = 由联络员答复
who-unsure = 先弄清楚是谁的地方
whose-space-button = 🧭 谁的地方
whose-space = { $number } 号现在算：<b>{ $space }</b>。应该是谁的地方？位置不会变。
why-this-space = { $number } 号 → { $space }。为什么？写一句话，会留在记录里。
space-drawn = { $number } 号现在算：{ $space } ✓ { $who }。
space-is-so-already = 已经是这样了。请选别的。

# 没有手机的邻居
on-behalf = 🙋 替没有手机的邻居提
on-whose-behalf = 替谁提？请写对方愿意用的称呼，或者选：
just-a-neighbour = 🙋 一位邻居
did-she-agree = { $name }亲口同意我们记下来并让大家看到吗？没有同意就什么都不保存。
she-agreed = ✓ 同意记下来、让大家看到
she-did-not = ✖ 没有同意
not-written-down = 好的，什么都没有记下。
send-hers = 💡 请发来她说的话或照片。
name-too-long = 这个称呼太长了，请写短一点。
paper-button = 📝 纸上的支持（{ $count }）
paper-voices = { $mine ->
    [0] 📝 { $number } 号有 { $count } 位没有手机的邻居支持。每按一下，算一位亲口告诉您的邻居。
   *[other] 📝 { $number } 号有 { $count } 位没有手机的邻居支持，其中 { $mine } 位是您记下的。每按一下，算一位亲口告诉您的邻居。
}
one-voice-more = ➕ 再记一位
one-voice-less = ↩ 划掉我记的最后一位
voices-noted = 您记下了 { $count } 位 ✓

# 摘要
digest-new = 💡 新建议：{ $numbers }
digest-queue = 🗂 等着整理的建议：{ $count } 条
digest-flagged = 🚩 邻居提醒（{ $count } 条）：{ $numbers }
digest-late = ⏰ 等了超过一周（{ $count } 条）：{ $numbers }
digest-became = <b>/{ $number }</b> { $words } → { $status }
digest-became-why = <b>/{ $number }</b> { $words } → { $status } 💬 { $reason }
total-ideas = 💡 新建议：{ $count }
total-voices = 👍 支持：{ $count }
total-answers = 🗣 已答复：{ $count }
total-days = ⏱ 平均几天答复：{ $count }

menu-suggest = 提建议
menu-ideas = 大家的建议
menu-desk = 整理建议（团队）
menu-behalf = 替没有手机的邻居写（团队）

# A role that nobody holds
vacant-inside = 这里还没有店主，暂时没人能答复。负责人可以在“团队工具”里邀请一位。
vacant-front = 这里还没有店主，所以还在等。负责人可以在“团队工具”里邀请一位。
vacant-street = 这里还没有联络员，暂时没人能答复。负责人可以在“团队工具”里邀请一位。
nobody-is-shopkeeper = 🏪 这里还没有店主。在等店主的建议（{ $count }）：{ $numbers }
nobody-is-liaison = 🏛 这里还没有联络员。在等联络员的建议（{ $count }）：{ $numbers }
nobody-is-property-manager = 🏘 这里还没有物业或社区的人。院子的建议现在由团队自己答复（{ $count }）：{ $numbers }
link-for-shopkeeper = 🔗 给店主的链接
link-for-liaison = 🔗 给联络员的链接
link-for-property-manager = 🔗 给物业或社区的链接
ask-the-operator = 这里也还没有负责人。运行机器人的人可以生成链接：<code>{ $command }</code>
look-after-it = 🧡 我来照看
keep-as-made = 🖌 记作大家做的
today-idea = 💡 { $number } 号 · { $words }
today-open = 🗂 看 { $number } 号
today-decide = 👉 答复 { $number } 号
band-tiny = 不到 100 元
band-small = 100–500 元
band-middle = 500–2,000 元
band-large = 2,000–10,000 元
band-more = 10,000 元以上
card-cost = 💰 团队估计：{ $cost }
cost-button = 💰 大概要多少钱
ask-cost = 💰 { $number } 号大概要多少钱？大家在卡片上看得到。
ask-cost-now = 💰 { $number } 号现在写的是{ $cost }。大概要多少钱？大家在卡片上看得到。
cost-unknown = 还是说不准
cost-kept = 💰 { $cost } ✓
cost-taken-back = 估计已从卡片上拿掉 ✓
cost-changed-often = 这个估计已经改过很多次，请先这样吧。
entry-cost = 💰 估计：{ $cost }
entry-cost-back = 💰 收回估计
