menu-record = 我在这里做过的事
back = ⬅ 返回
more = ⋯ 更多
too-long = 最多 { $limit } 个字。

# 我做过的事
record = 🌱 <b>您在这里做过的事</b>，从 { $since } 起
only-you = 只有您自己看得到。
nothing-yet = 🌱 这里还没有记录。您参加过的事会自动出现在这里。
go-events = 🗓 最近的活动
line-by-line = 📋 一条一条看
my-certificates = 📜 我的证明
a-certificate = 📜 要一份证明
all-lines = 📋 <b>您在这里做过的事</b>，最近的在前
lines-of = 📋 <b>{ $name }</b>
no-more-lines = 📋 全部看完了。
sum-idea = 💡 实现了的建议：{ $count } 个
sum-made = 🖌 一起做的东西：{ $count } 件
sum-event = 🎉 筹备的活动：{ $count } 次
sum-task = 🧺 做过的任务：{ $count } 次
sum-hours = ⏱ 时间：{ $hours }
sum-training = 🎓 培训：{ $hours }
time-hours = { $hours } 小时
time-minutes = { $minutes } 分钟
time-both = { $hours } 小时 { $minutes } 分钟
line-idea = 💡 建议实现了：{ $words }
line-made = 🖌 一起做的：{ $words }
line-event = 🎉 筹备活动：{ $words }
line-task = 🧺 { $words }
line-hours = ⏱ { $words }
line-training = 🎓 培训：{ $words }
without-words = （没有文字）
several = { $what } ×{ $count }
with-time = { $what } · { $time }
on-day = { $what } · { $day }

# 要一份证明
which-name = 📜 证明上写着您在这里做过的事，可以给学校、单位，也可以留给自己。上面写什么名字？请按证件上的写法发来，或者就用这里的名字。
use-name = { $name }
no-name = 请发一个名字：要有文字，不要链接，也不要职务。
which-period = 📜 写给 <b>{ $name }</b>。写哪一段时间？
period-all = 全部
period-year = 今年
period-months = 最近 12 个月
nothing-then = 这段时间还没有记录。请选另一段。
preview = 📜 证明上会写：
no-more-than-this = 没有生日，没有住址，也没有证件号码。
period-line = 🗓 { $since } – { $until }
ask-for-it = ✓ 请人签字
other-name = ✏ 换个名字
other-period = 🗓 换一段时间
asked = 已送出 ✓ 负责人会看，属实就签。好了马上告诉您。
asked-already = 📜 您的证明从 { $since } 起在等签字。
take-back = ↩ 先不要了
taken-back = 已收回。以后想要，它还在这里。
nobody-signs = 这里还没有别人可以签字：谁也不能给自己签。请先邀请一位负责人来。
enough-valid = 您在这里已有 { $most } 份有效证明。请先作废一份用不到的。
not-open = 这件事已经结束了。现在怎样，请看 /record。

# 签字
today-sign = 📜 给 { $name } 的证明签字？
sign-asked = 📜 { $name } 想要一份证明。有空请看一看。
sign-button = 📜 { $name }
read-it = 👀 看一看
to-sign = 📜 { $called } 想要一份证明：
you-sign-as = 您以 { $me } 的名义签字。请只签您知道属实的。
sign = ✍ 属实，我签
asked-anew = 这份证明刚才重新请过，请再读一遍。
not-like-this = ✏ 这样不行
signed = 已签 ✓ { $name } 已经收到。
was-mistake = ↩ 签错了
why-not = 哪里要改？{ $name } 会看到，可以再来请签。
said-why-not = 已告诉 { $name } ✓
not-signed = 📜 您的证明还没有签：{ $why }
change-it = ✏ 再看一看
not-for-you = 谁也不能给自己签字，要请别人来签。
name-first = 签字要有您的名字。请先发 /name。
nobody-signed = 📜 30 天里没有人签您的证明。它还在这里：可以再请一次，也可以用 /human 找真人问问。

# 证明
ready = 📜 您的证明签好了 ✓ 谢谢您做的一切！
get-pdf = 📄 PDF 文件
get-badge = 🏅 开放徽章
here-pdf = 📄 您的证明，每种语言一页。谁扫上面的码，只看到它有没有效，别的看不到。
here-badge = 🏅 您的开放徽章（Open Badge），给收这种徽章的地方用。里面有您的名字和小时数，由 { $place } 签名。
not-made = 文件现在做不出来。请过几分钟再试。
certificates = 📜 <b>您的证明</b>
no-certificates = 📜 您在这里还没有证明。
certificate-button = { $name } · { $date }
for-name = 👤 <b>{ $name }</b>
signed-by = 签字人：{ $signer }，{ $date }
state-valid = ✓ 有效
state-withdrawn = ✗ 已作废
somebody-gone = 一位已经离开的人
no-such = 没有这份证明（或者已经不在了）。

# 作废
withdraw = ✗ 作废
really-withdraw = 作废以后，谁扫码都会看到“已作废”，不能再恢复；您可以另要一份新的。
really-withdraw-gone = 作废以后，谁扫码都会看到“已作废”，不能再恢复。
withdraw-now = ✗ 现在作废
withdrawn = 已作废 ✓
issued-here = 📜 <b>有效的证明</b>，最近的在前
none-issued = 📜 现在这里没有有效的证明。
why-withdraw = 为什么要作废 { $name } 的证明？{ $name } 会看到。
told-withdrawn = 📜 您 { $date } 的证明作废了：{ $why }
    您可以另要一份新的。
told-self-signed = 📜 您 { $date } 的证明是您自己从另一个入口签的，所以作废了。您可以另要一份新的。

# 感谢
thank-button = 💐 { $what }
today-times-1 = 💐 谢谢 { $name }：第 1 次帮忙
today-times-5 = 💐 谢谢 { $name }：第 5 次帮忙
today-times-25 = 💐 谢谢 { $name }：第 25 次帮忙
today-years = 💐 谢谢 { $name }：来这里 { $count } 年了
today-again = 💐 为“{ $what }”道谢：它还好好的
write-times-1 = 💐 { $name } 第 1 次帮忙了。
write-times-5 = 💐 { $name } 第 5 次帮忙了。
write-times-25 = 💐 { $name } 第 25 次帮忙了。
write-years = 💐 { $name } 在这里帮忙 { $count } 年了。
write-again = 💐 “{ $what }”又有人去看过，还好好的。出过力的有：{ $names }。
last-was = 最近一次：{ $what }
sentence-please = 请写一句您自己的话。不写，就什么也不发。
left-out-button = 这次不发
left-out = 不发了。什么也没有送出。
preview-thanks = 给 { $names }：
    { $words }
send = 💐 发出去
other-words = ✏ 换句话
no-such-thanks = 这件事已经办了，或者不归您办。等您的事，看 /today。
another-writes = 另一位负责人刚才也写了一句。请再看一看。
sent-to = 已发出 ✓ 有 { $count } 个人会看到您的话。
nobody-reached = 发不出去：他们现在都不想收消息。它还在这里等着。
thanks-times-1 = 💐 { $words }
    ——{ $who }，这是您第 1 次在这里帮忙。谢谢您！
thanks-times-5 = 💐 { $words }
    ——{ $who }，这是您第 5 次在这里帮忙。谢谢您！
thanks-times-25 = 💐 { $words }
    ——{ $who }，这是您第 25 次在这里帮忙。谢谢您！
thanks-years = 💐 { $words }
    ——{ $who }，您在这里帮忙 { $count } 年了。谢谢您！
thanks-again = 💐 { $words }
    ——{ $who }。“{ $what }”又有人去看过，还好好的。这里面有您的一份。谢谢您！
my-record = 🌱 我做过的事

# 摘要
digest-due = 💐 有 { $count } 句感谢等负责人亲自写一句：/today
digest-asked = 📜 有 { $count } 份证明等负责人签字：/today

# 码后面的网页
valid = 有效
withdrawn-page = 已作废

# 纸上和徽章里
pdf-title = 志愿服务证明
pdf-helped = 在 { $place } 为邻里出过力
pdf-hours = 服务时间
pdf-training = 培训
pdf-more = 另有 { $count } 项
pdf-signed = { $signer } 代表 { $place } 确认属实，{ $date }
pdf-signature = 签字
pdf-seal = 盖章处
pdf-check = 是否有效，扫码即知。
badge-name = 志愿服务
badge-description = 邻里在 { $place } 自愿为小店和共同的环境做的事。
badge-criteria = 实现的建议、做成的东西、筹备的活动、做过的任务和时间，均出自本地记录，并由照看这个地方的人确认。
