menu-pulse = 这里变好了吗？
back = ⬅ 返回
more = ⋯ 更多

# The questions
question-place = 和三个月前比，这个地方看起来、待起来更好了吗？
question-neighbours = 和三个月前比，您认识的邻居多了吗？
question-shop = 想问店主您：和三个月前比，店里的情况更好了吗？团队会看到您的回答。
short-place = 这里看起来、待起来更好了
short-neighbours = 认识的邻居多了
short-shop = 店里的情况更好了（店主说的）
say-place-good = 🙂 更好了
say-place-same = 😐 差不多
say-place-bad = 🙁 变差了
say-neighbours-good = 🙂 多了几位
say-neighbours-same = 😐 差不多
say-neighbours-bad = 🙁 少了
say-shop-good = 🙂 更好了
say-shop-same = 😐 差不多
say-shop-bad = 🙁 变差了
say-unsaid = 🤐 不想说
invitation = 🙂 <b>{ $place }，三个月过去了</b>
    两个问题，各点一下就好。谁选了什么，没有人看得到。
    { $question }
in-short = 🙂 { $place }，三个月过去了：两个问题，{ $until }前都可以答
open-label = 🙂 回答
ask = { $number }/{ $all } · { $question }
you-said = 您目前选的是：{ $face }
too-late = 这一轮已经结束了。结果在 /pulse。
newcomer = 这一轮开始以后您才来，下一轮也会问您。
thanks = 谢谢您 ✓ { $until }前可以用 /pulse 修改。之后只留下数字，是谁选的不再保留。

# What changed most
ask-story = 💬 对您来说，最大的变化是什么？写几句或发一段语音都行，不用写名字。谁可以看，之后由您决定。
no-story = 今天就到这里
story-too-long = 请写短一点：最多 { $limit } 个字。
voice-too-long = 请说短一点：最多三分钟。
stories-full = 这一轮说的人已经很多了，够了。谢谢您！
told-already = 这一轮您已经说过了，在 /pulse 可以找到。
whose-eyes = 谁可以看？
whose-ears = 谁可以知道？您的声音无论如何只留在团队里；要放到网页上的话，由团队的人把您说的写成文字。
whom-team = 👥 只给团队
whom-everybody = 🌐 所有人，放在网页上，不写我的名字
kept-team = 收到了 ✓ 只有团队会看，看不到您的名字。
kept-everybody = 收到了 ✓ 团队先看一遍。等这一轮结束、满五个人回答了，它会出现在公开网页上，不写您的名字。
my-story = 💬 <b>您说的</b>
a-voice = 🎤 一段语音
not-yet = 您还没有说谁可以看，所以没有人会看。
for-team = 只有团队会看。
for-everybody = 可以放在公开网页上。
my-story-button = 💬 我说的
tell-button = 💬 说说有什么变化
choose-whom = 👁 谁可以看？
take-back = 🗑 收回
taken-back = 已收回 ✓ 这里和网页上都没有了。
voice-refused = 🎤 您的语音没能读取，所以没有保存。这一轮结束前可以再说一次：/pulse
earlier-story = ➡ 更早的
no-such-story = 它已经不在了。请用 /pulse 继续。

# How it stands
head = 🙂 <b>这里变好了吗？</b>
explain = 每三个月问一次这里的所有人：两个问题，三张脸。少于五个人的不写出来，是谁选的也不保留。
first-on = 第一次：{ $day }
next-on = 下一次：{ $day }
nobody-asked = 负责人把它关了：不会问任何人。
open-until = { $until }前都可以答
answer-button = 🙂 回答
change-button = ✎ 修改我的回答
said-line = { $question }：{ $face }
curve-button = 📈 店里忙不忙
on-page = 🖼 前后对比的照片：{ $link }

# What came of it
result-head = <b>{ $since } – { $until }</b>
asked-line = 💬 聊天里：问了 { $asked } 人，{ $answered } 人回答，{ $silent } 人没有回答
answered-line = 💬 聊天里：问了 { $asked } 人，{ $answered } 人回答
paper-line = 📄 纸上的，人工数的：
count-line = { $what }：🙂 { $good } · 😐 { $same } · 🙁 { $bad }（{ $n }）
owner-line = { $what }：{ $face }
owner-silent = { $what }：没有回答
unsaid-line = 🤐 不想说的：{ $count }
few = 回答的少于 { $limit } 人，所以不写结果。
few-line = { $what }：少于 { $limit } 人，所以不写。
apart = 聊天和纸上的不加在一起：可能有人两边都答了。
card = 🙂 <b>{ $place }的这三个月：大家怎么说</b>
see = 👀 看一看
digest = 🙂 这里变好了吗？问了 { $asked } 人，{ $answered } 人回答：/pulse

# On paper
paper-button = 📄 纸上的
paper = 📄 <b>纸上的</b>
    打印问卷，请大家打勾，再把每张脸的勾数写进来。在聊天里答过的人不用再填。
paper-nothing = { $day }这一轮还没有写进来。
paper-so-far = { $day }这一轮目前是：
print-button = 🖨 打印问卷
type-place = ✎ 勾数：这个地方
type-neighbours = ✎ 勾数：邻居
no-round = 还没有开始过。问卷现在就可以打印。
sheet-here = 🖨 每人一张，不写名字。数好勾以后写到这里：/pulse
not-made = 问卷现在做不出来，请十分钟后再试。
ask-ticks = 📄 { $question }
    每张脸各有几个勾？所有问卷加起来，三个数字：🙂 😐 🙁，比如 12 3 1。
ticks-stand = 目前是：{ $good } { $same } { $bad }。您写的会代替它。
not-three = 请写三个数字，每个不超过 { $most }：先 🙂，再 😐，再 🙁。比如 12 3 1。
enough-corrections = 已经改过 { $most } 次了。请一起再数一遍，再问管理机器人的人。
ticks-noted = 记下了 ✓ { $what }：🙂 { $good } · 😐 { $same } · 🙁 { $bad }

# What the team reads
stories-button = 👂 大家说的 · { $count }
story-nobody = 还没有人说，或者已经收回了。
story-card = 👂 “{ $words }”
voice-card = 👂 一段语音
may-team = 只给团队看。
may-everybody = 可以放在公开网页上，不写名字。
on-page-now = ✓ 这一轮结束、满五个人回答后，就在公开网页上。
with-team-now = ✓ 看过了
write-first = 声音会被认出来：请先写成文字，才能放上去。
page-full = 网页上每一季只放得下 { $most } 条。请先拿下一条。
put-button = 🌐 放到网页上
leave-button = 👥 只留在团队
read-button = ✓ 看过了
off-button = ↩ 从网页上拿下来
listen-button = ▶ 听一听
write-button = ✎ 写成文字
next-story = ➡ 下一条
ask-written = ✎ 请照原话写下来，不写名字。
today-story = 👂 有什么变化：{ $words }

# Asked or not
switch-off = 🔕 以后不再问
switch-on = 🔔 重新开始问
switched-off = 🔕 以后不再问任何人。正在进行的一轮会照常结束。
switched-on = 🔔 又会问大家了。下一次：{ $day }

# The sheet
sheet-title = 这里变好了吗？
sheet-how = 每一行勾一张脸。不写名字。在聊天里答过的人不用再填。
sheet-story = 对您来说，最大的变化是什么？（可以不写）
sheet-until = 请在 { $day }前交回。
sheet-better = 更好了
sheet-same = 差不多
sheet-worse = 变差了
sheet-more = 多了
sheet-fewer = 少了
