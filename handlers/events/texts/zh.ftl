menu-events = 近期活动
back = ⬅ 返回

# 活动卡片
card-title = 📅 <b>{ $title }</b>
card-when = 🕖 { $when }
card-where = 📍 { $where }
card-seats = 🪑 共 { $capacity } 个名额，已有 { $taken } 个
card-coming = { $guests ->
    [0] 👥 { $people } 人会来
   *[other] 👥 { $people } 人会来，另带 { $guests } 位亲友
}
card-waiting = ⏳ { $people } 人在候补
card-cancelled = ❌ <b>已取消</b>：{ $reason }
own-coming = { $guests ->
    [0] ✓ 您会来
   *[other] ✓ 您会来，还带 { $guests } 位亲友
}
own-waiting = ⏳ 您排在候补第 { $position } 位。有空位会自动轮到您，并通知您。
own-maybe = ✓ 您可能来
own-cant = ✓ 您来不了
own-asked-again = ❓ 时间改了，您还来吗？
coming = 参加
maybe = 可能来
cant = 来不了
chosen = ✓ { $answer }
in-line = ⏳ 候补中
guest-less = － 少带一位
guest-more = ＋ 多带一位
calendar = 🗓 加入日历
cant-after-all = 我来不了了
look-after = 🛠 管理活动

# 回答以后
toast-coming = 好的，到时见！
toast-waiting = 名额满了，您排在候补第 { $position } 位。有空位会通知您。
toast-maybe = 记下了：可能来。定了再告诉我们。
toast-cant = 谢谢告诉我们，下次再来！
toast-guests = { $guests ->
    [0] 记下了：您一个人来
   *[other] 记下了：您带 { $guests } 位亲友
}
toast-thanks = 谢谢您！
first-say-coming = 请先点“参加”，再说带几位。
guests-limit = 最多可以带 { $most } 位亲友。
no-seat-for-guest = 抱歉，名额已满，现在不能再多带一位。
moved-up = 🎉 有空位了，您可以来参加“{ $title }”！
    🕖 { $when }
    📍 { $where }
event-gone = 这个活动已经不在了。/events 看看还有哪些活动。
is-cancelled = 这个活动已经取消了。
has-begun = 活动已经开始，不能再改了。

# 大家收到的通知
moved = 📅 “{ $title }”改时间了：
    🕖 { $when }
    📍 { $where }
    您还来吗？
elsewhere = 📅 “{ $title }”换地方了：
    📍 { $where }
    🕖 { $when }
called-off = ❌ “{ $title }”取消了（原定 { $when }）。
    原因：{ $reason }
in-a-day = ⏰ 别忘了：“{ $title }”
    🕖 { $when }
    📍 { $where }
in-hours = ⏰ 快开始了：“{ $title }”
    🕖 { $when }
    📍 { $where }
thanks = 💛 谢谢您来参加“{ $title }”！您觉得怎么样？
mood-good = 😊
mood-fair = 😐
mood-poor = 🙁
mood-kept = { $mood } 谢谢您告诉我们“{ $title }”怎么样！
mood-known = 您已经告诉过我们了，谢谢！

# 活动列表
what-is-on = 📅 <b>近期活动</b>
nothing-on = 近期没有活动。有新活动会通知您。
listed = • <b>{ $title }</b>
    { $when } · 👥 { $people }
open-event = 📅 { $title }
feed = 🗓 <a href="{ $link }">把所有活动订阅到日历</a>
new-event = ➕ 新建活动
earlier = ⬅ 前面的
later = 后面的 ➡

# 新建活动
ask-title = 活动叫什么名字？请打字发给我，例如“社区秋日会”。
draft-found = 您上次建到一半的活动“{ $title }”还在。接着来吗？
go-on = ▶ 接着来
begin-anew = 🗑 不要了，重新建
thrown-away = 草稿已删除，没有通知任何人。
what-is-on-button = 📅 看活动
ask-when = 什么时候？点一个日子，或直接打字，例如“周六晚上7点”。
ask-time = { $day }，几点开始？点一个，或直接打字。
type-when = 请打字告诉我日期和时间，例如“11月28日 19:00”或“明天下午3点半”。
when-past = 这个时间不行：要在将来，十年以内。请再选一次，其他内容都还在。
when-unclear = 我没看懂这个时间。请再说一次，例如“周六晚上7点”。
which-one = 您说的是哪一个？
this-time = 🕖 { $when }
on-tomorrow = 明天 · { $day }
on-saturday = 周末 · { $day }
type-it = ⌨ 我来打字
ask-where = 在哪里？请打字，例如“L 店门口”。
ask-many = 最多多少人（连亲友一起算）？请打一个数字。
no-limit = 不限人数
ask-words = 想对大家说几句什么？请打字。
skip = 跳过
ask-picture = 请发一张图片，通知里会带上它。
picture-refused = 抱歉，“{ $title }”的图片用不了。请换一张，或不带图片继续。
other-picture = 🖼 换一张
picture-on-its-way = 图片还在处理，请几秒后再点一次。
picture-follows = 🖼 图片正在处理，发布时会带上。
preview = 👀 大家会看到：
announce = 📣 发布
change = ✏ 修改
throw-away = 🗑 删除草稿
what-to-change = “{ $title }”要改什么？
step-title = 名字
step-when = 🕖 时间
step-where = 📍 地点
step-many = 🪑 人数
step-words = 💬 说明
step-picture = 🖼 图片
other-parts = ⋯ 其他
announced = { $people ->
    [0] 📣 “{ $title }”已发布 ✓ 这里还没有别的邻居。
   *[other] 📣 “{ $title }”已发布 ✓ 正在通知 { $people } 位邻居。
}
    可以转发这个链接：{ $link }
see-event = 📅 看活动
announced-already = 这个活动已经发布了。
change-kept = 记下了 ✓ “{ $title }”
    🕖 { $when }
    📍 { $where }
    10 分钟后会一次通知回答过的人，在那之前还可以再改。
change-told = 记下了 ✓ “{ $title }”
    🕖 { $when }
    📍 { $where }
    活动快到了，马上通知回答过的人。

# 管理活动
looking-after = 🛠 <b>{ $title }</b>
    { $when }
who-comes = 👥 谁会来
who-came = ☑ 谁来了
call-off = ❌ 取消活动
guest-list = 👥 <b>{ $title }</b>：{ $guests ->
    [0] { $people } 人会来
   *[other] { $people } 人会来，另带 { $guests } 位亲友
}，{ $maybe } 人可能来。
guest-coming = { $guests ->
    [0] ✓ { $name }
   *[other] ✓ { $name } ＋{ $guests }
}
guest-asked-again = { $guests ->
    [0] ❓ { $name }（改时间后还没确认）
   *[other] ❓ { $name } ＋{ $guests }（改时间后还没确认）
}
guest-maybe = 🤔 { $name }
guest-waiting = ⏳ { $name }
more-guests = 还有 { $count } 人。
moods = 😊 { $good } · 😐 { $fair } · 🙁 { $poor }
too-early-to-tick = 活动开始前两小时起才能勾选。
tick-who-came = <b>{ $title }</b>：{ $people } 人里勾了 { $came } 人。点名字勾选。
ticked = { $guests ->
    [0] ☑ { $name }
   *[other] ☑ { $name } ＋{ $guests }
}
not-ticked = { $guests ->
    [0] ☐ { $name }
   *[other] ☐ { $name } ＋{ $guests }
}
ask-reason = 为什么取消“{ $title }”？请写一句，大家会看到。
reason-first = 请先写下取消的原因。
confirm-call-off = 要取消“{ $title }”吗？
    原因：{ $reason }
    { $people } 位邻居会收到通知，不能撤回。
call-off-now = ❌ 取消活动并通知
keep-it = 保留活动
is-called-off = 已取消“{ $title }” ✓ 正在通知 { $people } 位邻居。

digest-line = 📅 “{ $title }” { $when }：{ $people } 人来，亲友 { $guests } 位，可能来 { $maybe } 人，候补 { $waiting } 人
calendar-words = { $when }
    { $words }
