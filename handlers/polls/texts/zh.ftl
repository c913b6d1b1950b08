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
no-such-idea = 建议栏里没有 { $number } 号，请核对编号再发一次。
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
}。结果会发给所有问过的人，结束后不能再打开。
close-yes = 结束并告诉大家
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
menu-polls = 投票
