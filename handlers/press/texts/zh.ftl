menu-press = 给媒体和评奖的材料（团队）
menu-mypress = 我的哪些话和照片可以给媒体
back = ⬅ 返回
more = ⋯ 更多

# 材料
title = 📰 <b>{ $place } 的媒体与评奖材料</b>
    两页：故事、前后对比、数字、大家的话。没有本人同意，谁都不会出现在里面。
so-far-story = 📖 用自己的话写的故事：{ $all } 种长度里有 { $count } 种，其余用现成的话。
so-far-pieces = 💬 引语：{ $quotes } · 🖼 照片：{ $pictures } · 还没回答：{ $waiting }
so-far-numbers = 🔢 可以公布的数字：{ $count }
no-numbers = 🔢 还没有可以公布的数字：都不到五。
last-made = 上次生成：{ $date }
the-story = 📖 故事
quotes-and-pictures = 💬 引语和照片
make-it = 📰 生成材料
which-languages = 用哪些语言？每种语言两页。
in-all = 全部 { $count } 种语言
in-one = 一种语言
in-language = { $language }
ask-for-whom = 给谁的？请写媒体或评奖方的名字：有人收回同意时，会告诉他材料去了哪里。
not-known-yet = 还没定给谁
whom-too-long = 请写在一行里，最多 { $limit } 个字。
no-such-language = 这里已经不用那种语言了。
enough-today = 今天生成得够多了，请明天再来。
made = 📰 { $place } 的媒体与评奖材料，里面每个人到现在都是同意的。
made-asks-again = 以后可能有人收回同意。每次给出去之前，请重新生成一份。
some-left-out = 因为里面可能有这里的人，没有放进去：{ $found }
not-made = 现在没能生成。请过几分钟再发 /press。
to-the-sheet = ⬅ 回到材料

# 故事
story-title = 📖 <b>故事</b>，{ $language }
length-short = <b>一句话</b>
length-middle = <b>几句话</b>
length-long = <b>详细</b>
write-short = ✏ 一句话
write-middle = ✏ 几句话
write-long = ✏ 详细
ask-story = ✏ 请用{ $language }写，不写任何人的名字，最多 { $limit } 个字。
use-ready-made = ↩ 用现成的话
story-too-long = 请写点内容，最多 { $limit } 个字。
somebody-in-it = 这些话里可能有人：{ $found }。请换个说法。
story-short = 在 { $place }，邻居、志愿者和街角小店一起改变身边的地方。
story-middle = 在 { $place }，邻居、志愿者和街角小店一起改变身边的地方。谁有建议，就用手机发一张照片、几句话。地方归谁，就由谁带着理由回答，结果大家都会知道。
story-long = 在 { $place }，邻居、志愿者和街角小店一起改变身边的地方。谁有建议，就用手机发一张照片、几句话，用自己的语言，不用注册。志愿者把它放到人人能看的建议列表里，邻居来支持。店里的事由店主决定，街上的事由城市决定，每次都有理由，并且留有记录。同意了的事会有计划、有人做、有人照看：一个月、三个月、半年后再去看，如实说哪些还好好的。谁做的东西，要拿走之前先告诉他。

# 请求同意
pieces-title = 💬 <b>引语和照片</b>
    由您挑选，由本人在自己的聊天里回答。本人不同意就不放；14 天不回答就是不同意。
a-quote = 💬 一句引语
pictures = 🖼 前后对比
asked-so-far = 📋 问过的
which-quote = 💬 大家对已完成的事说的话。哪一句放进材料？
no-quotes = 还没有可以引用的话：对已完成的事还没人说过什么，或者都问过了。
quoted = “{ $words }”
quote-about = 这些话里没有孩子，也没有别的没同意的人吧？那就去问本人。除非本人愿意，不会告诉您是谁。
ask-her = 📨 问说这话的人
changed-meanwhile = 刚刚变了。请再看一遍。
somebody-in-quote = 这些话里可能有人：{ $found }。不能放进材料。
is-asked = 已经在路上 ✓
quote-gone = 这句话不能引用了。
which-change = 🖼 哪件事的照片？
no-pictures = 还没有可以问的照片：事情要先完成，还要有人拍过完成后的样子。
change-choice = { $number } 号
look-for-children = 请仔细看。上面没有孩子，也没有人的脸吧？那就去问拍照的人。
no-child-on-them = ✓ 没有孩子，没有脸：去问
picture-gone = 这些照片不能问了。
enough-waiting = 有 { $limit } 个问题还在等回答，请先等一等。
enough-asked = 今天问得够多了，请明天继续。
picture-before = 🖼 { $number } 号，之前
picture-after = 🖼 { $number } 号，之后
asked-title = 📋 <b>问过的</b>
    … 还没回答 · ✓ 同意 · ✗ 不同意
nobody-asked = 还没有问过谁。
entry-waiting = … { $what }
entry-yes = ✓ { $what }
entry-no = ✗ { $what }
entry-silent = ✗ { $what }
entry-taken-back = ↩ { $what }
entry-changed = ✗ { $what }
entry-left-out = ○ { $what }
said-waiting = … 还没回答。不回答就是不同意。
said-yes = ✓ 同意，署名：{ $who }
said-no = ✗ 不同意。不会再问。
said-silent = ✗ 14 天没有回答，所以是不同意。
said-taken-back = ↩ 已收回。从现在起不在任何材料里。
said-changed = ✗ 同意之后内容变了或拿走了，所以不放。
said-left-out = ○ 团队没有放进去。
leave-out = ○ 不放
put-in = ✓ 重新放进去
piece-gone = 那个已经没有了。

# 被问的人
ask-quote = 📰 { $place } 要做一份给媒体和评奖的材料。您的这些话可以原样放进去吗？
ask-terms = 可以印在关于这里的报道里，不能用于广告。您随时可以收回；那时已经印出去的收不回来。未满 18 岁请按“不同意”。
ask-picture = 📰 { $place } 要做一份给媒体和评奖的材料。您的这张照片可以放进去吗？可以印在关于这里的报道里，用您选的署名，不改动，不能用于广告。您随时可以收回；那时已经印出去的收不回来。未满 18 岁请按“不同意”。
yes-named = ✓ 可以，写我的名字：{ $name }
yes-neighbour = ✓ 可以，写“一位邻居”
say-no = ✗ 不同意
thank-yes = 谢谢 ✓ 下一份材料里的署名：{ $who }
thank-no = 好的 ✓ 不会放进任何材料，也不会再问您。
take-back = ↩ 收回
taken-back = 已收回 ✓ 它没有进过任何材料，以后也不会。
taken-back-given = 已收回 ✓ 从现在起不在任何材料里。下面这些已经给出去，我们收不回来；团队知道了，可以去说：
    { $where }
went-to = { $date }：{ $whom }
went-somewhere = { $date }：没写给谁
team-told = 📰 有人收回了媒体材料里的一句话或一张照片。下一份里就没有了。已经生成的 { $count } 份里还有；请告诉拿到的人，并从 /press 给他们一份新的：
    { $where }
all-of-mine = 📋 我的全部
mine-title = 📰 <b>问过您的话和照片</b>，给媒体和评奖
    … 没回答 · ✓ 同意 · ✗ 不同意
mine-none = 📰 还没有人为媒体要过您的话或照片。有人要的话，会先在这里问您。
mine-waiting = … { $what }
mine-yes = ✓ { $what }
mine-no = ✗ { $what }
mine-silent = ✗ { $what }
mine-taken-back = ↩ { $what }
is-in-sheets = 它在这些材料里：
    { $where }
in-no-sheet = 到现在还不在任何材料里。
yours-changed = 之后内容变了或拿走了，所以不在任何材料里。
no-to-newspapers = 您说过什么都不给媒体。如果想改，请先到 /privacy 里改。
not-yours = 那个已经没有了，或者是别人的。
a-neighbour = 一位邻居

# 纸上
pdf-kind = 媒体与评奖材料
pdf-date = 里面的每个人到 { $date } 都是同意的
pdf-numbers = 数字
pdf-few = n 是统计了多少。不到五的数不公布。
pdf-middle = 几句话
pdf-long = 详细
pdf-quotes = 大家的话
pdf-before = 之前
pdf-after = 之后
pdf-photo = 照片：{ $who }
pdf-said = —— { $who }
pdf-licence = 照片和引语：可以免费印在关于 { $place } 的报道里，不改动，并写上旁边的署名；不能用于广告。
pdf-foot = 每句引语、每张照片都由本人同意，本人可以收回。付印之前请要一份新的。
number-better = 人说这里变好了（n={ $n }）
number-done = 个建议做成了（n={ $n } 个建议）
number-good = 次回访时还是好的（n={ $n } 次回访）
number-answered = 个建议得到了带理由的回答（n={ $n } 个建议）
number-days = 天得到回答，中位数（n={ $n } 个回答）
number-voices = 次支持（n={ $n } 人）
number-ideas = 个建议在建议列表里（n={ $n } 人）
