menu-events = 近期活动
back = ⬅ 返回

# 活动卡片
card-title = 📅 <b>{ $title }</b>
card-when = 🕖 { $when }
card-where = 📍 { $where }
card-seats = 🪑 共 { $capacity } 个名额，已有 { $taken } 个
card-coming = 👥 { $people } 人会来
card-coming-with = 👥 { $people } 人会来，另带 { $party }
card-came = 👥 到场 { $people } 人
card-weekly = 🔁 每周一次，这次以后还有 { $later } 次，到 { $until } 为止
party-guests = { $guests } 位大人
party-children = { $children } 个孩子
party-both = { $guests }和 { $children }
card-waiting = ⏳ { $people } 人在候补
card-apart = 👥 另有 { $people } 位来自同一网络，超过上限，等团队看过
card-cancelled = ❌ <b>已取消</b>：{ $reason }
own-coming = ✓ 您会来
own-coming-with = ✓ 您会来，还带 { $party }
own-waiting = ⏳ 您排在候补第 { $position } 位。有空位会自动轮到您，并通知您。
own-apart = ⏳ 已经记下您了。从同一网络来了很多新访客，团队先看一下；有座位会告诉您。
own-waiting-with = ⏳ 您带着 { $party }，排在候补第 { $position } 位。有空位会自动轮到您，并通知您。
own-maybe = ✓ 您可能来
own-cant = ✓ 您来不了
own-asked-again = ❓ 时间改了，您还来吗？
coming = 参加
maybe = 可能来
cant = 来不了
chosen = ✓ { $answer }
in-line = ⏳ 候补中
guest-less = － 少带一位大人
guest-more = ＋ 多带一位大人
child-less = － 少带一个孩子
child-more = ＋ 多带一个孩子
same-for-all = 🔁 后面 { $count } 次也这样回答
all-dates = 🔁 所有日期
album = 📷 相册（{ $count }）
calendar = 🗓 加入日历
cant-after-all = 我来不了了
look-after = 🛠 管理活动
arriving = 🔳 签到码
group-list = 📋 微信群接龙

# 回答以后
toast-coming = 好的，到时见！
toast-waiting = 名额满了，您排在候补第 { $position } 位。有空位会通知您。
toast-apart = 已记下 ✓ 从同一网络来了很多新访客，团队先看一下，有座位会告诉您。
toast-maybe = 记下了：可能来。定了再告诉我们。
toast-cant = 谢谢告诉我们，下次再来！
toast-alone = 记下了：您一个人来
toast-party = 记下了：您带 { $party }
toast-all = 记下了：{ $count } 次都这样回答。
toast-all-waiting = 记下了：{ $count } 次里有 { $waiting } 次要候补，有空位会通知您。
toast-thanks = 谢谢您！
first-say-coming = 请先点“参加”，再说带几位。
guests-limit = 大人和孩子最多各带 { $most } 位。
no-seat-for-guest = 抱歉，名额不够，现在不能再多带一位。
seats-for-newcomers = 同一网络的新访客一天最多占 { $most } 个座位。还想多要，请问问团队。
moved-up = 🎉 有空位了，您可以来参加“{ $title }”！
    🕖 { $when }
    📍 { $where }
    您还来吗？来不了请在 { $until } 前说一声，好让给下一位；不回答就给您留着。
noted-moved-up = 🎉 有空位了：接龙里的 { $name } 可以来参加“{ $title }”（{ $when }）。请告诉本人。
several-moved-up = 🎉 有空位了：接龙里的 { $count } 位可以来参加“{ $title }”（{ $when }）。请告诉他们：
tell-the-group = 📋 接龙里的 { $count } 位邻居在这里看不到，请在群里告诉大家。
still-coming = ✓ 我来
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
dates-moved = 📅 “{ $title }”有 { $dates } 次改时间了，最近的一次：
    🕖 { $when }
    📍 { $where }
    您还来吗？
dates-elsewhere = 📅 “{ $title }”有 { $dates } 次换地方了，最近的一次：
    📍 { $where }
    🕖 { $when }
end-changed = ⏰ “{ $title }”的结束时间改了：{ $when }。📍 { $where }
dates-end-changed = ⏰ “{ $title }”有 { $dates } 次的结束时间改了，最近一次：{ $when }。📍 { $where }
called-off = ❌ “{ $title }”取消了（原定 { $when }）。
    原因：{ $reason }
dates-called-off = ❌ “{ $title }”从 { $when } 起的 { $dates } 次都取消了。
    原因：{ $reason }
in-a-day = ⏰ 别忘了：“{ $title }”
    🕖 { $when }
    📍 { $where }
in-hours = ⏰ 快开始了：“{ $title }”
    🕖 { $when }
    📍 { $where }
thanks = 💛 谢谢您来参加“{ $title }”！您觉得怎么样？点一个表情，然后就可以发照片。
mood-good = 😊
mood-fair = 😐
mood-poor = 🙁
mood-kept = { $mood } 谢谢您告诉我们“{ $title }”怎么样！拍照片了吗？放进活动相册吧。
my-photos = 📷 发我拍的照片
mood-known = 您已经告诉过我们了，谢谢！

# 活动列表
what-is-on = 📅 <b>近期活动</b>
nothing-on = 近期没有活动。有新活动会通知您。
listed = • <b>{ $title }</b>
    { $when } · 👥 { $people }
past-button = ⬅ 🕰 以前的活动
what-was = 🕰 <b>办过的活动</b>
nothing-past = 还没有办过活动。
past-line = • <b>{ $title }</b>
    { $day } · 👥 { $people } · 📷 { $photos }
newer = ⬅ 更近的
older = 更早的 ➡
open-event = 📅 { $title }
feed = 🗓 <a href="{ $link }">把所有活动订阅到日历</a>
feed-of-mine = 只看我参加的：/calendar
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
ask-when = 什么时候？点一个日子，或直接打字，例如“明天下午7点”“11月28日 19:00–21:00”。
ask-time = { $day }，几点开始？点一个，或直接打字。
when-past = 这个时间不行：要在将来，十年以内。请再选一次，其他内容都还在。
when-unclear = 我没看懂这个时间。请再说一次，例如“周六晚上7点”。
which-one = 您说的是哪一个？
this-time = 🕖 { $when }
on-day = { $day }
other-hours = ⋯ 其他时间
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
step-repeat = 🔁 每周重复
ask-repeat = 每周都办吗？点一个，或打字：几次（最多 { $most } 次），或到哪一天为止，例如“12月31日”。
only-once = 只办一次
weekly = 🔁 每周一次，共 { $times } 次
repeats-limit = 最多重复 { $most } 次，请换一个数字或日期。
other-parts = ⋯ 其他
announced = 📣 “{ $title }”已发布 ✓
pass-on = 可以转发这个链接：{ $link }
pass-on-telegram = ✈ Telegram：{ $link }
in-short = 📅 <b>{ $title }</b>：{ $when }
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
later-too = 🔁 后面 { $count } 次也这样改
later-kept = 记下了 ✓ “{ $title }”后面 { $count } 次也改了，会一起通知一次。
many-kept = 记下了 ✓ “{ $title }”现在有 { $capacity } 个名额。有空位的话，候补的人会自动轮到。
no-limit-kept = 记下了 ✓ “{ $title }”不限人数了，候补的人都可以来。

# 管理活动
looking-after = 🛠 <b>{ $title }</b>
    { $when }
who-comes = 👥 谁会来
who-came = ☑ 谁来了
call-off = ❌ 取消活动
guest-list = 👥 <b>{ $title }</b>：{ $people } 人会来，{ $maybe } 人可能来。
guest-list-with = 👥 <b>{ $title }</b>：{ $people } 人会来，另带 { $party }，{ $maybe } 人可能来。
name-with = { $name } ＋{ $party }
guest-coming = ✓ { $name }
guest-moved-up = ⏫ { $name }（刚补上，{ $until } 前还可能说不来）
guest-asked-again = ❓ { $name }（改时间后还没确认）
guest-maybe = 🤔 { $name }
guest-waiting = ⏳ { $name }
noted-coming = 📋 { $name }
noted-waiting = ⏳ 📋 { $name }
without-name = 接龙来的
guest-apart = 👥 { $name }（不在候补里）
let-in = 👥 让另外 { $count } 位进来：都是邻居
are-in = 已有 { $count } 位排进来了 ✓
look-after-crowd = 👥 看看是谁
many-seats = 🚨 几分钟内有 { $count } 位新访客报名“{ $title }”。同一网络一天超过 5 位的先等着，不占座位。如果是共用一个 Wi-Fi 的邻居，可以让他们进来。
more-guests = 还有 { $count } 人。
moods = 😊 { $good } · 😐 { $fair } · 🙁 { $poor }
too-early-to-tick = 活动开始前两小时起才能勾选。
tick-who-came = { $more ->
    [0] <b>{ $title }</b>：{ $people } 人里勾了 { $came } 人。点名字勾选。
   *[other] <b>{ $title }</b>：{ $people } 人里勾了 { $came } 人，另有 { $more } 人没打招呼就来了。点名字勾选。
}
walk-in-more = ＋1 没打招呼就来了
walk-in-less = －1
walk-ins-limit = 这里只能记 0 到 { $most } 人。
walk-ins-stand = 现在是 { $count } 位。还有人来的话，请再点一次。
ticked = ☑ { $name }
not-ticked = ☐ { $name }
ask-reason = 为什么取消“{ $title }”？请写一句，大家会看到。
reason-first = 请先写下取消的原因。
confirm-call-off = 要取消“{ $title }”吗？
    原因：{ $reason }
    { $people } 位邻居会收到通知，不能撤回。
call-off-now = ❌ 取消活动并通知
call-off-this = ❌ 只取消这一次
call-off-later = ❌ 这次和后面 { $count } 次都取消
keep-it = 保留活动
is-called-off = 已取消“{ $title }” ✓ 正在通知 { $people } 位邻居。

# 同一个活动的多个日期
dates-head = 🔁 <b>{ $title }</b>：还有 { $count } 次
date-line = • { $when } · 👥 { $people }
date-answered = { $line }
    您的回答：{ $answer }
open-date = { $when }

# 相册
ask-event-photos = 请把“{ $title }”的照片发来，可以一次发几张。团队看过以后，大家才能看到。拍到孩子的，请先问过家长。
photo-kept = 📷 收到了，谢谢！团队看过后会放进“{ $title }”的相册，大家都能看到，公开网页上也有。还可以接着发。
that-was-all = ✓ 发完了
add-photos = 📷 我也发照片
album-empty = “{ $title }”的相册还是空的。您拍照片了吗？
album-photo = 📷 <b>{ $title }</b> { $number } / { $count }
take-out = 🗑 从相册拿走
hold-a-picture = ✋ 照片里有孩子：先收起来
look-at-photos = 📷 新照片（{ $count }）
photo-waits = { $name } 发来的照片（<b>{ $title }</b>，还有 { $count } 张要看）。能给大家看吗？有孩子的，要家长同意。
let-through = ✓ 放进相册
keep-out = ✗ 不放
no-photos-waiting = “{ $title }”没有新照片要看了。
toast-let-through = 放进相册了
toast-kept-out = 大家看不到这张了
photo-gone = 这张照片已经不在了。
photos-afterwards = 活动开始以后才能发照片。
photos-of-guests = 来参加的人才能发照片。您在场的话，请告诉志愿者。
enough-photos = 每人最多发 { $most } 张。谢谢您！
event-photo-refused = 抱歉，您发给“{ $title }”的一张照片用不了，请换一张。

# 自己的日历
calendars = 🗓 <b>日历</b>
    所有活动：<code>{ $everything }</code>
    也可以要一个只有您参加的活动的链接。在手机日历里选“订阅日历”，粘贴链接就行。
calendars-with-mine = 🗓 <b>日历</b>
    所有活动：<code>{ $everything }</code>
    我的活动：<code>{ $mine }</code>
    在手机日历里选“订阅日历”，粘贴链接就行。“我的活动”只给您自己，别转发；泄露了就换一个新的。
make-link = 🔑 给我一个链接
new-link = 🔑 换一个新链接
no-link = 🚫 停用我的链接
toast-new-link = 这是新链接，旧的不能用了
toast-no-link = 链接停用了
my-events = 我的活动

digest-photos = 📷 “{ $title }”有 { $count } 张新照片要看
digest-line = 📅 “{ $title }” { $when }：{ $people } 人来{ $guests ->
    [0] {""}
   *[other] ，带大人 { $guests } 位
}{ $children ->
    [0] {""}
   *[other] ，带孩子 { $children } 个
}{ $maybe ->
    [0] {""}
   *[other] ，可能来 { $maybe } 人
}{ $waiting ->
    [0] {""}
   *[other] ，候补 { $waiting } 人
}
digest-held = 📅 “{ $title }”已在 { $when } 举办
digest-held-album = 📅 “{ $title }”已在 { $when } 举办 · 📷 { $photos }：/events
total-events = 📅 办过的活动：{ $count }
total-guests = 🙂 报名人次：{ $count }
calendar-words = { $when }
    { $words }
menu-newevent = 新建活动（团队）
keep-as-made = 🖌 记作大家做的
hold-event = 📅 { $title }
hold-draft = ✎ 📅 { $title }（草稿）
