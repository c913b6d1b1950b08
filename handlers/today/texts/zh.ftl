menu-today = 今天等我的事
nothing = 🌿 现在没有事在等您。
waiting = 📋 <b>有 { $count } 件事在等您</b>
line = { $days ->
    [0] { $what }
    [1] { $what } · 从昨天起
   *[other] { $what } · 已经 { $days } 天
}
more = ⋯ 更多
go-desk = 🗂 整理建议
go-ideas = 👍 看看建议
back = ⬅ 返回
beside = ⋯
somebody = 有人
not-today = 🕰 今天先不做
share = 🤝 分一分
when-again = 什么时候再提醒您？
in-days = { $days ->
    [1] 明天
   *[other] { $days } 天后
}
later-toast = 先放一放 ✓ 别人还能看到。
give = 🤝 谁来做？
add-note = 📝 给团队留个备注
for-everybody = ↩ 还是大家一起
i-take-it = 🙋 我来做
whose-is-it = 谁来做？五天后又归大家。
not-of-the-team = 这个人已经不在团队里了，请另选一位。
given-to-you = 🤝 { $name } 请您处理：{ $what }
shared-toast = 好了 ✓
what-note = 📝 团队需要知道什么？只有团队能看到。
noted = 记下了 ✓ 只有团队能看到。
see-list = 📋 今天等我的事
is-with = 🙋 { $name } 在做
note = 📝 { $name }：{ $words }
done-meanwhile = 这件事已经不用等了。
