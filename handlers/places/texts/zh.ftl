# /place
only-place = 📍 您现在在<b>{ $place }</b>。
    想去别的地方，请扫那里门上的二维码，或打开它的链接。想请人来这里，就转发：
    { $link }
your-places = 您想去哪里？
here = 📍 <b>{ $place }</b>（您在这里）
there = · { $place }
pass-on = 想请人来这里，就转发：{ $link }
go-there = ➡ { $place }
more-places = ⋯ 更多地方
look-after = ⚙ 打理这个地方
now-here = 📍 您现在在<b>{ $place }</b>了。
still-asked = 这里还有一个问题等着您：您的下一条消息就是回答。不想回答就发 /cancel。
not-your-place = 这个地方不在您的列表里，请打开它的链接。
belongs-toast = 这是{ $place }的按钮。
belongs-to = 这个按钮是<b>{ $place }</b>的，您现在在<b>{ $here }</b>，所以什么都没有改动。先过去，再按一次就好。
ideas-button = 👍 看看建议
places-button = 📍 我的地方

# 负责人能设置的
settings = ⚙ <b>{ $place }</b>
settings-button = ⚙ 打理这个地方
line-spots = 📍 { $count } 个位置，{ $pictured } 个有照片
line-languages = 🌐 { $names }
line-clocks = 🕐 现在是 { $now }
line-moderation-before = 👀 建议由团队公开后才显示
line-moderation-after = 👀 建议马上显示，团队随后再看
line-quiet = 🌙 休息时间：{ $hours }
line-digests = 📰 摘要：店主 { $shop }，团队 { $team }
line-made-days = 🎨 大家做的东西要改动时，做的人有 { $days } 天
made-days-button = 🎨 留给做的人的时间
what-made-days = 留给做的人的时间
made-days = 有人想改动大家做的东西时，做的人有 { $days } 天可以拍照、搬走或帮忙。要多久？
line-promise = 📬 承诺 { $days } 天内答复{ $voices ->
    [1] ，每条建议都算
   *[other] ，满 { $voices } 个支持起算
}
line-no-promise = 📬 没有承诺答复的日期
promise-button = 📬 多久答复
what-answer-days = 多少天内答复
what-answer-voices = 多少个支持起要答复
ask-answer-days = 多少天内答复？日期会写在每条建议的卡片上，超期了大家都看得到。
ask-answer-voices = 从多少个支持起要答复？
no-promise = 不承诺
from-voices = { $count ->
    [1] 每条建议
   *[other] 满 { $count } 个支持
}
days = { $days } 天
line-money-limit = 💰 超过 { $yuan } 元的钱要两个人同意
money-limit-button = 💰 钱和两个人
what-money-limit = 钱和两个人
money-limit = 一件事的钱，一行超过 { $yuan } 元，要团队里第二个人同意才算数。超过多少要两个人？
yuan = { $yuan } 元
last-changed = <i>最近改动：{ $what }，{ $who }，{ $when }：{ $was } → { $becomes }</i>
command-line = 管理员
nothing = –
more-settings = ⋯ 更多设置
saved = 已保存 ✓
back = ⬅ 返回
more = ⋯ 更多
name-button = ✏ 名称
spots-button = 📍 位置
languages-button = 🌐 语言
clocks-button = 🕐 时间
moderation-button = 👀 先看还是后看
quiet-button = 🌙 休息时间
digest-button = 📰 摘要时间
what-name = 名称
what-languages = 语言
what-timezone = 时区
what-second-clock = 第二个时间
what-moderation = 先看还是后看
what-quiet = 休息时间
what-shop-digest = 店主的摘要
what-team-digest = 团队的摘要
what-spot-added = 新位置
what-spot-name = 位置名称
what-spot-space = 谁的地方
what-spot-photo = 位置照片
what-spot-order = 位置顺序
what-spot-removed = 移除位置
what-spot-back = 恢复位置

ask-name = 这里现在叫<b>{ $place }</b>。想改成什么？请打字发来。
name-needed = 名称至少要有一个字，请打字发来。
name-changed = 这里现在叫<b>{ $place }</b> ✓

moderation-before = 建议要等团队公开以后，大家才看得到。
moderation-after = 建议马上出现在列表里，团队随后在整理台查看。
newcomers-wait = 新邻居的第一条建议和照片总要等团队看过；如果谁的建议被隐藏过，他后面的也会先等一等。
set-moderation-before = 先公开，再显示
set-moderation-after = 马上显示，随后再看
short-moderation-before = 先公开
short-moderation-after = 马上显示

languages = 这里用哪些语言？选了别的语言的人会看到 { $first }。
spoken = ✓ { $name }
not-spoken = ＋ { $name }
one-language-at-least = 至少要留一种语言。请先加上另一种。
read-first-now = 已保存 ✓ 有 { $count } 位邻居现在改看 { $first }。

clocks = 这里现在是 { $now }（{ $zone }），对吗？请选择，或打字发来时区名称，比如 Asia/Tashkent。
zone = { $zone }
one-clock = 只用一个时间
two-clocks = 同时显示北京时间
no-such-zone = 我不认识这个时区，请这样写：Asia/Urumqi。
no-second-clock = 这里只有一个时间。
clocks-changed = 这里现在是 { $now } ✓
events-keep = { $count } 个已通知的活动不会改期，只是显示的钟点变了。请看看是不是还对。
digests-follow = 摘要按新的时间在同样的钟点发出，一天不会收到两次。
see-events = 📅 看看活动

quiet = 休息时间是 { $start } 到 { $end }，这段时间 Telegram 不会响。请选择，或打字发来，比如 22:30-07:00。
quiet-length = 休息时间要在 6 到 16 小时之间，请换一个。
not-quiet-hours = 我没看懂。请这样写：22:30-07:00。

digest-times = 没有自己选过时间的人，会在这些时间收到摘要。
shop-digest = 🏪 店主：{ $when }
team-digest = 🗂 团队：{ $when }
which-shop-digest = 店主的摘要现在是 { $when }。改到什么时候？请选择，或打字发来，比如 18:30。
which-team-digest = 团队的摘要现在是 { $when }。改到什么时候？请选择，或打字发来，比如 18:30。
at = { $when }
not-a-time = 我没看懂这个时间。请这样写：09:30。
quiet-then = { $when } 是这里的休息时间。请选 { $end } 到 { $start } 之间。

spots = 📍 大家可以指的 { $count } 个位置：
line-spot = { $number }. { $spot } · { $space }
line-pictured = { $number }. { $spot } · { $space } · 📷
numbered = { $number } · { $spot }
add-spot = ➕ 新位置
ask-spot = 这个位置叫什么？请打几个字，比如：门边的墙。
bring-back = ↩ { $spot }
enough-spots = { $limit } 个位置已经够大家挑了。请先移除一个。
spot = 📍 <b>{ $spot }</b>
    { $space }
rename = ✏ 改名
whose-button = 🧭 谁的地方
photo-button = 📷 照片
up = ⬆ 往前移
remove = 🗑 移除
ask-rename = <b>{ $spot }</b>改叫什么？请打字发来。
usual-name = 用原来的名称：{ $spot }
name-taken = 已经有叫这个名称的位置了，请换一个。
name-it-first = “{ $spot }”这个名称本身就说明了是谁的地方。请先给它起个自己的名字。
whose = <b>{ $spot }</b>是谁的地方？现在：{ $space }。这决定要由谁同意。已经发来的建议不变。
ask-photo = 请发一张<b>{ $spot }</b>的照片，照片里最好没有人。邻居选位置时会看到。
no-photo = 拿掉照片
photo-kept = 📷 谢谢，<b>{ $spot }</b>以后就用这张照片 ✓
spot-without-photo = 这个位置暂时没有照片。请到“打理这个地方”里换一张。
spot-removed = <b>{ $spot }</b>不再出现在选项里 ✓ 那里的建议还在。
last-spot = 这是唯一的位置。请先加一个新的。
spot-gone = 这个位置已经不在列表里了。
spot-inside = 店里
spot-front = 店门口
spot-yard = 院子
spot-street = 街道
spot-unsure = 说不准
space-inside = 店里面
space-front = 店门口（店铺外面）
space-yard = 公共院子
space-street = 街道
space-unsure = 还没说是谁的地方

menu-place = 我在哪里，我的其他地方
menu-placesettings = 打理这个地方（负责人）
