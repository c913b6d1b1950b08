first-line = <b>{ $new } 条新建议，{ $needs ->
    [0] 没有事等您决定
   *[other] { $needs } 条等您决定
}</b>
team-first-line = { $new ->
    [0] <b>🗂 今天的团队摘要</b>
   *[other] <b>🗂 今天的团队摘要：{ $new } 条新内容</b>
}
late = 本该在 { $planned } 送到，来晚了，抱歉。
decision = ❓ <b>{ $number }</b> { $what }
decided = { $answer } – <b>{ $number }</b> { $what }
more-decisions = 还有 { $count } 条等您决定，发 /digest 就能看到。
answered-yes = ✓ 同意
answered-but = ✓ 同意，但有条件
answered-try = 🧪 先试试
answered-later = ⏸ 先不做
say-yes = { $number } ✓
say-but = { $number } 好，但…
say-try = { $number } 先试
say-later = { $number } 先不做
trial-yes = { $number } 保留
trial-but = { $number } 改一改
trial-try = { $number } 再试
trial-later = { $number } 恢复
why-but = 您有什么条件？请写一句话，会和您的同意一起记下来。
    <b>{ $number }</b> { $what }
why-try = 想先试什么、试多久？写一句就够了。
    <b>{ $number }</b> { $what }
why-later = 为什么先不做？请写一句理由，好让邻居们明白。
    <b>{ $number }</b> { $what }
no-reason = 直接试试
reason-needed = 请用几个字写下理由。
already-answered = 这条已经答过了：{ $answer }
seen = 👍 看过了
seen-toast = 谢谢！下次摘要从这里接着说。
stop = 🔕 停发
stopped = 摘要已停发，点一下就能恢复。
resume = 🔔 恢复
resumed = 摘要恢复了。
other-time = ⏰ 换时间
still-here = 这一周<b>{ $place }</b>没有新消息。我们一直都在，一有动静就告诉您。
still-here-waiting = <b>{ $place }</b>这一周没有新消息。还有 { $count } 条等您决定：/digest
show-waiting = 👀 等您决定的（{ $count }）
nothing-new = 您上次看过之后没有新消息。祝您今天顺利！
nothing-now = 您上次看过之后没有新消息，也没有事等您决定。祝您今天顺利！
which-time = 摘要现在是 { $now } 送到。您想改到几点？请选一个，或者直接打时间，比如 18:30。
at = { $when }
which-of-these = 您说的是哪一个？
time-chosen = 好的，以后每天 { $when } 送到 ✓
not-a-time = 这个时间我没看懂。请这样写：09:30
quiet-then = { $when } 是这里的休息时间。请选 { $end } 到 { $start } 之间，比如 13:00。
menu-digest = 现在看摘要
shop-label = <b>🏪 店里的事</b>
yard-label = <b>🏘 院子里的事</b>
liaison-first-line = <b>🏛 { $place }：{ $since }以来的总数</b>
residents-first-line = <b>💬 { $place }：您说的，我们做了</b>
partial = 今天有一部分没能整理出来，下次补上。
please-speak = 🤝 <b>{ $number }</b> { $what } —— { $awaits ->
    [liaison] 一直在等联络员答复，哪位方便去聊一聊？
    [property_manager] 一直在等物业或社区答复，哪位方便去聊一聊？
   *[shopkeeper] 一直在等店主答复，哪位方便去聊一聊？
}
you-please-speak = 🤝 { $number } 号还在等{ $awaits ->
    [liaison] 联络员答复：{ $what }
    您方便去和联络员聊一聊吗？当面说几句，往往就清楚了。
    [property_manager] 物业或社区答复：{ $what }
    您方便去和他们聊一聊吗？当面说几句，往往就清楚了。
   *[shopkeeper] 店主答复：{ $what }
    您方便去和店主聊一聊吗？当面说几句，往往就清楚了。
}
open-it = 👀 打开 { $number }
looked = 👁 联络员看过 { $count } 次总数。
fewer = 不到 { $limit }
too-few = 数量太少，不便说
or-more = { $count } 或更多
news-mine = 🙋 您的建议：{ $news }
news-backed = 👍 您支持的：{ $news }
news-others = • { $news }
ask-later = ⏳ 明天再问我一次
comes-back = 好的，明天再请您看。
came-back-already = 这条已经再问过一次了，您随时都可以答复。
which-digest = 您想看哪一份？
kind-shop = 🏪 店里的
kind-team = 🗂 团队的
kind-liaison = 🏛 给政府的总数
kind-yard = 🏘 院子的
which-day = 每周一次，下一次是 { $now }。您想改到什么时候？请选一个，或者直接写星期和时间，比如 周五 18:30。
week-chosen = 好的，每周一次，下一次是 { $when } ✓
not-a-day-and-time = 这个时间我没看懂。请这样写：周五 18:30
weekly-offer = 💬 <b>您说的，我们做了</b>：每周一条消息，告诉您建议都怎么样了。要不要收？
weekly-yes = ✓ 好，每周告诉我
weekly-on = 💬 “您说的，我们做了”每周一次，下一次是 { $when }。没有新消息就不打扰您。
weekly-now = 👀 现在看看
weekly-ended = 以后不再发了，点一下就能恢复。
menu-weekly = 建议都怎么样了
relayed-team = 📋 <b>{ $place }</b>今天的团队摘要：
please-speak-named = 🤝 <b>{ $number }</b> { $what } —— { $awaits ->
    [liaison] 一直在等联络员答复。{ $name }，您方便去和联络员聊一聊吗？
    [property_manager] 一直在等物业或社区答复。{ $name }，您方便去和他们聊一聊吗？
   *[shopkeeper] 一直在等店主答复。{ $name }，您方便去和店主聊一聊吗？
}
liaison-needs = <b>有 { $count } 条等您答复。</b>
