menu-kit = 给下一家店的经验包（负责人）
back = ⬅ 返回
more = ⋯ 更多
next-one = ➡ 下一页

# 本地方的经验包
title = 🧳 <b>给下一家店的经验包</b>
    { $place } 做了什么、花了什么、什么没做成，供别的店照着做。里面没有任何人：每一页都要负责人读过才放进去。
so-far = 已放进：{ $inside } · 还没人看：{ $open }
nothing-there = 还没有什么可供别的店照着做。这里完成的事会自动出现。
go-through = 📋 逐页看
make-it = 🧳 生成经验包（{ $count }）
from-elsewhere = 📥 别处的经验包
from-elsewhere-waiting = 📥 别处的经验包（{ $count }）
last-made = 上次生成：{ $date }

listing = 📋 <b>可以放进去的</b>
    ○ 还没人看 · ✓ 已放进 · ✗ 不放
entry-open = ○ { $what }
entry-in = ✓ { $what }
entry-out = ✗ { $what }
entry-waiting = ○ { $what }
entry-later = … { $what }
entry-taken = ✓ { $what }
entry-declined = ✗ { $what }

page-change = 💡 改变了的事
page-undone = ↩ 试过又放弃的
page-care = 🌿 怎样才算好
page-permit = 📄 审批
page-task = 🙌 要做的事
page-poll = 🗳 投票
page-curve = 📈 店里的忙闲

# 一页上的数字
fact-space = 地方：{ $space }
fact-step = { $step }（第 { $week } 周）
fact-undone = 试过，后来放弃了。
fact-cost-unknown = 花费：没有记
fact-cost-nothing = 花费：没有
fact-cost-under-100 = 花费：不到 100 元
fact-cost-under-500 = 花费：不到 500 元
fact-cost-under-2000 = 花费：不到 2000 元
fact-cost-more = 花费：2000 元或更多
fact-care-day = 养护日：每 { $weeks } 周一次
fact-look = { $days } 天后：{ $found }
fact-fee = 费用：{ $fee }
fact-prepared = 准备用了几天：{ $days }
fact-answered = 等答复用了几天：{ $days }
fact-permit-step = { $number }. { $step }
fact-permit-step-who = { $number }. { $step }（{ $who }）
fact-needed = 人数：{ $needed }
fact-minutes = 分钟：{ $minutes }
fact-curve = 忙闲，每格四周：{ $bars }

# 负责人看一页
ask-nobody = 这些话里没有人吗？没有名字、外号、号码，也没有让邻居一看就知道是谁的地方？
ask-curve = 店里的忙闲是店主的事：店主同意了才放进去。里面没有人数。
ask-the-owner = 📈 问店主
owner-is-asked = 已问店主 ✓
owner-asked-already = 已经问过店主了，由店主决定。
no-owner = 这里没有店主可以同意。
curve-asked = 🧳 负责人在为下一家店做经验包。您店里的忙闲可以放进去吗？只有柱子，没有人数。
curve-yes = ✓ 可以放进去
curve-no = ✗ 留在这里
curve-said-yes = 谢谢 ✓ 会放进下一个经验包。您可以在这里改主意。
curve-said-no = 留在这里 ✓ 您可以在这里改主意。
is-in = ✓ 已放进经验包。
is-in-with-pictures = ✓ 已连同照片放进经验包。
is-out = ✗ 不放。
too-long-now = 这里只显示了开头。放进去之前，请说得短一些。
take-it-in = ✓ 里面没有人，放进去
say-otherwise = ✏ 换个说法
leave-out = ✗ 不放
toast-in = 已放进 ✓
toast-out = 不放
somebody-in-it = 这些话里可能有人：{ $found }。请换个不带它的说法。
changed-meanwhile = 刚才有人改过，请再读一遍。
too-many-in = 经验包满了：{ $limit } 页。请先拿出一页。
ask-pictures = 照片也放进去吗？发照片的人同意过可以转交。请看看上面有没有孩子或谁的脸。
with-pictures = 🖼 带这些照片
without-pictures = 只放文字
ask-words = ✏ 请用{ $language }写，里面不要有人。第一行是标题，其他每件事一行。
also-in = 还有{ $language }：{ $words }
in-language = 用{ $language }
words-empty = 是空的。请至少写一个标题。
words-too-long = 太长了：最多 { $limit } 个字。
page-gone = 它已经不在了。现在有什么，见 /kit

# 生成
made = 🧳 { $place } 的经验包，共 { $count } 页：有可以读的 PDF，也有给另一个 Nestbox 的 kit.json。在那边，负责人用 /kit 把这个文件发给机器人。
some-left-out = 有 { $count } 页没放进去：里面现在有这里某个人的名字。请再看一遍。
nothing-in = 经验包里还什么都没有。请先逐页看。
enough-today = 今天生成得够多了，请明天再来。
not-made = 现在生成不了经验包。请过几分钟再发 /kit。

# 别处的经验包
brought-title = 📥 <b>别处的经验包</b>
    别的店做成了什么，一页一页看。您收下的在这里只是草稿，不会以任何人的名义说出去。
brought-none = 还没有人带来经验包。别的地方的负责人用 /kit 生成。
one-by-one = 👀 一页一页看（{ $count }）
all-templates = 📋 全部
bring-one = 📎 带来一个经验包
ask-file = 📎 请把经验包作为文件发来：zip，或里面的 kit.json。
file-on-its-way = 📥 谢谢。我正在读，马上写给您。
fault-not-a-kit = 这个文件不是经验包。经验包是一个 zip，里面有 kit.json，由负责人用 /kit 生成。
fault-too-large = 这个文件太大，不像经验包。什么都没有收下。
fault-newer = 这个经验包是更新版本的 Nestbox 生成的。请让管理这个机器人的人更新，然后再发一次。
fault-broken = 这个经验包里有不对的地方。什么都没有收下。请向生成它的地方再要一次。
fault-not-fetched = 我没能取到您的文件，请再发一次。
own-kit = 这个经验包就是这里生成的，是给别的地方的。
here-already = 这个经验包已经在这里了。
enough-brought = 这里已有 { $limit } 个经验包，请先收走一个。
came = 📥 { $place } 的经验包到了：{ $count } 页。一页一页看，合适的就收下。
look-now = 👀 看第一页
from-place = 来自 { $place }
role-is-lacking = 🤝 这样的改变，这一方也来答复：{ $role }。这里还没有人，/invite 可以邀请。
take-it = ✓ 收下
not-for-us = ✗ 不适合我们
later = 以后再说
put-back = ↩ 放回去
taken-permit = ✓ 已收下：它在审批台上，正在准备。
taken-task = ✓ 已收下：它在任务里，等团队的人打开。
taken-poll = ✓ 已收下：是您的草稿。您发布之前不会问任何人。
taken-care = ✓ 已收下：这就是 { $number } 号怎样才算好。
taken-change = ✓ 已收下：留在这里供人读。谁喜欢，就用自己的话提建议。
taken-curve = ✓ 已收下：留在这里供人读。
was-declined = ✗ 不适合我们
was-put-off = … 以后再说
go-permits = 📄 去看审批
go-tasks = 🙌 去看任务
go-newpoll = 🗳 去看草稿
go-care = 🌿 去看养护的事
go-suggest = 💡 用自己的话提建议
toast-taken = 已收下 ✓
toast-declined = 不适合我们
toast-later = 以后再说
toast-back = 已放回
which-care = 这句话说的是您这里哪一件怎样才算好？
no-care-yet = 这里的每件事都已说过怎样才算好，或者还没有完成的事。请留到以后。
care-choice = { $number } 号：{ $words }
at-work-already = 已经有人在用它了。请在那边结束。
tasks-full = 等团队打开的任务够多了。请先打开或放下一个。
permits-full = 这里有 { $limit } 个审批还没结束。请先结束一个。
too-few-options = 这个投票没有两个选项，只能读，不能收下。
template-gone = 它已经不在这里了。现在有什么，见 /kit
put-kit-away = 🗑 收走这个经验包
ask-put-away = 把 { $place } 的整个经验包收走吗？您收下的会留着。
put-away = 🗑 是的，收走
is-away = 🗑 经验包已收走。您收下的还在。
today-waits = 🧳 { $place } 的经验包：{ $count } 页在等

# 纸上
pdf-title = 给下一家店的经验包
pdf-from = { $place }，{ $month }
pdf-about = 邻居们在这里改变了什么，花了什么，什么没做成。里面没有任何人。合适的就照着做。
