menu-arriving = 签到码（团队）
back = ⬅ 返回
more = ⋯ 更多
at-which = 🔳 现在为哪一项签到？
at-nothing = 🔳 现在没有要签到的。签到码在开始前两小时打开，结束后两小时关上。
of-one = 🔳 { $title }
code = 🔳 <b>{ $title }</b>：到了的人用相机扫一下。有效到 { $until }，之后请换一张。
so-many = { $expected ->
    [0] 👥 已到 { $there } 人。
   *[other] 👥 已到 { $there } 人；说会来的有 { $expected } 人。
}
only-here = ⚠ 这个地址只有这台机器能打开，请运营者先设置 WEB_URL。
not-made = 🔳 签到码画不出来，请手动打勾。
renew = 🔄 换一张
for-telegram = ✈ Telegram 用的码
for-web = 🌐 任何手机用的码
by-hand = ☑ 手动打勾
see-it = 👀 去看看
are-you-here = 🔳 您现在在“{ $title }”吗？
i-am-here = ✓ 我到了
noted = ✓ 欢迎来到“{ $title }”！已记下您到了。
noted-already = ✓ “{ $title }”：早已记下您到了。
full = “{ $title }”：名额已满。您还是在帮忙吗？请用 /hours 记下时间，谢谢您！
for-adults = “{ $title }”只限成年人。请先在下面打开它，按“🙋 我来做”，再扫一次码。
by-hand-please = “{ $title }”：您的网络来了很多新邻居，请找团队的人手动打勾。
crowd = 🚨 几分钟内有 { $count } 位新邻居在“{ $title }”签到。同一网络超过 5 位的不会记下，请手动打勾。
run-out = 这张码过期了，请扫门口手机上现在那张。
no-code = 这不是签到码，或者不是现在这项的。请扫门口那张。
no-such-door = 没有这样的码。现在有什么：/arriving
too-early = “{ $title }”：{ $when } 才开始签到。
is-over = “{ $title }”已经结束，不再签到。
is-off = “{ $title }”取消了。
