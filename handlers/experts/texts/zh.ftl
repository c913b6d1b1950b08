menu-experts = 问问专家
back = ⬅ 返回
more = ⋯ 更多

# 开始
title = 🎓 <b>问问专家</b>
    懂行的人会回答，不着急。以前帮上忙的回答都在这里。
to-me-button = 📬 问我的问题（{ $count }）
me-button = 🎓 我作为专家
me-in-field = 🎓 我作为专家：{ $field }
ask-button = ❓ 提一个问题
answers-button = 📖 专家的回答
my-questions-button = ⏳ 我问过的
desk-button = 🗂 问题和回答
howtos-button = 🧑‍🏫 怎么做
who-button = 👥 有哪些专家
to-experts = 🎓 去看专家
no-such-question = 这个问题（已经）不在这里。/experts 可以看到现有的。
no-such-idea = 这条建议不在建议列表里。
words-needed = 请写几个字。

# 领域
field-planning = 城市规划
field-food = 食品卫生
field-fire = 消防安全
field-plants = 花草树木
choose-planning = 🏙 城市规划
choose-food = 🍜 食品卫生
choose-fire = 🧯 消防安全
choose-plants = 🌱 花草树木
choose-other = 📄 别的
signed-planning = 一位规划师
signed-food = 一位懂食品卫生的人
signed-fire = 一位懂消防的人
signed-plants = 一位懂花草的人
signed-other = 一位懂这个的人：{ $field }
signed-named = { $who }，{ $name }
label = { $field }：{ $words }
line = 🎓 { $field }：“{ $words }”

# 提问
which-idea = 关于您的哪条建议？
idea = { $number } · { $words }
needs-an-idea = 谁有建议在建议列表里，就可以为它问专家。已有的回答大家都能看。
which-field = 谁会懂？问题会交给这个领域的专家。
no-such-field = 现在这里没有这个领域的专家。
ask-words = ❓ 您关于{ $field }的问题：请用几句话写下来。
goes-with-idea = 建议会一起交过去：它的照片、是谁的地方、试过什么。
goes-alone = 请写清楚专家需要知道的情况。
asked-before = 📖 以前有人问过：
    “{ $words }”
people-asked = 🙋 { $count } 人问过
that-helps = 💡 有帮助
another-answer = ➡ 另一个回答
ask-all-the-same = ❓ 还是问我的
helped = 好的。到现在有 { $count } 人问过这个。
name-stays-here = 您的名字不会一起交过去。有了回答以后，团队可能会让别人也看到问题和回答，不写您的名字。
send = 📨 发出
add-photo = 📷 加一张照片
write-anew = ✏ 重新写
ask-photo = 📷 请发一张照片。照片只有专家、团队和联络员会看到。
photo-kept = 📷 照片会一起交过去 ✓
see-question = 👀 看看问题
sent = 📨 您关于{ $field }的问题已交给一位专家。可能要几天；一有回答就告诉您，没有回答我们也会跟进。
sent-to-nobody = 📨 您关于{ $field }的问题记下了。这里暂时没有这个领域的人，团队会去找。
sent-already = 已经发出了。/experts 可以看到。
take-back = ↩ 收回
taken-back = ↩ 已收回。不用再回答了。
enough-of-yours = 您有 { $most } 个问题在等回答。请先等到一个回答。
enough-here = 现在这里有很多问题在等。请过几天再问。
one-a-day = 请一天只问一个：专家花的是自己的时间。明天可以问下一个。
my-questions-title = { $count ->
    [0] ⏳ 您没有在等回答。
   *[other] ⏳ 您在等 { $count } 个回答。
}
waits-open = ⏳ 在等回答。
waits-ended = 这个问题结束了，不用再回答。

# 卡片
card = ❓ <b>{ $field }</b>
    { $words }
card-idea = 💡 /{ $number } { $words }
card-space = 🧭 是谁的地方：{ $space }
card-nothing-tried = 🧪 还没有试过。
card-tried = 🧪 { $day }起试过：{ $why }
card-after-trial = 🧪 试过之后，{ $day }：{ $why }
turn-expert = ❔ 反问：{ $words }
turn-asker = 💬 回复：{ $words }
answer-asked = ❓ <b>{ $field }</b>：“{ $words }”
answer-said = 🎓 { $words }
answer-signed = —— { $who }，{ $day }
answer-signed-only = —— { $who }
answer-photo = 📷 一张照片
answer-voice = 🎤 一段语音
answer-gone = 这个回答是一段语音或一张照片，已经不在这里了。
listen = 🎤 听一听
no-voice-yet = 语音（还）不在这里。

# 专家
to-me-title = { $count ->
    [0] 📬 现在没有人问您。
   *[other] 📬 有 { $count } 个问题在等您。不着急。
}
to-me-all = 📬 所有问我的问题
asked-you = 🎓 有人问您关于{ $field }的问题：
    “{ $words }”
    您方便的时候回答，用文字、照片或语音都可以。
look-at-question = 👀 看一看
answer-button = 💬 回答
ask-back-button = ❔ 反问一句
not-mine-button = ↪ 不是我的领域
your-answer = 💬 您对“{ $words }”的回答：
    文字、带几个字的照片，或一段语音。
answer-sent = 🎓 谢谢您！提问的人现在就能看到。团队会看看能不能也给别人看；署名是您的领域。
say-it-better = ✏ 说得更好些
answered-already = 已经回答过了。
passed-on = ↪ 谢谢您说一声。现在交给了别人，或由团队去找人。
not-with-you = 这个问题（已经）不在您这里。
over = 这个问题结束了。谢谢您！
waits-for-asker = ⏳ 您反问了一句，提问的人还没有回复。
what-back = ❔ 您需要知道什么？提问的人会听到，并在这里回复您。
back-sent = ❔ 已经问了。一有回复就告诉您。
enough-turns = 来回已经问了两次。请就您所知回答。
asker-left = 提问的人已经不在这里了。您仍然可以回答。

# 提问的人
asked-back = ❔ 关于您的问题“{ $about }”，{ $who }反问：
    “{ $words }”
reply-button = 💬 回复
your-reply = ❔ “{ $words }”
    请用几个字写下来。
reply-sent = 💬 已发出。“{ $about }”一有回答就告诉您。
replied = 💬 您对“{ $about }”的反问有了回复：
    “{ $words }”
nothing-asked-back = （现在）没有要您回复的。
answer-came = 🎓 <b>您的问题有回答了</b>
    “{ $words }”
see-answer = 👀 看回答
told-closed = 您的问题“{ $about }”不再由专家处理。团队写道：
    “{ $words }”
remind-expert = { $line }
    这个已经等了几天。您方便的时候就好；“不是我的领域”也是回答。
remind-asker = ❔ 专家还在等您说说“{ $about }”。没有您的话，专家没法回答。

# 我作为专家
invitation = 🎓 <b>{ $place }</b>想偶尔请教您关于{ $field }的问题。
invitation-how = 您方便的时候用文字、照片或语音回答。只有问您的问题会来；回答以您的领域署名，您愿意才写名字。暂停或不再做，点一下就行。
accept-button = 🎓 好，{ $field }可以问我
link-used-up = 这个链接已经用过，或太旧了。请要一个新的。
are-already = 您已经在回答这个领域的问题。/experts
are-no-expert = 您在这里不是专家。
welcome-expert = 🎓 谢谢您！从现在起，关于{ $field }的问题会到您这里。
has-accepted = 🎓 从现在起，{ $name } 回答关于{ $field }的问题。
me = 🎓 <b>关于{ $field }的问题</b>
me-active = 问题会到您这里。
me-paused = ⏸ 您在暂停：不会有问题来。
me-named = 您的名字写在回答下面。
me-unnamed = 您的回答以领域署名，不写名字。
pause = ⏸ 暂停
go-on = ▶ 继续
show-name = 🏷 写上我的名字
hide-name = 🏷 不写我的名字
stop = 👋 我不做了
toast-paused = 已暂停 ✓
toast-on = 问题又会到您这里 ✓
toast-named = 写上了您的名字 ✓
toast-unnamed = 不写名字 ✓
stopped = 👋 谢谢您回答的所有关于{ $field }的问题！回答留在这里，继续帮助别人。还在等的会交给别人。

# 邀请
who-title = 👥 <b>有哪些专家</b>。点一位，可以道谢并请其不再做。
no-experts = 👥 这里还没有专家。规划部门、厨师、消防员、园艺师，有认识的吗？
expert-active = { $name } · { $field }
expert-paused = ⏸ { $name } · { $field }
invite-button = ＋ 邀请一位专家
invite-field = 这位专家懂什么？
which-other = 这个领域叫什么？两三个词，比如：电路
link-made = 🔗 请把这个链接发给您想请的人，领域是{ $field }。只能用一次，{ $days } 天内有效；由对方自己答应。
link = { $link }
enough-experts = 这里已有 { $most } 位专家和没用的链接。请先结束一个；没人打开的链接 { $days } 天后失效。
ask-end = 要请 { $who } 不再做吗？会向其道谢；回答都保留。
end-yes = 👋 是的，道谢
ended-with-thanks = 👋 { $place } 谢谢您回答关于{ $field }的问题。以后不会再有问题来。
toast-ended = 已道谢 ✓
no-such-expert = 这位在这里已不是专家。

# 处理
desk = 🗂 <b>问题和回答</b>
    待看的回答：{ $answers } · 等回答的问题：{ $questions }
show = 📢 放到建议下面
hide = ↩ 不再放在建议下面
useful = 💡 对下一位有用
not-useful = ↩ 不再给下一位
leave-it = ✓ 只留给两位
looked = ✓ 只留在提问和回答的人之间。
toast-shown = 大家能在建议下面看到 ✓
toast-not-shown = 不放在建议下面 ✓
toast-useful = 会给下一位提问的人看 ✓
toast-not-useful = 不再给别人看 ✓
no-answer-yet = 还没有回答。
another-button = ↪ 请别人回答
nobody-else = 这里没有这个领域的其他人。要邀请一位吗？
toast-another = 现在交给了别人 ✓
close-button = ✖ 用一句话结束
close-with = 为什么没有人回答“{ $words }”，或者还可以去哪里问？提问的人会看到。
closed-now = ✖ 已结束。提问的人已经知道了。
stands-expert = ⏳ { $since }起在一位专家那里。
stands-asker = ⏳ 专家在{ $since }反问了一句；提问的人还没有回复。
stands-nobody = ⏳ { $since }起，这里没有这个领域的人。
told-silent = ⏳ 这个已经十天没有动静：
    { $line }
    也许另一位专家知道，或者跟提问的人说一声。

# 建议下面
aside = 🎓 { $who }：{ $words }
of-idea-button = 🎓 专家怎么说
ask-about-idea = ❓ 问问专家
of-idea-title = 🎓 <b>专家对这条建议怎么说</b>
answers-title = 📖 <b>专家的回答</b>
no-answers-yet = 📖 这里还没有可看的。

# 待办
today-asked = { $line }
today-answer = 💬 回答或转交
today-answered = 有回答要看：{ $line }
today-look = 👀 看回答
today-nobody = 还没有专家：{ $line }
today-find = 👥 找一位
today-silent = 十天没有动静：{ $line }
today-look-after = 👀 跟进
digest-silent = { $line } · { $since }起没有动静
digest-all = 全部见 /experts
digest-answered = ✓ 有回答了：{ $line }
digest-open = 🎓 有 { $count } 个问题在等专家。
hold-question = 问题 { $line }

# 做法卡片
howtos = 🧑‍🏫 <b>怎么做</b>
    每一类任务一张卡片；第一次接这类任务的人都会看到。
no-howtos = 🧑‍🏫 还没有卡片。每一类任务一张就够：用几句话写下别人猜不到的。
howto-missing = ＋ { $work }
howto = 🧑‍🏫 <b>{ $work }</b>
    { $words }
howto-first = 🧑‍🏫 <b>您第一次做这一类。这里是这样做的：{ $work }</b>
    { $words }
howto-button = 🧑‍🏫 怎么做
i-read-it = ✓ 我看过了
toast-read = 好的 ✓
howto-change = ✏ 修改卡片
howto-words = ✏ 这类任务在这里怎么做：{ $work }？最多 { $most } 个字：要知道什么、注意什么、可以问谁。
howto-stands = 🧑‍🏫 <b>{ $work }</b>
    { $words }
    图片和语音能说得更多。
howto-add = 📷 加图片或语音
howto-send = 📷 请发一张照片或一段语音。新的会替换旧的。
howto-kept = ✓ 已加到卡片上。
howto-see = 👀 看卡片
howto-go-on = ✏ 继续
howto-write-anew = ✏ 重新写
howto-remove = 🗑 拿掉
howto-ask-remove = 要拿掉这张卡片吗：{ $work }？
howto-remove-yes = 🗑 是的，拿掉
toast-removed = 卡片拿掉了 ✓
no-such-howto = 这类任务没有卡片。
