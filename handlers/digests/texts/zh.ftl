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
answered-later = ⏸ 暂时不行
say-yes = { $number } ✓
say-but = { $number } 好，但…
say-try = { $number } 先试
say-later = { $number } 先不
why-but = 您有什么条件？请写一句话，会和您的同意一起记下来。
    <b>{ $number }</b> { $what }
why-try = 想先试什么、试多久？写一句就够了。
    <b>{ $number }</b> { $what }
why-later = 为什么暂时不行？请写一句理由，好让邻居们明白。
    <b>{ $number }</b> { $what }
no-reason = 直接试试
reason-needed = 请用几个字写下理由。
already-answered = 这条已经答过了：{ $answer }
seen = 👍 看过了
seen-toast = 谢谢！下次摘要从这里接着说。
stop = 🔕 停发
stopped = 每日摘要已停发，点一下就能恢复。
resume = 🔔 恢复
resumed = 每日摘要恢复了。
other-time = ⏰ 换时间
still-here = 这一周<b>{ $place }</b>没有新消息。我们一直都在，一有动静就告诉您。
nothing-now = 您上次看过之后没有新消息，也没有事等您决定。祝您今天顺利！
which-time = 摘要现在是 { $now } 送到。您想改到几点？请选一个，或者直接打时间，比如 18:30。
at = { $when }
which-of-these = 您说的是哪一个？
time-chosen = 好的，以后每天 { $when } 送到 ✓
not-a-time = 这个时间我没看懂。请这样写：09:30
quiet-then = { $when } 是这里的休息时间。请选 { $end } 到 { $start } 之间，比如 13:00。
menu-digest = 现在看摘要
