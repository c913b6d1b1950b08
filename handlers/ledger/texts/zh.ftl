menu-ledger = 谁决定的？
see = 👀 看看谁决定的
nothing-yet = ⚖ 等第一个有建议的月份过完，这里会写明是谁决定的。
earlier = ⬅ 上一个月
later = ➡ 下一个月

# A month
head = ⚖ <b>{ $month }：谁决定的？</b>
title = { $month }：谁决定的？
chart-note = 共 { $count } 个决定
explain = 少于五的数不写，免得看出是谁。“投票”指：邻居们投票赞成，也就照办了。
few-decisions = 决定少于 { $limit } 个：不写是谁决定的。
share-owner = 店主 { $count }
share-team = 团队 { $count }
share-vote = 投票 { $count }
share-city = 城市 { $count }
share-several = 几方一起 { $count }
by-owner = 店主
by-team = 团队
by-vote = 投票
by-city = 城市
by-yard = 物业或社区
by-several = 几方一起
fewer = 少于 { $limit }
silence = 🤐 等了太久没有答复的：{ $count }
answered = ✉ { $count } 条建议第一次得到答复：一半在 { $median } 天内，最久的等了 { $oldest } 天
voices = 👍 { $voices } 个支持，其中第一次支持的邻居：{ $first }
undone = ↩ 撤回的：{ $count }
hidden = 🙈 隐藏的：{ $count }
against = 🗳 { $number } 号“{ $words }”：投票赞成，答复是先不做：{ $reason }
no-reason = 没有写原因
without-words = （没有文字）
digest = ⚖ { $month }谁决定的：{ $shares } /ledger

# The slide back
slide = ⚖ 连续两个月，几乎都是店主和团队自己决定的：上个月 { $decided } 个决定里有 { $alone } 个。这句话只有店主和团队看到。办一次投票，或者和相关的人谈谈，就会不一样。

# The promise
promised = 📬 承诺在 { $when }前答复
overdue = ⏳ 承诺在 { $when }前答复，已经超期
digest-overdue = ⏳ 超过承诺的 { $days } 天还没有答复：{ $numbers }

# Months
month = { $year } 年 { $month }
month-1 = 1 月
month-2 = 2 月
month-3 = 3 月
month-4 = 4 月
month-5 = 5 月
month-6 = 6 月
month-7 = 7 月
month-8 = 8 月
month-9 = 9 月
month-10 = 10 月
month-11 = 11 月
month-12 = 12 月
