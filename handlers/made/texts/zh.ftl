menu-made = 大家在这里做的东西
back = ⬅ 返回
back-to-all = ⬅ 看全部
more = ⋯ 更多
see = 👀 看一看

# 登记册
register = 🖌 <b>大家在这里做的东西</b>
nothing-yet = 🖌 登记册里还没有东西。做好以后，团队会把它和做的人一起记在这里。
no-more = 🖌 就这些了。
line = 🖌 { $what }
    📍 { $where }
add-one = ＋ 加一件做好的
choose-finished = 做好的是哪一件？
none-finished = 做好的都已经在登记册里了 ✓
finished-idea = { $number } · { $words }
without-words = （没有文字）

# 卡片
card = 🖌 <b>{ $what }</b>
card-where = 📍 { $where }
card-made = 🗓 { $when } 记入登记册
card-makers = 👥 做的人：{ $makers }
card-no-makers = 👥 还没有人说“是我做的”
made-by-children = 孩子们
made-by-others = 还有 { $count } 位邻居
card-wish-ask = 💬 做的人希望：先问问我们
card-wish-until = 💬 做的人希望：留到{ $until }
card-wish-freely = 💬 做的人说：可以随意粉刷
card-agreed = 🤝 主人答应留到{ $until }
card-steward = 🧡 { $name } 在照看
gone-from = { $where }（已经没有了）
state-changing = ⏳ 主人想改动它。
state-moved = 📦 它搬走了。
state-gone = 🍂 它已经不在了，做的人都知道。
change-open = ⏳ 主人想改动：{ $why }
    做的人有时间到{ $until }。
change-over = ⏳ 主人想改动：{ $why }
    留给做的人的时间已经到了。
change-urgent = 🚨 不能等：{ $why }

# 记下来
keep-this = 要把它记作大家做的东西吗？以后改动之前，做的人会先知道。
    🖌 { $what }
keep = ✓ 记下来
kept = 记下了 ✓ 一起做的人可以自己加进来，请把链接转给他们：
undo = ↩ 撤销
toast-undone = 已经拿掉了。
not-undone = 已经有人说是自己做的，所以留在登记册里。
what-is-it-on = 它在哪里？是谁的墙，就由谁决定能不能改。
somewhere-else = 别的地方
what-else-is-it-on = 它还在哪里？
not-finished = 这条建议还没有完成。
no-such-photo = 这张照片已经不在相册里了。
no-such-thing = 这里的登记册里没有这一件（或已经没有了）。/made 可以看有哪些。
no-such-spot = 不能放在那里，请选别的地方。

# 做的人
i-made-this = 🙌 是我做的
my-part = 🙌 我的那一份
did-you-make = 🖌 “{ $what }”记进了大家做的东西里。是您做的吗？有人要改动之前，会先告诉您。
how-did-you-make = “{ $what }”：您想怎样写在上面？
you-are-asked = “{ $what }”：是您做的吗？
you-are-named = “{ $what }”：上面有您的名字。
you-are-quiet = “{ $what }”：您在里面，不写名字。
you-are-children = “{ $what }”：您代表做它的孩子们。
with-my-name = 写我的名字
without-my-name = 不写名字
for-children = 🧒 替孩子们
not-me = 不是我做的
toast-not-me = 已经把您去掉了。
part-named = 谢谢您！“{ $what }”旁边写着 { $name } ✓ 要改动之前会先告诉您。
part-quiet = 谢谢您！“{ $what }”里有您，不写名字 ✓ 要改动之前会先告诉您。
part-children = 谢谢您！“{ $what }”旁边只写“孩子们”，不写名字 ✓ 要改动之前会先告诉您。
only-makers = 这是给做它的人的。如果您也做了，请在卡片上按“是我做的”。

# 愿望、答应、照看
wish-button = 💬 我们的愿望
what-wish = 对“{ $what }”，做的人有什么愿望？
wish-ask = 先问问我们
wish-until = 留到某一天……
wish-freely = 可以随意粉刷
wish-not-yours = 可不可以去掉，由做它、又不掌管这面墙的人来说。您随时可以选“先问问我们”。
toast-wish = 记下了 ✓
until-when = 到哪一天？比如：10月1日，或 2027-06-01
agreed-button = 🤝 留多久
how-long-it-stays = “{ $what }”可以留多久？到了那天我再问您。
stays-half-a-year = 半年
stays-a-year = 一年
stays-until-a-day = 到某一天……
agreed-noted = 谢谢您！“{ $what }”留到{ $until } ✓
agreed-over = 🤝 您说过“{ $what }”（{ $where }）留到今天。接下来呢？
agreed-over-steward = 🤝 “{ $what }”原来说好留到今天，正在问主人接下来怎么办。
steward-yes = 🧡 我来照看
care-button = 🧡 谁在照看
steward-of-idea = 🧡 “{ $what }”在那条建议那里照看。
steward-no = 我不再照看了
toast-steward = 谢谢您！它有什么事会告诉您。
toast-no-steward = 记下了。谢谢您做的一切！
steward-already = 已经有人在照看了。谢谢您愿意！等那位不再照看时，这里会再有这个按钮。
second-surface = 它还在别的地方

# 主人想改动
i-want-to-change = 🎨 我想改动它
the-change = ⏳ 现在怎样
which-surface = “{ $what }”：您想改动哪一部分？
why-change = 由您决定。为什么想改动“{ $what }”？我会告诉做的人，他们有 { $days } 天。
why-change-freely = 由您决定，做的人也说过可以去掉。为什么想改动“{ $what }”？我会告诉他们。
you-agreed = 您答应过留到{ $until }。
cannot-wait = 🚨 不能等
why-urgent = “{ $what }”怎么了：损坏、卫生？做的人马上会知道，您不用等。
reason-needed = 请简单说说为什么，做的人会问的。
begun-already = 已经开始了，做的人都知道。
not-yours = 是谁的墙就由谁决定，这一面是别人的。
gone-already = 它已经不在了。
over-already = 这件事已经结束了。
makers-hear = 现在有 { $count } 位做的人知道了。
no-makers-to-hear = 还没有别人说过是自己做的。
may-from = { $when }以后您就可以改动；如果大家都说没关系，可以更早。到时我告诉您。
may-at-once = 您不用等。请先拍最后一张照片。
other-owner-begun = 🎨 也能在那里作主的另一位想改动“{ $what }”。
too-early = 做的人有时间到{ $until }。如果不能等，请在“现在怎样”里说明原因。

# 做的人听到和回答
heads-up = 🎨 “{ $what }”（{ $where }）要改动了。主人说：{ $why }
    是您做的，所以先告诉您。{ $until }之前不会动。您想怎么办？
heads-up-freely = 🎨 “{ $what }”（{ $where }）要改动了。主人说：{ $why }
    您说过可以去掉。想要最后一张照片吗？
heads-up-urgent = 🚨 “{ $what }”（{ $where }）留不住了。主人说：{ $why }
    这件事不能等。如果可以，请尽快拍张照片。
half-time = ⏰ 时间过了一半：“{ $what }”在{ $until }以后要改动。主人说：{ $why }
    您想怎么办？
say-something = 💬 我的回答
answer-fine = ✓ 没关系
answer-photograph = 📷 我来拍照
answer-otherwise = ⋯ 搬走，或一起做
answer-move = 📦 我们把它搬走
answer-together = 🤝 我们一起做
what-instead = 对“{ $what }”，您想怎么办？主人马上会知道。
noted-fine = 谢谢您 ✓ 做的人都这样说，主人就不用再等。
noted-move = 记下了 ✓ 主人知道您想把它搬走，请在那天以前商量一下。
noted-together = 记下了 ✓ 主人知道您想一起做，请在那天以前商量一下。
say-otherwise = 改个回答
send-your-photo = 请发来您拍的“{ $what }”，今天或改天都行。它去掉时，做的人都会收到。
photo-kept = 留下了 ✓ 它去掉时，做的人都会收到。还有吗？
photo-refused = 请再发一张。
other-photo = 📷 换一张
enough-photos = { $most } 张照片够了，谢谢您！
maker-wants-move = 📦 做“{ $what }”的人想把它搬走。请商量一下好吗？
maker-wants-together = 🤝 做“{ $what }”的人想和您一起做。请商量一下好吗？
answers = 👥 做的人 { $makers } 位：{ $said }
no-answers = 👥 { $makers ->
    [0] 还没有人说过是自己做的。
   *[other] 做的人 { $makers } 位，还没有回答。
}
said-photograph = 📷 { $count }
said-move = 📦 { $count }
said-together = 🤝 { $count }
said-fine = ✓ { $count }

# 结束
term-over = ⏳ 留给做“{ $what }”的人的时间到了，现在由您决定。
all-fine = ✓ 做“{ $what }”的人都说没关系，您不用再等。
photo-first = 去掉之前请拍最后一张照片，做的人会收到。
it-is-gone = 🍂 现在去掉
it-moved = 📦 搬走
it-stays = 🖌 留着
last-photo = 请发来“{ $what }”的最后一张照片，做的人会收到。
no-photo = 没有照片
really-gone = “{ $what }”已经有最后一张照片 ✓ 现在去掉了吗？做的人会收到照片。
gone-now = 🍂 去掉了
gone-noted = 记下了 ✓ 做“{ $what }”的人会收到最后一张照片和您的谢意。
where-is-it-now = “{ $what }”现在在哪里？
told-moved = 📦 “{ $what }”搬了：{ $where }
told-stays = 🖌 “{ $what }”照旧留着 ✓
told-lapsed = 🖌 “{ $what }”一直没有改动，所以留着。还想改的话，请重新开始。
gone-photo = 🍂 “{ $what }”已经去掉了：{ $why }
    这是它原来的样子。谢谢您做了它！
gone-without-photo = 🍂 “{ $what }”已经去掉了：{ $why }
    没有留下照片。谢谢您做了它！

# 摘要
digest-open = 🎨 “{ $what }”：做的人有时间到{ $until } /made
digest-over = 🎨 “{ $what }”：留给做的人的时间到了 /made
digest-lonely = 🖌 登记册里有 { $count } 件还没有人说“是我做的”：/made
hold-thing = 🧡 { $what }
