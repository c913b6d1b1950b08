polls = 🗳 <b>投票</b>
no-polls = 现在没有投票。有新的投票时，会在这里告诉您。
make-one = ➕ 发起投票
open-line = <b>{ $question }</b>
    ⏳ { $until } 截止 · { $voters ->
        [0] 还没有人投
       *[other] 已有 { $voters } 人投票
    }
closed-line = <b>{ $question }</b>
    🏁 已结束 · { $voters ->
        [0] 没有人投票
       *[other] { $voters } 人投了票
    }
open-label = 🗳 { $words }
closed-label = 🏁 { $words }
more-polls = 还有 { $count } 个
back = ⬅ 返回
new-poll = 📣 { $place }想听听您的意见。
sheet = 🗳 <b>{ $question }</b>
    { $how }{ $results }
    ⏳ { $until } 截止
how-single = 请选一个。
how-several = 可以选几个。
results-hidden = 截止后公布结果，谁投了什么没有人看得到。
results-live = 随时可以看到票数，谁投了什么没有人看得到。
option-line = { $number }. { $words }
option-votes = { $number }. { $words } – { $votes } 票
your-choice = ✓ 您投的是：<b>{ $words }</b>
no-choice-yet = 您还没有投票。
so-far = { $voters ->
    [0] 还没有人投票。
   *[other] 目前已有 { $voters } 人投票。
}
vote = 🗳 去投票
my-option = ✓ { $words }
counted = 已记下您的一票：{ $words }。截止前可以改。
taken-back = 您的这一票已收回，截止前可以再投。
closed-already = 这个投票已经结束，谢谢您！结果在“投票”里。
poll-gone = 这个投票已经不在了，用 /polls 看看其他的。
reminder = ⏰ 您还没有投票，{ $until } 之前都来得及：
    <b>{ $question }</b>
result = 🏁 <b>{ $question }</b>
winner = 得票最多：<b>{ $words }</b>（{ $votes } 票）
tie = 票数相同，各 { $votes } 票：<b>{ $words }</b>
nobody-voted = 这次没有人投票。
result-line = · { $words }：{ $votes } 票
result-share = · { $words }：{ $votes } 票（{ $share }%）
turnout = { $voters ->
    [0] 没有人投票
   *[other] { $voters } 人投了票
}，{ $abstained ->
    [0] 没有人弃权。
   *[other] { $abstained } 人没有投。
}
ask-question = 您想问大家什么？请用一行写下问题。
question-too-long = 问题有点长，请不要超过 { $limit } 个字。
unfinished = 有一个投票还没做完：“{ $question }”。接着做吗？
go-on = 接着做
start-over = 重新开始
ask-options = <b>{ $question }</b>
    大家可以选什么？请写 2 到 { $most } 个选项，一行一个，分几次发也行。也可以发建议的编号，比如：27 31
more-options = <b>{ $question }</b>
    还有别的选项吗？没有就点“就这些”。
options-full = <b>{ $question }</b>
    选项已经够多了，放不下更多。
that-is-all = 就这些 ✓
take-last-back = ↩ 去掉最后一个
too-few = 至少要有两个选项，请再写一个。
left-too-long = ⚠ 这个选项太长了，请缩短到 100 个字以内：“{ $words }”
left-double = ⚠ 这个选项已经有了：“{ $words }”
left-too-many = ⚠ 最多 12 个选项，这个没有放进去：“{ $words }”
no-such-idea = 建议列表里没有 { $number } 号，请核对编号再发一次。
ask-kind = 每个人怎么投？
kind-single = 每人选一个
kind-several = 每人可选几个
ask-until = 投到什么时候？请选一个，或写下日期和时间。下面三个都在 { $evening } 截止。
until-tomorrow = 明天晚上
until-three-days = 三天后
until-a-week = 一周后
this-time = { $time }
which-time = 您说的是哪一个？
time-not-understood = 没看懂这个时间，请这样写：“星期五 20:00”。
time-past = 这个时间已经过了，请选晚一点的。
too-far = 投票最多开 90 天，请选早一点的时间。
ask-live = 投票期间大家能看到票数吗？
hidden = 截止后才公布
live = 可以，随时看
preview = 👀 大家看到的就是这样。现在发出去吗？
publish = 📣 发给大家
change = ✏ 改一改
drop = 🗑 不要了
dropped = 已放弃，没有发给任何人。
what-to-change = 想改什么？
change-question = 问题
change-options = 选项
change-rest = 投法、时间和票数
ask-other-question = 现在是：“{ $question }”。请写下新的问题。
published = 投票开始了 ✓
in-short = 🗳 <b>{ $question }</b>：投票到 { $until }
draft-gone = 这份草稿已经不在了，用 /newpoll 重新开始。
manage = ⚙ 时间和结束
manage-what = ⚙ <b>{ $question }</b>
    { $until } 截止。想改什么？
longer = { $days ->
   *[other] ⏳ 延长 { $days } 天
}
extended = 已延长 ✓
moved-already = 时间刚刚改过了，请再看一眼。
close-now = 🏁 现在结束
ask-close = 现在结束“{ $question }”吗？{ $voters ->
    [0] 还没有人投票
   *[other] 已有 { $voters } 人投票
}。请选一个或写下理由。结果和理由会发给所有问过的人，结束后不能再打开。
digest-soon = 🗳 { $question } – { $until } 截止，{ $voters ->
   *[other] 已有 { $voters } 人投票
}
digest-closed = 🏁 { $question }：{ $winner }（{ $voters ->
   *[other] { $voters } 人投票
}）
digest-closed-open-end = 🏁 { $question }：没有明显的结果（{ $voters ->
   *[other] { $voters } 人投票
}）
digest-closed-several = { $count ->
   *[other] 🏁 有 { $count } 个投票结束了：/polls
}
option-dots = { $number }. { $words } – { $dots } 个点
option-score = { $number }. { $words } – { $score } 分（{ $votes } 人打分）
your-reason = ✍ 您写的：{ $words }
you-came-later = ℹ 您是投票开始之后才来的，这一票会单独列出。
came-later = + { $count } 票来自投票开始后才来的访客
crowd = 另有 { $count } 票来自同一个网络地址，超过同一网络的上限，没有计入
how-dots = 您有 { $dots } 个点，分给您看重的选项，一个选项可以给几个点。
how-score = 请给每个选项打 1 到 5 分。有一半以上投票人打了分的选项里，平均分最高的胜出。
how-consent = 可以先试试吗？有一个说明了理由的反对，就先不做。截止后大家都能看到顾虑和反对的内容，不写名字。
results-hidden-named = 👁 截止后公布结果，每个人投了什么大家都能看到。
results-live-named = 👁 票数和每个人投了什么，大家随时都能看到。
wants-quorum = 👥 近 60 天活跃的人里有 { $percent }% 投票，结果才算数。
answer-fine = 可以试
answer-concern = 有顾虑
answer-objection = 反对
given = { $words }：{ $value }
ask-concern = 🤔 您有什么顾虑？请用一两句话写下来。截止后大家都会看到，但不会知道是谁写的。写了才算数。
ask-objection = ✋ 为什么不能试？请用一两句话写下理由。截止后大家都会看到，但不会知道是谁写的。写了才算数。
reason-too-long = 请写一个理由，不要超过 { $limit } 个字。
no-dots-left = { $dots } 个点都给出去了。想重新分，请先全部收回。
take-dots-back = ↩ 收回我的点
question-line = 🗳 <b>{ $question }</b>
ask-score = <b>{ $words }</b>
score-meaning = 打几分？1 分是“不想要”，5 分是“太好了”。
many-newcomers = 🚨 几分钟内有 { $count } 位投票开始后才来的访客投了票：“{ $question }”。他们的票单独计算。有人知道他们是怎么来的吗？
polls-label = 🗳 投票
show-names = 👁 谁投了什么
names-line = <b>{ $words }</b>
    { $names }
votes-are-secret = 这个投票不记名，谁投了什么没有人看得到。
names-later = 截止后才能看到谁投了什么。
reasons-later = 截止后才能看到顾虑和反对的内容。
reason-line = · <b>{ $answer }：</b>{ $words }
more-reasons = 还有 { $count } 条？
no-reasons = 没有人有顾虑，也没有人反对。
more-names = 还有 { $count } 人
show-reasons = 💬 看看写下的意见（{ $count } 条）
decide = 📌 后来怎么定的
decide-later = 投票结束后才能记下来。
ask-decision = 📌 “{ $question }”后来怎么定的？请写一两句话，或者发一个建议的编号。所有问过的人都会收到。
leads-to-idea = 💡 { $words }
decision-too-long = 请不要超过 { $limit } 个字。
decision-told = 📌 投票“{ $question }”后来这样定了：
    { $what }
decision-noted = 📌 记下了，也告诉了所有问过的人。
decision-line = 📌 后来：{ $what }
idea-now = 建议 { $number } – { $status }
closed-early-line = ✂ { $name } 提前结束：{ $reason }
why-few = 投票的人还不多
why-asked = 有邻居说时间不够
why-all-voted = 想投的人都投了
why-overtaken = 这件事已经有结果了
without-reason = 没有写理由
passed = ✅ 通过：没有人反对。
not-passed = ✋ 没有通过：还有 { $objections } 个反对。
tie-dots = 点数相同，各 { $dots } 个点：<b>{ $words }</b>
tie-score = 得分相同，都是 { $score } 分：<b>{ $words }</b>
winner-dots = 得点最多：<b>{ $words }</b>（{ $dots } 个点）
winner-score = 得分最高：<b>{ $words }</b>（{ $score } 分，满分 5 分）
result-dots = · { $words }：{ $dots } 个点
result-score = · { $words }：{ $score } 分（{ $votes } 人打分）
quorum-reached = 👥 人数够了：{ $voters } 人投票，{ $active } 位活跃的人里需要 { $needed } 人。
quorum-missed = 👥 人数不够：{ $voters } 人投票，{ $active } 位活跃的人里需要 { $needed } 人。
ask-why-longer = 会延长到 { $until }。为什么延长？请选一个或写下理由，问过的人都会看到。
close-because = 🏁 结束：{ $why }
told-longer = ⏳ 这个投票延长到 { $until }：
    <b>{ $question }</b>
    { $name }：{ $reason }
step-published = · { $at } { $name } 发给了大家
step-extended = · { $at } { $name } 延长了时间：{ $reason }
digest-passed = 🏁 { $question }：通过，没有人反对
digest-not-passed = 🏁 { $question }：没有通过
total-polls = 🗳 结束的投票：{ $count }
total-voters = ✋ 投票的人：{ $count }
kind-consent = 🤝 不用选项：可以先试试吗？
kind-dots = 每人分几个点
kind-score = 给每个选项打 1 到 5 分
other-kinds = 分点、打分，或分一笔钱 …
ask-dots = 每人有几个点？
dots-each = { $dots } 个点
consent-answers = 这种投票只有三个固定的回答。想写选项，请重新发起一个投票。
change-rules = 怎么算票
change-named = 记名还是不记名
change-quorum = 最少要多少人投
ask-named = 大家能看到谁投了什么吗？投票之前每个人都会读到这一点。
secret = 不能，不记名
named = 能，记名
ask-quorum = 最少要多少人投票，结果才算数？请选一个，或写下近 60 天活跃的人的百分之几。
no-quorum = 不设最少人数
quorum-of = { $percent }%
quorum-not-understood = 请写 1 到 100 之间的数，比如 25。
menu-polls = 投票
menu-newpoll = 新建投票（团队）
you-had-said = 您当时选的是：{ $words }
so-many-said = { $voters } 人里有 { $count } 人这样选。
today-undecided = 🗳 “{ $question }”的结果怎么办？
hold-draft = ✎ 🗳 { $question }（草稿）
at-moment = { $at }
priced = { $words } · { $cost } 元
kind-time = 📅 哪个时间合适？
kind-budget = 💰 一笔钱怎么用
moments-are-given = 这个投票问的是时间。要写选项，请重新发起一个投票。
ask-moment = <b>{ $question }</b>
    大家可以选哪些时间？点一个日子，或直接写一个时间，比如“星期五 20:00”。
ask-hour = { $day }，几点？点一个，或直接打字。
other-hours = ⋯ 其他时间
earlier-days = ⬅ 前面的
later-days = 后面的 ➡
on-day = { $day }
another-moment = ➕ 再加一个时间
more-moments = <b>{ $question }</b>
    还有别的时间吗？没有就点“就这些”。
moment-too-far = 这个时间不行：要在将来，一年以内。请再选一次，其他时间都还在。
moment-over = 这个时间已经过了，请看看其他的。
closes-after-all = 到那时这些时间就都过了，请选早一点的截止时间。
how-time = 每个时间请说合不合适。说“可以”的最多的胜出，一样多再看“勉强可以”。
ask-suits = <b>{ $at }</b>
    这个时间您合适吗？
answer-yes = ✅ 可以
answer-maybe = 🟡 勉强可以
answer-no = ❌ 不行
suits-yes = ✅
suits-maybe = 🟡
suits-no = ❌
said-of-moment = { $said } { $words }
suited = ✅ { $yes } · 🟡 { $maybe } · ❌ { $no }
option-suited = { $number }. { $words } – { $suited }
result-suited = · { $at }：{ $suited }
suits-most = 最合适的时间：<b>{ $at }</b>
    { $voters } 人回答：✅ { $yes } 人可以 · 🟡 { $maybe } 人勉强可以 · ❌ { $no } 人不行
suits-nobody = 没有合适的时间：还没过的时间里，没有人说可以或勉强可以。
make-event = 📅 办成活动
event-begun = 名称和时间已经填好 ✓ 您发出之前没有人知道。
event-made-already = 这个投票已经办成活动了：/events
event-begun-by = { $name } 正在把它办成活动，请问一下。
event-begun-already = 您正在做另一个活动，请先做完或放弃：/newevent
how-budget = 一共有 { $total } 元，请选您愿意花钱做的。截止后选的人最多的先做，钱用完为止。
basket-left = 💰 { $total } 元还剩 { $left } 元
too-dear = “{ $words }”要 { $cost } 元，只剩 { $left } 元。请先拿掉别的。
funded = { $count ->
    [0] 💰 { $total } 元没有用上：没有人选。
   *[other] 💰 这笔钱够做 { $count } 个：{ $total } 元中用 { $spent } 元。
}选的人最多的在先；一样多时便宜的在先。
result-funded = ✅ { $words }，{ $cost } 元：{ $votes } 人选了
result-not-funded = · { $words }，{ $cost } 元：{ $votes ->
    [0] 没有人选
   *[other] { $votes } 人选了，钱不够
}
digest-closed-budget = 🏁 { $question }：钱够做 { $count } 个，共 { $spent } 元（{ $voters } 人投了票）
ask-cost = 💰 <b>{ $words }</b>
    最多要多少钱？请点一个，或写一个数（元）。大家按这个数投票，以后估计变了也不改。
up-to = { $cost } 元
ask-total = 💰 全部加起来 { $together } 元，最贵的 { $dearest } 元。一共有多少钱（元）？
amount-not-understood = 请写整数的元，比如 500。
total-too-small = 最贵的要 { $dearest } 元，钱比这少就没有人能选它。请写多一点，或改金额。
total-too-large = 全部加起来 { $together } 元，钱有这么多就不用选了。请写少一点。
change-costs = 💰 改金额
result-funded-many = ✅ { $words }，{ $cost } 元：{ $votes } 人
result-not-funded-many = · { $words }，{ $cost } 元：{ $votes } 人
estimated = { $words } · { $cost }
