menu-handover = 我照看的事，怎么交接
back = ⬅ 返回
more = ⋯ 更多
go-today = 📋 等我的事
see-it = 👀 看一看
invite-button = ➕ 邀请一个人

# What she holds
you-hold = 🧺 <b>您手里有 { $count } 件事</b>
    这是您在{ $place }照看的。按一件，就可以交接。
holds-nothing = 🧺 您在这里手里没有事了。谢谢您做的一切！
item = · { $what }
and-more-people = 还有 { $count } 位邻居也很久没有来
and-more = · 还有 { $count } 件
pause-button = ☕ 歇一阵
all-of-it = 🌾 全部交接
what-is-left = 🧺 还剩下的（{ $count }）
what-you-hold = 🧺 我照看的事
back-to-list = 🧺 回到清单

# One of them
thing = <b>{ $what }</b>
    从{ $since }起在您手里
give-button = 🤲 交给……
back-team = 🤝 交回团队
back-ends = 🌾 交还
back-goes = 🗑 扔掉
cannot-close = 还要不要有人照看，由团队来定。您可以把它交回团队。
close-button = ✓ 这件事不用再有人照看
somebody-first = 请先有人接手，您再离开：这个地方不能没有人照看。
thing-first = <b>{ $what }</b>
not-yours = 这件事已经不在您手里了。
gone-team = “{ $what }”已经交回团队 ✓ 有人接手之前，一直在团队的清单里。
gone-ends = “{ $what }”已经结束 ✓
gone-goes = “{ $what }”已经扔掉 ✓
why-close = “{ $what }”为什么不用再有人照看？写一句就够，团队会看到。
why-empty = 请写一句话。
closed = “{ $what }”已经了结 ✓
thanks = 💛 谢谢您从{ $since }照看到现在！
thank-you = 💛 谢谢您在这里做的一切！
really-all = 全部交接吗？{ $count ->
    [0] 您在这里的角色就此结束。
   *[other] { $count } 件事交回团队，没发出的草稿会扔掉，您在这里的角色就此结束。
}您仍然是邻居。
all-yes = 好，全部交接
all-given = 交接好了 ✓（{ $count }）

# To somebody
who-takes = “{ $what }”交给谁？会先问那个人。
nobody-to-give = 这里还没有能照看它的人。请先邀请一位。
cannot-have = 只有在这里担任相应角色的人才能照看它。
asked-now = 已经问了{ $name }愿不愿意接“{ $what }” ✓ 答应之前它还在您手里，结果会发到这里。
asked-already = 正在问{ $name }愿不愿意接“{ $what }”。答应之前它还在您手里。
withdraw-button = ↩ 问别人
withdraw-first = 已经在问一个人了。请先撤回。
withdrawn = 撤回了 ✓
asked-lately = 不久前刚为这件事问过{ $name }，请问问别人。
asked-enough = 今天已经问了很多次，请明天再继续。
would-you-take = 🤲 { $name }想问：以后您愿意照看它吗？
    <b>{ $what }</b>
take-button = ✓ 我来接
no-button = 谢谢，不了
yours-now = “{ $what }”现在在您手里了 ✓ 谢谢您！
has-taken = 🤲 “{ $what }”现在由{ $name }照看 ✓
has-declined = { $name }接不了“{ $what }”。它还在您手里。
nobody-answered = “{ $what }”的事，{ $name }还没有回答。它还在您手里。
asked-is-gone = “{ $what }”问的那个人已经不在这里了。它还在您手里。
somebody-else = 🤲 换一个人
declined = 没关系 ✓ 不需要理由。
offer-over = 这件事已经处理好了。
own-draft-first = 您正在写自己的一份。请先写完，再按一次。
nobody-has = 现在没有人照看：
    <b>{ $what }</b>
somebody = 有人

# What others hear
stepped-back = 🌾 { $name }退下来了。现在归团队：
somebody-closed = ✓ { $name }了结了“{ $what }”：{ $reason }
waits-nobody = 🤲 没有人照看：{ $what }
waits-for-you = 🤲 请您接手：{ $what }
waits-keeping = 🌙 这个地方是先守候，还是继续？
digest-nobody = 🤲 没有人照看{ $what }

# After a long silence
still-with-us = 🌱 { $place }有一阵子没有您的消息了。您还和我们在一起吗？怎么回答都好。您手里有：
still-button = 🌱 还在
leave-button = 🌾 交接
glad = 🌱 有您真好！
how-long = ☕ 多久？您照看的事这段时间还是您的。
pause-weeks = 两周
pause-month = 一个月
pause-until-day = 到某一天……
until-when = 到哪一天？比如：5月1日，或 2027-05-01。最多一年。
paused = ☕ { $until }之前不会再问您还在不在。祝您一切都好！
has-been-silent = 🌱 { $name }已经 { $days } 天没有来，也没有回答。手里有 { $count } 件事。也许可以去问候一声。
who-is-silent = 想看谁手里的事？
all-silent = 团队现在没有人在。您可以先照看这个地方，等有人来。
lead-button = 🌅 我先来负责
silent-holds = { $name }照看着 { $count } 件事：
take-back-yes = 🤝 交给团队（{ $count }）
taken-back = 🤝 您不在的时候，{ $place }的团队接过了您照看的事（{ $count }）。随时欢迎您回来。
taken-back-done = 现在归团队了 ✓（{ $count }）
not-silent = 这位邻居又回来了。
holds-nothing-more = 没有要交接的事了。

# Without a team
you-are-last = 🌙 您是团队的最后一位。您离开之前，要有店主或联络员答应守着这个地方。
keeper-mode = 守候的时候：每周一份摘要，不群发消息，海报上写着该问谁。建议和问题都会留好。按一下就能唤醒。
last-button = 🌙 我想离开
ask-them = 🙏 问问他们
not-last = 您不是团队的最后一位，直接交接就可以。
nobody-may-keep = 现在没有店主，也没有联络员可以问。请先邀请一位。
keeper-asked = 🙏 已经问了。只要有一位答应，您的角色就结束，这里会告诉您。
keeper-asked-already = 已经问了，还没有回答。
keeper-silent = 还没有人回答是否守着这个地方。您可以再问一次，或者当面谈谈。
would-you-keep = 🌙 { $name }是{ $place }团队的最后一位，想离开了。您愿意守着这个地方吗？
last-is-gone = 🌙 { $place }团队的最后一位已经离开了。您愿意守着这个地方吗？
keep-button = 🌙 好，我来守着
not-yet-button = 先不
not-yet-noted = 没关系。以后也可以在这里答应。
keeper-not-yet = { $name }还不想让这个地方进入守候。也许可以一起谈谈。
request-over = 这件事已经处理好了。
team-again = 又有团队了 ✓ 这个地方照常继续。
you-keep = 🌙 { $place }现在开始守候，由您守着。谢谢您！
you-may-go = 🌾 { $name }现在守着{ $place }，您的角色已经结束。您仍然是邻居。
rests-by-itself = 🌙 没有人回答，所以{ $place }先进入守候。
wake-button = 🌅 唤醒这个地方
awake-again = 🌅 { $place }又醒了：现在由{ $name }照看。
awake-already = 这个地方是醒着的。
awake = 🌅 { $place }又醒了，现在先由您负责。想邀请谁？
you-lead-now = 🌅 因为没有别人负责，从现在起由您负责{ $place }。谢谢您！
digest-rests = 🌙 { $place }现在没有团队。/wake 让您先负责，就可以邀请人。
record-button = 📜 我在这里做过的
could-not-be-asked = 🌱 { $name }已经 { $days } 天没有来，消息也送不到，没法问。手里有 { $count } 件事。也许可以上门问候一声。
back-open = 🙋 让别人来做
gone-open = “{ $what }”又向大家开放了 ✓
