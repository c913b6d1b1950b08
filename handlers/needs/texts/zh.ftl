menu-needs = 这里需要什么
back = ⬅ 返回
more = ⋯ 更多
see = 👀 看一看
undo = ↩ 撤销

# 需要什么
title = 🧺 <b>这里需要什么</b>
nothing-needed = 🧺 现在什么也不缺，谢谢您！
kind-money = 💰 { $what }
kind-material = 🧱 { $what }
kind-tool = 🔧 { $what }
kind-skill = 🙌 { $what }
kind-room = 🚪 { $what }
change = 💡 { $number } 号：{ $words }
line-minimum = { $what } · { $pledges ->
    [0] 还没有人
   *[other] { $pledges } 人答应了
}
line-good = { $what } · 有了更好 · { $pledges ->
    [0] 还没有人
   *[other] { $pledges } 人答应了
}
line-met = ✓ { $what }
see-met = ✓ 已经有了的
met-title = ✓ <b>需要过、已经有了的</b>
of-change = 🧺 <b>做这件事需要什么</b>
of-this-change = 🧺 做这件事需要什么
change-needs-nothing = 🧺 这件事还没有写需要什么。
card = <b>{ $what }</b>
level-minimum = 没有它就做不下去。
level-good = 有了更好。
card-by = 📅 { $day }以前
card-met = ✓ 已经有了。
card-givers = 🤝 { $givers }
neighbours = { $count } 位邻居
aside = 🧺 还需要 { $unmet } 样 · 已经有了 { $met } 样
no-such-need = 这个已经不需要了。现在需要什么，请看 /needs
no-such-change = 这里没有这件事。
needs-nothing = 已经同意、还没做完的，才需要东西。
look-after = 🛠 照看一下

# 团队写下来
add = ＋ 写一样需要的
add-another = ＋ 再写一样
which-kind = 需要什么？
another-kind = 换一种
choose-money = 💰 钱
choose-material = 🧱 材料
choose-tool = 🔧 借一件工具
choose-skill = 🙌 会做的人
choose-room = 🚪 一个地方用一用
what-money = 要多少，做什么用？比如：40 元买刷子
what-material = 是什么，要多少？比如：白漆 5 升
what-tool = 要借哪件工具？
what-skill = 需要会做什么的人？
what-room = 做什么用，要多大？
which-level = { $what }：有多要紧？
choose-minimum = 没有它做不下去
choose-good = 有了更好
by-when = 哪天以前要？比如：12月3日，或 2026-12-03
no-date = 不定日子
written-down = 写下了 ✓ { $what }。现在大家都看得到。
written-already = 这一样已经写好了。
words-needed = 请写几个字。
no-day = 是哪一天？请写以后的日子，比如：12月3日，或 2026-12-03
enough-needs = 一件事写 { $most } 样够了，请先标出已经有了的。

# 我来出
bring-money = 🙋 我可以出一点
bring-material = 🙋 我可以带来
bring-tool = 🙋 我可以借出
bring-skill = 🙋 我来帮忙
bring-room = 🙋 我可以提供
promised-money = 谢谢您！{ $what }：请在{ $day }以前交给志愿者，这里不收付钱。前一天我会提醒您。
promised-material = 谢谢您！{ $what }：请在{ $day }以前带来，前一天我会提醒您。
promised-tool = 谢谢您！{ $what }：请在{ $day }以前带来。什么时候要还给您？请按“再说一点”。
promised-skill = 谢谢您！{ $what }：{ $day }以前团队会和您商量，前一天我会提醒您。
promised-room = 谢谢您！{ $what }：{ $day }以前团队会和您商量，前一天我会提醒您。
say-more = ✏ 再说一点
my-promise = 🤝 我答应的
my-promises = 🤝 我答应的（{ $count }）
which-promise = 🤝 您答应的，和借出来的：
nothing-promised = 🤝 您现在没有答应什么。
pledge-promised = 🤝 { $what }
    📅 您在{ $day }以前带来。
pledge-lent = 🤝 { $what }
    ✓ 已经在这里，{ $day }以前还给您。
pledge-here = 🤝 { $what }
    ✓ 已经在这里，谢谢您！
pledge-given-back = 🤝 { $what }
    ✓ 已经还给您了，谢谢！
pledge-withdrawn = 🤝 { $what }：已经收回。
another-day = 📅 改个日子
back-by = ↩ 什么时候还……
say-what = ✏ 具体是什么
cannot = 我不行了
with-my-name = 写我的名字
without-my-name = 不写名字
toast-named = 写着您的名字 ✓
toast-unnamed = 不写您的名字。
which-day = 哪一天方便？比如：12月3日，或 2026-12-03
back-when = 什么时候要还给您？比如：12月20日，或 2026-12-20
back-too-early = 那比您带来的日子还早。
what-exactly = 您具体带来什么？
thank-you = 谢谢您！{ $what } ✓
taken-back = 没关系，谢谢您想着这件事。{ $what }又空出来了。
met-already = 这个已经有了，谢谢您！
here-already = 已经在这里了，谢谢您！
enough-promises = 您已经答应了 { $most } 样，请先带来一样。谢谢您！
crowd = 今天从您的网络来了很多新访客。请告诉团队您能带来什么。
team-crowd = 🚨 几分钟里有 { $count } 位新访客答应了“{ $what }”。请看一下。
no-such-pledge = 您没有这样答应过。

# 到了，和还了
it-is-here = 📥 到了：{ $what }
it-went-back = ↩ 还了：{ $what }
photo-of-it = { $what }到了吗？请发一张照片，带来的人会和感谢一起收到。
no-photo = 没有照片
received = 记下了 ✓ { $what }到了，带来的人会收到您的感谢。都齐了吗？
is-here = 💚 { $what }到了，非常感谢您！
given-back = ✓ 已经还了
went-back = ↩ 团队说已经还给您了：{ $what }。谢谢您借给大家！
went-back-noted = 记下了 ✓ { $what }已经还了。
not-here = 它已经不在这里了。
mark-met = ✓ 都有了
drop = 不需要了
open-again = ↩ 还需要
noted-met = ✓ 有了：{ $what }。它会留着，大家都看得到。
noted-dropped = 记下了 ✓ 不再需要{ $what }。
noted-open = 🧺 还需要：{ $what }
not-needed-met = 💚 { $what }已经有了，您不用带来了。谢谢您答应过！
not-needed-any-more = { $what }不再需要了，您不用带来了。谢谢您答应过！
move-day = 📅 日子改了
move-to-when = { $what }：改到哪一天？比如手续还没办好。答应的人会再被问一次。
days-later = 晚 { $days } 天
moved = 记下了 ✓ { $what }：{ $count ->
    [0] 还没有人答应。
   *[other] 答应的 { $count } 位会再被问一次。
}
asked-again = 📅 { $what }要晚一点：{ $day }以前。您方便吗？
yes-still = 👍 可以
tomorrow = 🔔 { $what }：您说{ $day }以前带来。方便吗？
loan-without-day = 🔔 { $what }从{ $day }起借到现在了，要还了吗？
loan-goes-back = 🔔 { $what }是借来的，{ $day }以前要还。
did-it-come-back = 🔧 { $what }：还给您了吗？
i-have-it = ✓ 还给我了
not-yet = 还没有
is-back = 记下了 ✓ { $what }。谢谢您借给大家！
team-knows = 谢谢您，团队知道了。
not-back-yet = 🔧 { $what }还没有还给主人，请您找一找好吗？
promise-lapsed = 过了好一阵子，{ $what }已经从名单上拿掉。欢迎您再答应。
lender-left = 🔧 借出{ $what }的人要离开了，请今天就还。

# 这件事的钱
money-of-change = 💰 这件事的钱
money-title = 💰 <b>这件事的钱</b>
money-note = 每一行写了就不改，更正是另外一行。这不是店里的钱，这里也不收付钱。
no-money = 💰 这件事还没有人出钱，也没有花钱。
yuan = { $amount } 元
money-given = { $number }. 收到 { $amount } · { $words }
money-spent = { $number }. 花了 { $amount } · { $words }
money-in-kind = { $number }. 出力出物 { $amount } · { $words }
money-correction = { $number }. 更正第 { $corrected } 行：{ $amount } · { $words }
money-refused = （没有同意，不算数）
money-waits = （等第二个人同意）
total-given = 一共收到：{ $amount }
total-spent = 一共花了：{ $amount }
total-in-kind = 出力出物，大约值：{ $amount }
add-line = ＋ 写一行
look-at-line = 🔎 看其中一行
which-line = 看哪一行？
line-number = { $number }. { $words }
line-noted = 📅 { $day }
which-money = 是什么？
choose-given = 收到了钱
choose-spent = 花了钱
choose-in-kind = 有人出力出物
how-much = 多少元？比如：40 或 12.50
without-amount = 不写数目
what-for-given = 从哪里来的？请不要写名字，大家都看得到。
what-for-spent = 买了什么？
what-for-in-kind = 是什么？请不要写名字，大家都看得到。
line-stands = 写下了 ✓ { $line }
line-waits = 写下了 ✓ { $line }。团队里第二个人同意后才算数。
i-agree = ✓ 我同意
somebody-else-agrees = 要团队里另一个人同意。
refuse = ✗ 不对
toast-refused = 不算数了 ✓
line-counts = 这一行已经算数了，请改用更正。
line-is-refused = 这一行没有同意，不算数。请另写一行。
toast-agreed = 记下了 ✓
correct = ✏ 更正
right-amount = 第 { $number } 行现在是 { $amount }。应该是多少？会另外写一行。
right-already = 现在写的就是这个数。
correct-the-line = 这是一行更正，请再更正第 { $number } 行。
add-receipt = 🧾 加一张收据
send-receipt = 请发一张收据的照片，只有团队看得到。
receipt-kept = 留下了 ✓ 只有团队看得到。
see-receipts = 🧾 收据
receipts-title = 🧾 第 { $number } 行的收据，只给团队看
no-receipts = 还没有收据。
enough-receipts = 一行有 { $most } 张照片够了。
enough-lines = 一件事写 { $most } 行够了。
no-such-line = 这里没有这一行。

# 摘要，和等着的
digest-promised = 🙋 有人答应了：{ $what } /needs
digest-late = 🧺 有 { $count } 样答应的到日子了：/needs
digest-money = 💰 有 { $count } 行钱等第二个人同意：/today
today-promised = 🤝 您说要带来{ $what }
today-late = 📥 到了吗？{ $what }
today-loan = ↩ 该还了：{ $what }
today-money = 💰 等第二个人：{ $line }
