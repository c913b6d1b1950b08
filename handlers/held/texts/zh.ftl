# 暂不展示的照片
menu-held = 暂不展示的照片（团队）
back = ⬅ 返回
more = 更多
somebody = 某位成员
by-itself = 系统自动（同一张照片之前已暂不展示）

# 是哪里的照片
of-idea = { $name } 号建议的照片
of-event = “{ $name }”的照片
of-broadcast = 群发消息的照片
of-spot = 位置的照片
of-made = 一件做好的东西的最后一张照片
of-need = 带来的东西的照片
of-something = 一张照片

# 找到要收起的那一张
no-pictures = 这里没有可以看的照片。
look = 🖼 第 { $number } 张，共 { $count } 张：{ $what }。照片里有孩子吗？可以先收起来，等家长同意；在那之前谁也看不到。
hold = ✋ 先把这张收起来
earlier = ◀ 上一张
later = 下一张 ▶
not-here = 这张照片已经不在这里展示了。
is-held = ✋ 已经收起：{ $what }。家长同意之前谁也看不到，也告诉发照片的人了。如果一直没有同意，{ $until }会删除。
called-back = 有 { $count } 条带这张照片的消息正在换掉。
not-called-back = 有 { $count } 条消息没能换掉，还看得到这张照片。
out-of-reach = 有 { $count } 条消息是 30 天以前的，收不回来了，可能还看得到这张照片。
see-it = 看看它现在怎样
see-all = ✋ 所有收起的照片

# /held
waiting = ✋ <b>收起了 { $count } 张照片</b>，等家长同意。
nothing-waits = ✋ 现在没有收起的照片。看到照片里有孩子？可以先收起来，等家长同意。
choice = { $days ->
    [0] { $what } · 今天
   *[other] { $what } · { $days } 天
}
look-for-one = 🖼 翻看照片
agreed-button = ✓ 已经同意的
card = ✋ <b>已收起</b>：{ $what }，{ $sender } 发来的
    { $day }由 { $name } 收起
    家长不同意的话，{ $until }删除
has-agreed = ✓ 家长同意了
ask-release = 照片里每个孩子的家长都跟您说同意了吗？那大家就又能看到它。我们只记下是您听到的和今天的日期，不记家长的名字。
release = ✓ 是的，重新展示
released = ✓ 大家又能看到了：{ $what }。家长要是改了主意，可以马上再收起来。
remove = 🗑 删除
ask-remove = 要彻底删除这张照片吗？删了就找不回来了。
remove-now = 🗑 是的，删除
removed = 🗑 已经删除：{ $what }。也告诉发照片的人了。
settled = 这件事已经处理过了。发 /held 看看现在的情况。
agreed = ✓ 家长已经同意 { $count } 张照片。有人改主意了吗？
none-agreed = 还没有家长同意过的照片。
agreed-card = ✓ <b>已同意</b>：{ $what }
    { $day }，由 { $name } 听家长说的
hold-again = ✋ 家长改主意了，再收起来

# 告诉发照片的人
yours-is-held = 💛 谢谢您发来{ $what }。里面可能有孩子，我们先替您收着，等家长同意。家长同意了吗？告诉团队一声，大家就又能看到。不然{ $until }会删除。
yours-is-back = 💛 家长同意了，大家又能看到{ $what }。谢谢您耐心等待！
yours-is-removed = 💛 一直没有等到家长同意，我们删除了{ $what }。您发的其他内容都还在，欢迎再发没有孩子的照片。
to-the-team = 🙋 告诉团队

digest-soon = ✋ 有 { $count } 张收起的照片，家长不同意的话两天内就要删除了（/held）
today = ✋ 暂不展示：{ $what }
