menu-lists = 微信群接龙（团队）
back = ⬅ 返回
more = ⋯ 更多
which-list = 📋 为哪一项做接龙？我写好，您复制到群里；大家填好后，再贴回这里。
nothing-ahead = 📋 眼下没有可以报名的活动或任务。请先新建一个。
of-one = 📋 { $title }

# The list that goes out
out-title = 📋 { $title }
out-when = 🕖 { $when }
out-where = 📍 { $where }
out-answered = 👥 已有 { $count } 人在 Nestbox 报名。
out-free = 🪑 还有 { $count } 个名额
out-full = 🪑 名额已满，接着写的先排队。
out-link = 👉 { $link }
out-line = { $number }. { $name }
out-guests = { $name } +{ $guests }
out-children = { $name } 带{ $children }个孩子
out-both = { $name } +{ $guests } 带{ $children }个孩子

# Back again
paste-back = 👆 请把上面“{ $title }”的接龙复制到群里。大家填好了吗？从群里复制，贴到这里。
result = 📋 <b>{ $title }</b>：接龙读好了，还没有登记。
new-ones = 🆕 新增：{ $count }
changed-ones = 🔢 人数有变：{ $count }
changed-line = { $name }：{ $before } → { $now }
gone-ones = ➖ 接龙里没有了：{ $count }
same-ones = ✓ 早已登记：{ $count }
themselves = 👤 自己在 Nestbox 报过名，以本人说的为准：{ $count }
twice = 👥 接龙登记过，自己又在 Nestbox 报了名。是同一个人吗？是的话，请删掉名字再贴一次：{ $count }
beside = 💬 名字旁边的话，我不会读：{ $count }
beside-line = { $name }：{ $words }
unread = ❓ 没看懂，不会登记：{ $count }
unread-line = “{ $line }”
line = • { $words }
and-more = … 另外 { $count } 个
nothing-new = 没有要登记的。
book = ✓ 登记（{ $count }）
take-off = ➖ 谁不在了（{ $count }）
booked = { $count ->
    [0] ✓ “{ $title }”：接龙记下了。
   *[other] ✓ “{ $title }”：登记了接龙里的 { $count } 位邻居。
}
changed-too = 🔢 { $count } 位的人数改好了。
waiting = ⏳ { $count } 位在排队，有空位我会告诉您：
no-room = ✗ { $count } 位没有空位，没有登记也没有改，请告诉他们：
undo = ↩ 撤回
see-it = 👀 去看看
look-again = 📋 再看这份接龙
undone = { $count ->
    [0] ↩ “{ $title }”：这份接龙没有可撤回的了。
   *[other] ↩ “{ $title }”：撤回了这份接龙的 { $count } 项登记。
}
really-gone = ➖ 有 { $count } 位以前在“{ $title }”的接龙里，这份里没有了。整份都贴了吗？是的话再去掉。
take-off-now = ➖ 去掉（{ $count }）
leave-them = 先留着
taken-off = ➖ “{ $title }”：去掉了 { $count } 位。弄错了的话，把有他们的接龙再贴一次。

# What cannot be
no-such-list = 这一项已经不在了。看看还有什么：/lists
is-closed = 已经开始或者取消了，不再收接龙。
paste-gone = 这份接龙已经忘掉了，每份只留一天。请再贴一次。
too-long = 太长了，请分几次贴。
of-another = 这不是“{ $title }”的接龙，里面的链接是别的。请先选对：/lists
no-names = 没有找到带编号的名字。每位邻居一行，前面写编号，例如“1. 王芳 +1”。
still-blank = 还没有人写名字，编号都空着。
enough-for-today = 一天内已经贴了 { $most } 份，请明天再来。
booked-already = 都登记好了
undone-already = 已经撤回了
nobody-gone = 接龙来的人，这份里都在。
