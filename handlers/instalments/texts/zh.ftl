title = 🔐 <b>我的分期付款</b>
nothing-yet = 把您分期付的记下来，每个日子的前 7 天、前 1 天和当天，我会提醒您。
nothing-due = 没有要付的。
line = { $number } · { $what }
    📅 { $day }
add = ＋ 记一笔
look-at-one = 🔎 看其中一笔
who-sees-button = 👁 谁看得到
which-one = 看哪一笔？
one = { $number } · { $what }
half-done = （还没写完）
unreadable = （在这里打不开）
back = ⬅ 返回
more = ⋯ 更多
see = 👀 看一看
undo = ↩ 撤销
nothing-here = 这里什么也没有。
for-shopkeepers = 🔐 店主在这里记自己的日子，别人都看不到。
shown-on-track = 🧺 { $name } 说：一切顺利
shown-needs-help = 🧺 { $name } 说：需要帮一把

# 一笔
card = 🔐 { $number } · <b>{ $what }</b>
card-supplier = 🏷 { $supplier }
card-amount = 💰 { $amount }
card-paid = ✓ 共 { $dates } 次，已付 { $paid } 次
card-next = 📅 { $day }
for-the-two-of-you = 只有你们两位看得到。
need-to-talk = 💬 想谈一谈
another-date = 📅 改个日子
paid = ✓ 付了：{ $day }
paid-now = ✓ 付了
erase = 🗑 删掉

# 记一笔
ask-what = 是什么？写一个您自己明白的词就行，写完会从聊天里拿掉。
ask-supplier = 是向谁买的？
ask-amount = 每次付多少？
leave-out = 不写
ask-first = “{ $what }”下一次是哪天付？比如：12月3日，或 2026-12-03
ask-rhythm = 从{ $day }起，多久付一次？
once = 只这一次
monthly = 每个月
quarterly = 每三个月
ask-count = 一共付几次？请按一个，或写个数字。
times = { $count } 次
count-needed = 请写 1 到 { $most } 的数字。
no-day = 是哪一天？从今天起，比如：12月3日，或 2026-12-03
words-needed = 写一个词就行。
enough = { $most } 笔够多了，请先删掉已经付完的。
written-already = 这一笔已经记好了。

# 日子到了
due-in-days = 🔔 第 { $number } 号还有 { $days } 天：{ $day }
due-in-past = 🔔 第 { $number } 号的日子已经过了：{ $day }
due-in-1 = 🔔 第 { $number } 号是明天：{ $day }
due-in-0 = 🔔 第 { $number } 号是今天：{ $day }
paid-noted = 记下了 ✓ “{ $what }”，{ $day }
ask-another-date = “{ $what }”原来是{ $day }，改到哪一天？只改这一次。
whom-to-talk-to = “{ $what }”：您想和谁谈？团队里的人只知道您写给他们的话。
talk-with = 💬 { $name }
talk-with-a-human = 🙋 找个人帮忙
no-helper = 您还没有帮手。按另一个按钮可以找个人帮忙。
helper-out-of-reach = 现在联系不到 { $name }。按另一个按钮可以找个人帮忙。
wants-to-talk = 💬 { $name } 想和您谈一谈。
see-what-about = 👀 看看是什么事
helper-hears = { $name } 会知道您想谈一谈 ✓

# 结束
really-erase = 要删掉“{ $what }”吗？所有的日子都会一起删掉。
erase-now = 🗑 是的，删掉
erased = 已经删掉了 ✓

# 谁看得到
only-you = 👁 只有您看得到。
you-and = 👁 只有您和 { $name } 看得到。
you-and-asked = 👁 只有您看得到。已经问过 { $name } 愿不愿意帮忙。
who-never = 它不在任何摘要、名单、导出和总数里。最后一个日子过了 12 个月就会清除。
choose-helper = 🤝 选一位帮手
end-help = ✋ 不再请 { $name }
whom-to-ask = 您想请谁？对方答应以后才看得到您记的，您随时可以结束。
nobody-to-ask = 团队里还没有可以请的人。
helper-asked = 已经问了 { $name } ✓ 有了回答会告诉您。
asked-to-help = 🤝 { $name } 想请您帮忙记住店里的一些日子。只有你们两位看得到。
help-yes = 🤝 好，我来帮
help-no = 我不行
helper-accepted = 🤝 { $name } 现在帮您，也看得到您的日子。
helper-declined = { $name } 现在帮不上。您可以请别人。
helper-ended = { $name } 不再帮您记日子了。您可以请别人。
helper-left = 帮您记日子的那位离开了。您可以请别人。
help-is-over = 您不用再帮 { $name } 记日子了。谢谢您！
help-no-more = ✋ 我不再帮了
you-help = 🤝 您在帮忙记这些。
you-help-now = 谢谢您！您看得到 { $name } 的日子，对方想谈的时候会告诉您。
you-help-no-more = 记下了 ✓ 您不会再看到这些。
sign-button = 🧺 团队看到什么
what-may-the-team-see = 可以让团队看到什么？没有日子，没有东西，没有数字，只有这几个字，留 90 天。
sign-nothing = 什么也不给看
sign-on-track = 一切顺利
sign-needs-help = 需要帮一把
sign-now-nothing = 🧺 团队什么也看不到。
sign-now-on-track = 🧺 团队看到：一切顺利
sign-now-needs-help = 🧺 团队看到：需要帮一把
toast-sign = 记下了 ✓
