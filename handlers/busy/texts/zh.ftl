menu-busy = 店里忙不忙
back = ⬅ 返回

# A week
week = { $day } 起的一周
how-quiet = 冷清
how-usual = 和平常一样
how-busy = 热闹
say-quiet = 😌 冷清
say-usual = 🙂 和平常一样
say-busy = 🎉 热闹
with-number = { $how } · { $came } 人
how-was = 📈 { $week }，店里怎么样？
you-said = 您之前说的是：{ $said }
digest-told = 📈 { $week }：{ $said } ✓
toast-quiet = 记下了：冷清 ✓
toast-usual = 记下了：和平常一样 ✓
toast-busy = 记下了：热闹 ✓
noted = 记下了 ✓ { $week }：{ $said }
    只有您和团队看得到。
too-late = 这一周已经不能再填了。上一周请看 /busy
tap-first = 请先点一下这一周怎么样：/busy
add-number = ＋ 写个人数
change-number = ✎ 改人数
how-many = { $week } 来了多少人？写一个数字就行，估计的也可以。
no-number = 去掉人数
not-a-number = 请用数字写，0 到 { $most } 之间。

# The curve
curve = 📈 <b>店里忙不忙</b>
    已记 { $count } 周
curve-title = 店里忙不忙
curve-note = 店主说的 { $count } 周
newest = 最近：{ $week }：{ $said }
only-you = 只有店主和团队看得到。
nothing-yet = 📈 还没有记录。每周一店主的摘要里会问一句，点一下就好。
tell-last-week = 📈 上周怎么样
change-last-week = ✎ 改上周的
see-curve = 👀 看曲线

# Ten minutes at the door
ten-minutes = ⏱ 数十分钟
ask-passing = ⏱ 请在门口站十分钟。有多少人路过？孩子也算。
ask-staying = 路过 { $passing } 人。其中有多少人停留了：进店、坐下、聊天？
ask-children = 这些人里有多少是孩子？别的都不问。
ask-weather = 天气呢？
weather-fair = ☀ 还不错
weather-wet = 🌧 下雨或下雪
weather-extreme = 🥵 太热或太冷
no-weather = –
begin-anew = ↻ 重新数
counted = 路过 { $passing } 人，停留 { $staying } 人，其中孩子 { $children } 人 · { $weather }
count-noted = 记下了 ✓ { $line }
last-count = ⏱ 最近一次：
no-such-count = 这次已经数完或不要了。要重新数，请看 /busy
more-children-than-people = 孩子比总人数还多了。有多少是孩子？
enough-counts = 一周数 { $most } 次足够了。谢谢！下周再来。

# People stay away
alarm-owner = 📉 最近四周，不到您最热闹的连续四周的一半。这是从 { $count } 次回答里看出来的，原因看不出来。
alarm-team = 📉 店里最近四周，不到最热闹的连续四周的一半。这是从店主 { $count } 次回答里看出来的，原因看不出来。只有店主和团队知道。
there-was = 最热闹的那几周有：{ $what }
nothing-then = 最热闹的那几周没有什么记录。
suggest-again = 可以试一件事：再来一次像“{ $what }”这样的？
suggest-ask-owner = 可以试一件事：问问邻居，什么会让他们常来。团队可以发起投票。
suggest-ask-team = 可以试一件事：用投票问问邻居，什么会让他们常来。请先和店主谈谈。
a-word-to-the-team = 💬 给团队捎句话
plan-event = 📅 办个活动
make-poll = 🗳 发起投票
