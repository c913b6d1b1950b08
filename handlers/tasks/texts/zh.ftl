menu-tasks = 哪里需要帮手
menu-newtask = 新任务（团队）
back = ⬅ 返回
back-to-all = ⬅ 全部任务
more = ⋯ 更多
see = 👀 看一看
undo = ↩ 撤销

# 列表
list-head = 🧤 <b>哪里需要帮手</b>
list-none = 🧤 现在没有需要帮手的事。有的时候要告诉您吗？
list-button = 🧤 全部任务
line = 🧤 <b>{ $title }</b> · 👥 { $taken } / { $needed }
    { $when }
line-stand-in = 🔄 有人在找替手。
one-date = { $title } · { $day }
mine-button = 🙋 我的任务（{ $count }）
proposals-button = 📥 发现要做的（{ $count }）
aside = 🧤 有 { $count } 项任务需要帮手
lend-a-hand = 🧤 帮一把

# 卡片
card = 🧤 <b>{ $title }</b>
when-due = 🗓 { $day }前
when-at = 🕖 { $when }
card-weekly = 🔁 每周一次
card-monthly = 🔁 每月一次
card-where = 📍 { $where }
card-idea = 💡 属于 { $number } 号建议
card-event = 📅 属于“{ $event }”
card-bring = 🎒 { $bring }
card-safety = ⚠️ { $safety }
card-work = { $work }
card-skilled = 🎓 最好是会做的人。
card-adults = 🔞 只限成年人
card-people = 👥 需要 { $needed } 人，已有 { $taken } 人
card-minimum = 🙏 至少要 { $minimum } 人。
card-off = ❌ <b>不做了</b>
card-off-because = ❌ <b>不做了</b>：{ $reason }
hours = { $hours } 小时
mine-claimed = ✓ 您来做
mine-stand-in = 🔄 在有人接手以前，还是您来做
mine-done = ✓ 您做了：{ $hours }
mine-missed = 您那天没来
mine-excused = 您那天来不了
mine-asked-again = ❓ 时间改了，您还来做吗？
noted-for = { $name }（{ $by } 代记）
this-is-for = 🤝 这是您代 { $name } 记的，请问问本人。
this-is-for-list = 📋 这是您按接龙登记的各位的，请在群里说一声。
over-for-list = 📋 说的是您按接龙登记的各位。
all-there = ✓ 都到了 · { $hours }
one-by-one = 🤝 一位一位来
all-noted = 记下了 ✓ “{ $task }”：接龙里的 { $count } 位，各 { $hours }。谢谢您！

# 哪一类
work-hands = 💪 搬东西、打扫
work-plants = 🌱 花草
work-craft = 🔨 动手做、刷漆
work-children = 🧒 陪孩子
work-words = 💬 语言、手机、读写
work-food = 🍲 做饭、带吃的

# 接下来
claim = 🙋 我来做
another-day = 📅 换一天
pass-on = 👋 我认识合适的人
arriving = 🔳 签到码
state-there = 到了 ✓
tick-there = 👥 <b>{ $task }</b>：{ $taken } 人里到了 { $there } 人，请点名字。
is-there = ☑ { $name }
not-there = ☐ { $name }
nobody-to-tick = 还没有人接下。
group-list = 📋 微信群接龙
my-task = 🙋 我的任务
taken-on = 谢谢您！由您来做：<b>{ $task }</b>
    { $when }
    提前一天和两小时我会提醒您。
safety-usual = ⚠️ 只做您觉得安全的事；爬梯子、碰电的事不要一个人做。
whom-to-ask = 💬 有问题、要工具、有东西坏了：/human 可以找到团队。
only-grown = “{ $task }”只限成年人。您满 18 岁了吗？
grown-yes = 是的，满了
just-taken = 最后一个名额刚刚被人接了。下面这些呢？
just-taken-last = 最后一个名额刚刚被人接了。现在没有别的事需要帮手。
which-day = 📅 哪一个更合适？
nothing-else = 现在没有别的事需要帮手。
is-off = 这件事不做了。
is-over = 这件事已经结束了。
enough-for-now = 一次接 { $most } 件就够多了，谢谢您！做完一件，就可以再接。
enough-at-first = 刚开始接 { $most } 件就够多了，谢谢您！等它们的日子过了，就可以再接。
crowd = 今天从您的网络来了很多新访客。请让团队替您记上。
team-crowd = 🚨 几分钟里有 { $count } 位新访客接了“{ $task }”。请看一下。
who-could = 👋 谁可以做？<b>{ $task }</b>
    { $when }
pass-on-link = 请转给她：{ $link }
pass-on-telegram = ✈ Telegram：{ $link }
note-somebody = 📝 替没有手机的人记上
whose-name = 是谁？本人答应以后，请打名字。只有团队看得到。
name-too-long = 请打一个名字，最多 { $most } 个字。
noted-already = 这件事已经替她记过了。
noted = 记下了 ✓ { $name } 来做“{ $task }”
    { $when }
    提醒会发给您，请转告本人。
note-another = 📝 再记一位
undo-note = ↩ 还是不记了
no-such-task = 这里没有这项任务（或已经没有了）。/tasks 可以看有哪些。

# 我的任务
mine-head = 🙋 <b>我的任务</b>
mine-none = 您现在没有任务。/tasks 可以看哪里需要帮手。
not-yours = 这是别人的任务。
not-yours-any-more = 这已经不是您的任务了。
still-yes = ✓ 对，我来
find-stand-in = 🔄 帮我找替手
cant = ✗ 我来不了
toast-still = 谢谢！还是您来做。
has-begun = 已经开始了。
stand-in-sought = 🔄 我去问想听这类事的人：<b>{ $task }</b>
    { $when }
    在有人接手以前还是您的；接手了会告诉您。
stand-in-shown = 🔄 已经列在需要人手的事里：<b>{ $task }</b>
    { $when }
    在有人接手以前还是您的；接手了会告诉您。
given-back = 谢谢您说一声。“{ $task }”现在可以由别人来做。
given-back-for = “{ $task }”已经不记 { $name } 了。
relieved = 🎉 有人接手了：“{ $task }”
    { $when }
    您可以不用来了。
in-a-day = ⏰ 快到了：“{ $task }”
    { $when }
    您还来做吗？
in-hours = ⏰ 马上开始：“{ $task }”
    { $when }
    您还来做吗？

# 做完以后
how-did-it-go = 🧤 “{ $task }”做好了吗？谢谢您！用了多久？
done-hours = ✓ 做好了，{ $hours }
done-already = ✓ 已经做好了
other-hours = ⏱ 用了别的时间
could-not = 我没能来
how-many-hours = “{ $task }”您用了多久？点一个，或打小时数，例如 1.5
hours-unclear = 我没看懂是几小时。请打一个 12 以内的数字，例如 1.5
done-noted = 谢谢您！记下了 ✓ “{ $task }”：{ $hours }
done-for = 🤝 记在 { $name } 名下。
why-not = “{ $task }”您为什么没能来？说几句，不说也行；只有团队看得到。
without-reason = 不说原因
excused-noted = 记下了 ✓ 谁都会遇到。下次再来！
not-yet = 开始以后才能说。
too-late-to-tell = 已经超过七天，不再改了。
lead-noted = 这是负责人记的。不对的话请告诉团队：/human
given-button = ⏱ 我付出的
given-head = ⏱ <b>您付出的</b>：做了 { $tasks } 项任务，一共 { $hours }。合在一起的只有您看得到；团队看得到谁做了哪项任务。没有任务的时间，负责人七天内看得到，好更正。
given-none = ⏱ 还没有记过您的时间。以后合在一起的也只有您看得到。
given-training = 🎓 学习：{ $hours }
given-line = • { $what }：{ $hours }
add-hours = ＋ 没有任务，但我帮了忙
add-training = 🎓 我学了东西
correct-hours = ✏️ 更正小时数
how-long-helped = 您帮了多久？点一个，或打小时数。
how-long-training = 学了多久？点一个，或打小时数。
what-helped = 做了什么？说几句。
what-training = 学了什么？说几句。
enough-hours = 今天已经记了 { $most } 次，明天可以再记。
hours-noted = 记下了 ✓ “{ $what }”：{ $hours }。谢谢您！
toast-taken-back = 收回了。
ask-less = 💛 有三次没能成，没关系，生活都很忙。要不要少问您一些？别人看不到这条。
less-yes = 好，少问我
less-no = 不用，没事
less-noted = 记下了 ✓ 您不说，我就不再问您。/tasks 里一直能看到哪里需要帮手。
more-noted = 记下了 ✓ 和以前一样。

# 告诉我
watch-button = 🔔 需要时告诉我…
watch-head = 🔔 哪一类事需要人的时候，您想听到？
watch-told = 您会听到：{ $work }
watch-on = 🔔 { $work }
watch-off = 🔕 不再听：{ $work }
toast-watch = 需要时会告诉您。
toast-unwatch = 不再告诉您了。
watch-opened = 🔔 您想听这一类：{ $work }
    { $card }
watch-missing = 🔔 这里缺人：
    { $card }
in-short = 🧤 <b>{ $task }</b>：{ $when }
claim-this = 🧤 { $task }

# 新任务
new-button = ＋ 新任务
ask-title = 要做什么？请说几个字，例如“给门口的花浇水”。
draft-found = 您上次建到一半的任务“{ $title }”还在。接着来吗？
go-on = ▶ 接着来
begin-anew = 🗑 重新开始
ask-kind = “{ $title }”怎么做？
kind-once = 🗓 一次，到某天为止
kind-slot = 🕖 从几点到几点
kind-standing = 🔁 一直要做
ask-when-once = 到哪天为止？点一个，或打字，例如“11月28日”。
ask-when-slot = 什么时候？点一个，或打字，例如“周六 15:00–17:00”。
ask-when-standing = 第一次是什么时候？点一个，或打字，例如“周六 15:00–16:00”。
when-past = 这个时间不行，要在将来。请再选一次。
when-unclear = 我没看懂这个时间。请再说一次，例如“周六 15:00–17:00”。
which-one = 您说的是哪一个？
ask-every = 多久一次？
every-week = 🔁 每周
every-month = 🔁 每月
ask-work = 是哪一类事？想听这类事的人会收到通知。
ask-needed = 需要几个人？点一个，或打一个数字。
so-many = 👥 { $count }
ask-bring = 要带什么？有什么工具？说一句。
ask-safety = 要注意什么，才不会受伤？说一句。
ask-spot = 在哪里？
no-spot = 没有固定位置
ask-minimum = 至少要几个人？提前两天还不够，团队会知道。
ask-skilled = 要会做的人吗？
skilled-yes = 🎓 要
skilled-no = 不用，谁都行
ask-adults = 只限成年人吗？
adults-yes = 🔞 只限成年人
adults-no = 不，谁都可以
nothing-of-it = 没有
what-to-change = “{ $title }”要改什么？
step-title = ✏️ 名字
step-kind = 🔁 怎么做
step-when = 🕖 时间
step-work = 💪 哪一类
step-needed = 👥 几个人
step-minimum = 🙏 至少几个人
step-bring = 🎒 要带什么
step-safety = ⚠️ 要注意什么
step-spot = 📍 在哪里
step-skilled = 🎓 会不会
step-adults = 🔞 只限成年人
preview = 👀 大家会看到：
open-task = 📣 公布
change = ✏️ 修改
throw-away = 🗑 不要了
thrown-away = 删掉了，没有通知任何人。
open-already = 已经公布了。
opened = 📣 “{ $task }”公布了 ✓
told-watchers = 🔔 收到通知的人：{ $count }
toast-changed = 改好了 ✓
more-do-it = 接了的人已经更多了。
proposals-head = 📥 这些是发现要做的事。公布以后，大家都能来做。
proposals-none = 📥 没有等着的。
proposal = 🧤 { $title }
proposed-head = 📥 发现要做的事。公布以后是这样：
ask-on = 🔁 “{ $title }”做到{ $until }。要再做半年吗？
goes-on = ✓ 继续做
ends = 到时结束
goes-on-noted = 记下了 ✓ “{ $title }”继续做到{ $until }。
ends-noted = 记下了 ✓ “{ $title }”做完最后一次就结束。

# 管理
look-after = 🛠 管理任务
looking-after = 🛠 <b>{ $task }</b>
    { $when }
who-button = 👥 谁来做（{ $count }）
who-head = 👥 <b>{ $task }</b>：需要 { $needed } 人，已有 { $taken } 人
who-line = { $name }：{ $state }
state-claimed = 来做
state-stand-in = 在找替手
state-asked-again = 新时间还没确定
state-done = 做好了，{ $hours }
state-missed = 没来
state-excused = 来不了
correct-how = 实际是怎样？点一个，或打小时数。
was-there = ✓ 来了，{ $hours }
mark-excused = 来不了，说过
mark-missed = 没来
toast-corrected = 记下了 ✓
corrected = ✏️ { $name } 替您记了：“{ $task }”，{ $hours }。不对的话请告诉团队：/human
too-late-to-correct = 已经超过七天，就这样了。
entries-head = ✏️ 最近七天没有任务的时间：
entries-none = ✏️ 最近七天没有人另外记时间。
entry-line = { $name } · { $what } · { $hours }
correct-entry = 应该是几小时？请打数字。
move = 🕖 改时间
move-when = “{ $task }”原定 { $when }。改到什么时候？
date-is-there = 那个时间已经有一次了。
move-noted = 记下了 ✓ “{ $task }”改到 { $when }。再问一遍的人：{ $people }
moved = 🕖 “{ $task }”改时间了：
    { $when }
    您还来做吗？
call-off = ❌ 不做了
why-off = “{ $task }”为什么不做了？接了的人（{ $people }）都会看到。
off-noted = “{ $task }”不做了 ✓ 收到通知的人：{ $people }
called-off = ❌ “{ $task }”不做了
    { $when }
    { $reason }
end-all = ❌ 以后的也都不做了
ended = “{ $title }”结束了 ✓
team-short = 🙏 “{ $task }”缺人：至少要 { $minimum } 人，已有 { $taken } 人
    { $when }
    您认识谁吗？
list-now-yours = 📋 “{ $task }”的接龙现在归您
    { $when }
    登记的人离开了，有事请您在群里说一声。
noted-now-yours = 🤝 { $name } 没有手机，要来做“{ $task }”
    { $when }
    代记的人离开了，有事请您转告。

# 摘要
digest-short = 🧤 “{ $task }”：需要 { $needed } 人，已有 { $taken } 人 · { $when } /tasks
digest-proposed = 📥 发现要做、还没公布：{ $count } /tasks
total-tasks = 🧤 做好的任务：{ $count }
total-hours = ⏱ 付出的小时：{ $count }
today-how-it-went = ⏱ 做得怎样？{ $task }
today-asked-again = ❓ 改了时间，还来吗？{ $task }
today-short = 🙏 缺人：{ $task }
today-proposed = 📥 发现要做：{ $title }
calendar-words = { $when }
    { $bring }
    { $safety }
calendar-open = 🧤 { $title }（{ $taken }/{ $needed }）
calendar-mine = 🧤 { $title }
hold-task = 🙋 { $title }
