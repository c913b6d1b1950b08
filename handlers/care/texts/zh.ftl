menu-care = 这里有人照看的东西
back = ⬅ 返回
back-to-all = ⬅ 看全部
more = ⋯ 更多
see = 👀 看一看
undo = ↩ 撤销
without-words = （没有文字）
the-idea = 💡 这条建议

# 清单
list-title = 🧡 <b>这里有人照看的东西</b>
nothing-yet = 🧡 这里还没有做好的东西。做好以后，就会有人一直照看。
no-more = 🧡 就这些了。
line = 🧡 { $what }

# 卡片
card = 🧡 <b>{ $what }</b>
card-done = 🏁 { $when } 做好
card-alone = 👥 还没有人照看
card-steward = 👥 { $name } 在照看，再有一位就更好了
card-both = 👥 { $name } 和 { $deputy } 在照看
good-means = ✓ 怎样算好：{ $good }
good-not-said = ✓ 怎样算好：和第一天一样
tools-are = 🧰 工具：{ $tools }
tools-not-said = 🧰 工具：在哪里请问团队。
card-care-day = 🌱 每 { $weeks } 周一个养护日，下一次 { $when }
card-open = ⏳ 已经请人去看了。
card-next = 📅 { $when } 再去看
not-looked = 还没有人回头看过。
last-good = ✅ { $when } 看过，仍然好
last-partly = 🔧 { $when } 看过，部分还好
last-gone = 🍂 { $when } 起已经没有了
last-why = “{ $why }”
over-gone = 🍂 “{ $what }”已经没有了。谢谢每一位照看过它的人！
over-enough = ✓ “{ $what }”看了半年多，可以了。
over-lapsed = 💤 已经没有人去看“{ $what }”了。
over-undone = ↩ “{ $what }”又不算做好了。
how-it-goes-on = 🧡 后来怎样
not-done = 这件还没有做好，或者不是这个地方的。

# 照看
i-look-after-it = 🧡 我来照看
thanks-steward = 🧡 谢谢您！“{ $what }”现在由您照看。
thanks-deputy = 🧡 谢谢您！您和另一位一起照看“{ $what }”：那位来不了的时候，我来问您。
to-do-then = ✓ 要做的：30、90、180 天后我请您去看一眼、拍张照片。小事（擦一擦、浇浇水、捡一捡）可以直接做。
not-to-do = ✗ 不要做的：不粉刷、不搬动、不拆掉；不爬梯子，不碰电。这些由那块地方的主人决定。
where-to-report = 🚩 坏了？随时在卡片上按“我现在去看”。有危险：/human
next-look = 📅 下一次去看是 { $when }。
two-already = 已经有两位在照看了。谢谢您的心意！
too-many = 您已经照看 { $most } 件了。谢谢您！这一件请留给别人吧。
only-stewards = 这是给照看的人的。卡片上有“我来照看”。
not-yours = 这件不（再）由您照看。
let-go = 记下了 ✓ “{ $what }”以后由别人照看。谢谢您做的一切！
i-cannot = 🙏 我来不了了
you-moved-up = 🧡 原来照看“{ $what }”的人来不了了，现在由您来。谢谢您！
nobody-left = 🧡 “{ $what }”没有人照看了。你们谁来，或者认识合适的人吗？
say-what-good-means = ✓ 说说怎样算好
what-is-good = “{ $what }”怎样算好？一句话就够，比如：灯亮着，没有松动。
say-which-tools = 🧰 说说用什么工具
which-tools = 照看“{ $what }”用什么工具，放在哪里？比如：洒水壶在柜台后面。
only-team-says = 这由团队或者这块地方的负责方来写。请告诉他们：/human
words-needed = 请用几个字说一下。
that-is-enough = ✓ 可以了
enough-noted = 记下了 ✓ 以后不再为“{ $what }”请人去看。
told-enough = ✓ “{ $what }”已经看得够久了，不再请您去看。谢谢您！
too-early-for-enough = 头半年还没有过完。
look-first = 已经请人去看了，请先去看一眼。
go-on-yearly = 📅 每年再看一次
toast-goes-on = 以后每年看一次。

# 去看
look-steward = 📅 “{ $what }”做好已经 { $ago }了。您能去看一眼吗？站在它面前时按这里。
look-deputy = 📅 “{ $what }”做好已经 { $ago }了，还没有人能去看。您能去看一眼吗？
look-team = 📅 “{ $what }”做好已经 { $ago }了，还没有人能去看。你们谁能去？
look-last = 📅 “{ $what }”做好已经 { $ago }了，一直没有人能去看。您路过时能看一眼吗？
look-again-now = 📅 您说今天去看“{ $what }”。它做好已经 { $ago }了。
days-ago = { $days ->
    [0] 不到一天
   *[other] { $days } 天
}
years-ago = { $years } 年
i-look-now = 📷 我现在去看
another-day = ⏰ 改天
put-off = 记下了 ✓ { $when } 我再问您。
not-put-off = 不能再往后推了。来不了请告诉我，我去问别人。
nothing-open = 现在没有人在等着看“{ $what }”。
take-photo-like-this = “{ $what }”一开始是这样的。请从同一个位置拍张照片发到这里。
take-photo = 请给“{ $what }”拍张照片发到这里。
no-photo = 没有照片
how-is-it = 现在怎样？
photo-kept = 照片收到了 ✓ 现在怎样？再发一张更好的会换掉它。
enough-photos = { $most } 张照片够了。谢谢您！现在怎样？
photo-refused = 请再发一张“{ $what }”的照片。
found-good = ✅ 好
found-partly = 🔧 部分好
found-gone = 🍂 没有了
what-is-to-do = “{ $what }”还要做什么？几个字就够。
what-became-of-it = “{ $what }”没有了？发生了什么？
without-words-button = 不写了
somebody-was-quicker = 刚刚有人看过了。谢谢您！
noted-good = ✅ 谢谢您！“{ $what }”仍然好。
noted-partly = 🔧 谢谢您！“{ $what }”还要做什么，团队知道了。
noted-gone = 🍂 谢谢您告诉我们。“{ $what }”没有了。
team-looks-first = 团队先看一眼，然后大家才看得到。
taken-back-already = 这已经收回了。
not-the-last = 后来又有人看过，或者又有了变化，不能再收回。
ask-the-team = 这只能在一天之内改一次。现在请找团队：/human
toast-taken-back = 收回了 ✓
mended = ✓ 修好了
mended-noted = ✓ 谢谢您！“{ $what }”修好了。
mended-already = 这已经修好了。谢谢您！
to-do = 🔧 “{ $what }”只有部分还好：{ $why }
gone-in-register = 🍂 “{ $what }”没有了。它也在大家做的东西的登记册里：请在那里也结束它，好让做的人知道。
in-register = 🖌 看登记册

# 大家看到之前
neighbour-found-good = 👀 一位邻居看过“{ $what }”：好。照片可以给大家看吗？
neighbour-found-partly = 👀 一位邻居看过“{ $what }”：部分好。可以这样告诉大家吗？
neighbour-found-gone = 👀 一位邻居说“{ $what }”没有了。是这样吗？
show-it = ✓ 是，告诉大家
not-so = ✗ 不是
shown = 已经告诉大家 ✓ “{ $what }”
shown-already = 大家已经知道了。
set-aside = 放下了 ✓ 你们谁去看看“{ $what }”？

# 有关的人听到的
news-good = ✅ { $number } 号“{ $what }”做好 { $ago }后仍然好。
news-partly = 🔧 { $number } 号“{ $what }”做好 { $ago }后部分还好，缺的正在想办法。
news-gone = 🍂 { $number } 号“{ $what }”做好 { $ago }后没有了。谢谢您当时支持它！
news-not-so = ↩ { $number } 号“{ $what }”：上一条消息不对。

# 结束
told-gone = 🍂 主人说“{ $what }”没有了，您不用再照看。谢谢您！
told-undone = ↩ 您照看的一件东西又不算做好了，先不问您。再做好的时候还是由您照看。
told-lapsed = 💤 “{ $what }”连续两次没有人去看，以后不再问了；在卡片上可以重新开始。

# 养护日
care-days = 🌱 养护日
how-often = 会长的东西要一次次照料。“{ $what }”多久一次？
every-weeks = { $weeks ->
    [1] 每周
   *[other] 每 { $weeks } 周
}
no-care-days = 不要养护日
toast-no-care-days = 以后没有养护日了。
rhythm-noted = 记下了 ✓ “{ $what }”的第一个养护日是 { $when }。那天早上我提醒您。
care-day = 🌱 今天是“{ $what }”的养护日。工具：{ $tools }
care-day-plain = 🌱 今天是“{ $what }”的养护日。
cared-for = 🌱 做好了
not-this-time = 这次不用
cared-noted = ✓ 谢谢您！“{ $what }”的下一个养护日是 { $when }。
next-time-noted = 记下了 ✓ “{ $what }”的下一个养护日是 { $when }。
cared-already = 这已经做好了。谢谢您！

# 今天、摘要
today-look = 📅 去看“{ $what }”
today-to-do = 🔧 要做：“{ $what }”
today-show = 👀 一位邻居看过“{ $what }”
digest-to-do = 🔧 “{ $what }”只有部分还好：/care
digest-good = ✅ “{ $what }”仍然好
digest-partly = 🔧 “{ $what }”部分还好
digest-gone = 🍂 “{ $what }”没有了
digest-look = 📅 有 { $count } 件做好的东西等人去看：/care
digest-alone = 🧡 有 { $count } 件做好的东西没有人照看：/care
digest-missed = 🌱 “{ $what }”最近两个养护日都没有人来：/care
total-looks = 🧡 回头看过的做好的东西：{ $count }
hold-steward = 🌿 { $what }
hold-deputy = 🌿 { $what }（副手）

# In one's own calendar
calendar-day = 🌱 养护日：{ $what }
calendar-tools = 工具：{ $tools }
