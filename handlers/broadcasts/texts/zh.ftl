menu-broadcast = 群发通知
what-to-say = 您想告诉大家什么？文字、图片都行，先后不限。
unfinished = 您有一条没写完的通知：“{ $words }”
go-on = ✏ 接着写
start-over = 🗑 重新写
words-needed = 还需要几句话，请打字发过来。
too-long-with-picture = 带图片时文字要少于 { $limit } 个字，请缩短后再发一次。
picture-kept = 图片收到了 ✓ 现在请发文字。
words-kept = “{ $words }”
    这样可以吗？您还可以加一张图片，或者重发文字。
words-and-picture-kept = “{ $words }” 🖼
    这样可以吗？您还可以重发文字或换一张图片。
next = 发给谁？➡
to-whom = 发给谁？
to-everyone = 👥 所有人
to-role = 🧰 有分工的人
to-special = 🎯 其中一部分人
to-which-role = 发给哪些人？
to-team = 🤝 志愿者
to-shopkeepers = 🏪 店主
to-liaisons = 🏛 联络员
to-which-people = 发给谁？
to-supporters = 💡 某条建议相关的人
to-guests = 📅 某场活动的客人
to-idea = 💡 这条建议的作者、支持者和留言的人
to-event = 📅 这场活动的客人
which-idea = 是第几号建议？比如 27。
no-such-idea = 这里没有 { $number } 号建议。请核对号码再发一次。
which-event = 哪一场活动的客人？
no-events = 现在没有可以通知客人的活动。
event = 📅 { $title }
nobody-there = 这样没有人会收到，请换一批人。
frame = 📣 { $place } · { $name }说：
    { $words }
preview = <b>发出去就是这个样子。</b>{ $whom }，共 { $count } 人
preview-in = 【{ $language }】
    { $message }
picture-not-ready = 图片还在处理，请过一会儿再看。
picture-refused = 这张图片用不了。请另发一张，或者不带图片继续。
look-again = 🔄 再看一下
send = 📣 发给 { $count } 人
change-words = ✏ 文字或图片
change-whom = 👥 换一批人
going = 30 秒后发给 { $total } 人，在那之前谁也看不到。
stop = ✋ 停止
stopped = 已停止，不会再有人收到。
progress = 已送到 { $reached } / { $total } 人，还有 { $waiting } 人在等…
report = <b>您这条通知的结果</b>
    总人数：{ $total }
report-reached = ✓ 已送到：{ $count }
report-blocked = ✗ 没送到（屏蔽、暂停或已离开）：{ $count }
report-unsure = ? 不确定：{ $count }
report-waiting = ⏳ 还在等：{ $count }
report-stopped = ✋ 已停止：{ $count }
already-over = 这件事已经结束了。
already-on-its-way = 这条通知已经在发了。
already-asked = 这条通知正在等另一个人同意。
asked-second = 这条要发给 { $count } 人。超过 { $limit } 人要有第二个人同意，我们已经去问了，结果会发到这里。
nobody-to-agree = 超过 { $limit } 人要团队里第二个人同意，但现在还没有别人。请先邀请一位：/invite
please-agree = <b>{ $name }想把这条发给 { $count } 人。</b>您同意吗？
agree = ✓ 同意，发送
decline = ✗ 先不发
withdraw = ↩ 收回
withdrawn = 已收回，什么都没有发。
agreed = { $name }同意了 ✓
you-agreed = 谢谢！30 秒后发出。
you-declined = 谢谢。这条不会发，我们会告诉发起的人。
declined = { $name }觉得您的通知先别这样发。请你们商量一下，草稿还在。
lead-needed = 这条要由负责人同意。
in-short = 📣 { $day }，{ $name }：{ $words }
read-it = 📣 { $words }
cannot-wait = 🚨 不能等
of-use-until = ⏳ 有效到……
until-when = 这条消息到什么时候还有用？只能更晚收到的人就不再通知。请点选，或写日期和时间。
until-button = ⏳ 到 { $when }
always-of-use = ♾ 什么时候收到都行
is-of-use-until = ⏳ 有效到 { $when }
report-late = ⌛ 来不及收到：{ $count }
really-urgent = 有些人要晚些才收到。真正不能等的事，例如明天停水，会立刻发给所有人，不管免打扰时间和每周两条的限制。这要由团队里的另一个人放行。要请人放行吗？
ask-for-release = 🚨 请另一个人放行
asked-for-release = 已请另一个人放行，将发给 { $count } 人。结果会在这里告诉您；在那之前谁也收不到。
please-release = <b>🚨 { $name }说这件事不能等。</b>您放行后，会立刻发给 { $count } 人，包括正在免打扰和本周已收满两条的人。这会留下记录。
release = 🚨 现在放行
nobody-to-release = 不能等的消息要由团队里的另一个人放行，现在还没有别人。负责人可以邀请：/invite。在那之前会按刚才显示的时间发送；也可以先在门口贴张纸条。
invite = 🤝 邀请一个人
frame-urgent = 🚨 { $place }，{ $name }紧急通知（{ $second }放行）：
    { $words }
report-urgent = 🚨 这件事不能等：由{ $name }放行，未受免打扰时间和每周两条的限制。
to-one-language = 🌐 看某种语言的人
to-active = 🕊 最近 60 天来过的人
to-readers = 🌐 看{ $language }的人
which-readers = 发给看哪种语言的人？
frame-in = 📣 { $place } · { $name }用{ $language }说：
    { $words }
send-later = 🕐 晚点再发
change = ✏ 改一改
what-to-change = 您想改什么？
other-languages = 🌐 加别的语言
look = 👁 看看效果
listed-button = 🗓 已安排和正在发的（{ $count }）
versions = “{ $words }”
    还想用哪种语言说？没有译文的人会看到您的原文。
add-version = ➕ 加{ $language }版
change-version = ✏ 改{ $language }版
write-version = “{ $words }”
    请用{ $language }写同样的内容。
rewrite-version = { $language }版现在是：“{ $words }”
    请发新的文字。
drop-version = 🗑 去掉这个版本
pause = ⏸ 暂停
resume = ▶ 继续
paused = 已暂停，您点继续之前不会再有人收到。
resumed = 继续发送。
progress-paused = ⏸ 已暂停：已送到 { $reached } / { $total } 人，{ $waiting } 人等您继续。
held = 💤 { $count } 人这周已收到两条通知，等有空位再送到。
going-now = 现在发给 { $total } 人。
you-agreed-later = 谢谢！会按时发出：{ $when }。
agreed-later = { $name }同意了 ✓ 会按时发出：{ $when }。
leaves-at = 🕐 发出时间：{ $when }
changed-since = 这条通知后来改过了，请看最新的那条询问。
already-planned = 这条通知已经安排好了，要改请到“已安排”里。
other-draft = 您还有一条没写完的通知，请先写完或删掉：/broadcast
when = 什么时候发？请选一个，或者写日期和时间。
when-unclear = 没看懂时间，请像“明天 15:00”或“11月30日 19:00”这样写。
when-not = 请选一分钟以后、六个月以内的时间。
which-time = 您说的是哪个时间？
at = 🕐 { $when }
planned = 安排好了 ✓ { $when }发出，发给那时在的人，休息时间不打扰。
    “{ $words }”
change-when = 🕐 换个时间
call-off = ✗ 不发了
called-off = 已取消，不会有人收到。
called-off-by = { $name }取消了您安排的通知：“{ $words }”
listed = { $count ->
    [0] 没有安排好或正在发的通知。
   *[other] 有 { $count } 条通知已安排或正在发。
}
listed-going = 📣 { $words }
listed-planned = 🕐 { $day } · { $words }
more = 更多…
is-on-its-way = 📣 正在发
quoted = “{ $words }”
only-author-changes = 文字只能由写的人来改。您可以换时间或取消。
nobody-was-there = 您安排的通知到时候没有人可发，所以没有发：“{ $words }”
planned-leaves = 您安排的通知：“{ $words }”
language-zh = 中文
language-ug = 维吾尔语
language-en = 英语
