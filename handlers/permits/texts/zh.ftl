menu-permits = 审批，按日期
back = ⬅ 返回
more = ⋯ 更多
to-all = ⬅ 全部审批
see-permit = 👀 看这项审批
see-idea = 👀 看这条建议
see-step = 👀 看这一步
see-city = 👀 看办到哪一步

# 审批台
desk = 🏛 <b>审批</b>：有日期的排在前面。
desk-empty = 🏛 <b>审批</b>：现在没有在办的。改动需要审批时，从这里开始；看得到建议的人都能看到办到哪一步。
by-date = 🗓 全部，按日期
begin = ＋ 开始一项
handed-over = 📮 已交给市里的
listed = 🏛 <b>审批，按日期</b>
none-yet = 🏛 还没有审批。
line = 🏛 { $what }
    { $state }
of-idea = 🏛 { $number } 号“{ $words }”：{ $count ->
    [0] 目前没有记下需要的审批。
   *[other] 有 { $count } 项审批。
}
permits-button = 🏛 审批
city-button = 📮 交给市里

# 开始
for-which-idea = 哪条建议需要审批？别的建议：打开卡片，按“更多”。
without-idea = 🏪 只是店里的事
idea = { $number } · { $words }
which-kind = 是哪一类？每一类都带着一份步骤。
kind-sign = 🪧 门头招牌
kind-seating = 🪑 外摆
kind-green = 🌿 占用绿地
kind-food = 🍜 食品经营许可变更
kind-fire = 🧯 消防
kind-other = 📄 其他
toast-begun = 开始了 ✓
enough-open = 这里已有 { $limit } 项在办，请先办完一项。
enough-of-idea = 这条建议已有 { $limit } 项审批。

# 卡片
called = { $kind } · { $what }
called-by-idea = { $kind } · { $number } 号 { $words }
card = 🏛 <b>{ $what }</b>
card-status = <b>{ $status }</b>
    { $state }
card-idea = 💡 建议 { $number }
card-number = № { $words }
card-office = 🏢 在哪里办：{ $words }
card-office-words = 💬 对方说：{ $words }
card-conditions = 📎 条件：{ $words }
card-applied = 📤 { $when } 递交
card-completed = 🏁 { $when } 完工
card-whose-shop = 👤 以店的名义申请
card-whose-team = 👤 以团队的名义申请
card-whose-city = 👤 由部门自己申请
card-fee-none = 💴 不收费
card-fee-small = 💴 费用 1000 元以内
card-fee-large = 💴 费用超过 1000 元
card-steps = ☑ { $all } 步中已完成 { $done } 步
card-next = 👉 下一步：{ $step }
check-locally = ⚠ 请向当地核实：各地要求不同，这份步骤只是开头。
no-such-permit = 这里没有（或不再有）这项审批。看全部：/permits
no-such-step = 这一步已经没有了。
not-on-board = 这条建议不在列表上。
words-please = 请写几个字。

# 办到哪一步
status-finding-out = 🔎 打听中
status-preparing = 📝 准备材料
status-handed-in = 📤 已递交
status-questions = ❓ 要补充
status-granted = ✅ 已批准
status-conditions = ☑ 有条件批准
status-refused = ✖ 未批准
status-expired = ⌛ 已到期
status-not-needed = 👌 不需要
thread = 🏛 { $kind }：{ $state }
state-finding-out = 正在打听需要什么
state-preparing = 正在准备材料
state-not-needed = 不需要审批
the-city = 主管部门
is-with = 在{ $office }，第 { $day } 天
asks-back = { $office }要求补充，第 { $day } 天
expected-by = 预计 { $until } 前答复
was-expected = 原定 { $until } 前答复
next-step = 下一步：{ $step }
state-granted = { $when } 批准
state-conditions = 有条件批准：{ $conditions }
state-refused = { $who }未批准；还可以问：{ $other }
state-expired = { $when } 到期
valid-until = 有效期到 { $until }

# 往下办
move-along = ➡ 办到哪一步了
where-to = 🏛 { $what }：{ $status }。现在是？
stands-elsewhere = 现在是“{ $status }”，接不上这一步。
who-refused = “{ $what }”是谁没批？请写部门，不写个人：看得到建议的人都会读到。
by-office = 🏢 就是受理的部门
whom-else = 还可以问谁？没批往往不是最后的答复。
ask-hotline = 📞 12345
which-conditions = “{ $what }”批准的条件是什么？

# 日期
day-expected = 🗓 预计何时答复
day-expires = 🗓 有效期到何时
ask-day-expected = 对方打算何时答复“{ $what }”？到时提醒您。写一个日期，或按一下。
ask-day-expires = “{ $what }”有效到何时？到期前 60、30、7 天提醒您。写一个日期，或按一下。
in-days = { $days } 天后
day-unknown = 不知道
for-a-year = 一年
for-good = 长期
which-day = 请写以后的某一天，比如“3月3日”或“2027-03-03”。
no-day-now = 现在这一步没有这样的日期。
handed-in-earlier = 📤 其实早就递交了
how-many-days-ago = 是几天前递交的？请写一个数字，比如 12。
completed = 🏁 已经完工
completed-undo = ↩ 还没完工

# 记下来的
write-number = № 编号
write-office = 🏢 在哪里办
write-office-words = 💬 对方怎么说
write-description = ✏ 办什么事
write-conditions = 📎 条件
write-refused-by = ✖ 谁没批
write-ask-else = 👉 还可以问谁
ask-number = 对方给的编号是？
ask-office = 在哪个部门办？请写部门，不写个人：看得到建议的人都会读到。
ask-office-words = 对方的原话是？
ask-description = 办什么事？几个字就行。
ask-conditions = 有什么条件？看得到建议的人都会读到。
ask-refused-by = 谁没批？请写部门，不写个人。
ask-ask-else = 还可以问谁？
whose = 👤 谁来申请
ask-whose = “{ $what }”以谁的名义申请？
whose-shop = 🏪 店
whose-team = 🧡 团队
whose-city = 🏛 部门自己
fee = 💴 费用
ask-fee = “{ $what }”要多少钱？
fee-none = 不收费
fee-small = 1000 元以内
fee-large = 超过 1000 元
remove = 🗑 撤掉
ask-remove = 把“{ $what }”连同步骤和材料一起撤掉？
remove-now = 🗑 撤掉
stays-on-record = 已经递交过，所以留着备查。
toast-removed = 已撤掉。

# 步骤
steps-button = ☑ 步骤 · { $done }/{ $all }
steps = ☑ <b>{ $what }</b>
line-done = ✓ { $step }
line-open = ☐ { $step }
step-done = ✓ 完成：{ $step }
open-step = { $step }
add-step = ＋ 再加一步
which-step = 还要做什么？
enough-steps = 已有 { $limit } 步，请先撤掉一步。
toast-done = 完成 ✓
is-done = ✓ 做完了
not-done = ↩ 还没做完
document = 📷 这一步的材料
who = 👤 轮到谁
until = 🗓 到何时
words = ✏ 换个说法
remove-step = 🗑 撤掉
who-shop = 店里
who-team = 团队
who-liaison = 联络员
due = { $until } 前
with-document = 📎
whose-turn = “{ $step }”轮到谁做？
until-when = “{ $step }”到何时？请写一个日期。
no-due = 不定日期
photo-of-document = 请发“{ $step }”的材料照片。只有团队和联络员看得到。
document-kept = 收好了 ✓ 只有团队和联络员看得到。
document-refused = 这份材料没有收下，请另拍一张发来。
no-document = 🗑 不留材料
other-words = “{ $step }”该怎么说？
step-sign-1 = 问城管：这里的招牌有什么规定
step-sign-2 = 复印营业执照和租约
step-sign-3 = 画图：尺寸、颜色、灯光
step-sign-4 = 递交申请表和图纸
step-sign-5 = 等人来现场看
step-seating-1 = 问街道办：人行道能不能用
step-seating-2 = 问楼上住户同不同意
step-seating-3 = 画平面图，留出 1.5 米和盲道
step-seating-4 = 递交平面图，写明时段和季节
step-seating-5 = 缴费，把许可挂出来
step-green-1 = 问清是谁的绿地：园林还是小区
step-green-2 = 照片和方案：改什么、怎么恢复
step-green-3 = 征得旁边住户同意
step-green-4 = 递交申请
step-green-5 = 约好恢复的日期
step-food-1 = 问市场监管：哪些变化要换证
step-food-2 = 复印许可证、健康证和租约
step-food-3 = 画厨房布局，标出新设备
step-food-4 = 网上或窗口递交变更
step-food-5 = 现场核查时有人在
step-fire-1 = 问消防或街道办：要看什么
step-fire-2 = 检查灭火器和电线
step-fire-3 = 画图：出口和灭火器
step-fire-4 = 递交消防安全承诺
step-fire-5 = 把查出的问题改好
step-other-1 = 问清归哪个部门管
step-other-2 = 备齐对方要的材料
step-other-3 = 递交

# 谁会听到
news = 💡 { $number } · { $words }
    { $line }
remind-expected = ⏰ 今天（{ $until }）该答复了：{ $what }。对方答复了吗？
remind-week-after = ⏰ 晚了一周：{ $what }，原定 { $until } 前答复。打个电话常常有用。
remind-expires-60 = ⏰ 还有 60 天到期：{ $what }，{ $until }。现在申请延期正合适。
remind-expires-30 = ⏰ 还有 30 天到期：{ $what }，{ $until }。
remind-expires-7 = ⏰ 还有 7 天到期：{ $what }，{ $until }。
told-ended = ⌛ 已经到期：{ $what }。
digest-line = 🏛 { $what }：{ $state }
digest-all = 全部审批：/permits
digest-open = 🏛 有 { $count } 项审批在办：/permits
today-expected = 🏛 { $what }：日期已过
today-permit = ➡ 看这项审批
today-step = ☑ { $step }：日期已过
today-do-step = ☑ 看这一步
today-uncertain = 📮 { $number } · { $words }：不知道市里收到没有
today-city = 📮 查一查

# 市里
city-of = 📮 <b>{ $number } · { $words }</b>
not-handed-over = 还没有交给市里。
handed-over-all = 📮 <b>已交给市里的</b>
nothing-handed-over = 📮 还没有交过。街上的建议可以交：打开卡片，按“更多”。
hand-over = 📤 现在交过去
copy = 📋 复制给 12345
i-have-a-number = № 我有编号了
they-answered = 💬 对方答复了
other-number = № 换个编号
it-is-there = ✓ 那边有：写编号
it-is-not-there = ✖ 那边没有
take-back = ↩ 先不交
which-service = 对市里来说是哪一类？这些是市里受理的。
no-services = 市里的类别现在拿不到。请稍后再试，或复制给 12345。
service-is-gone = 市里不再受理这一类，请重新选。
preview = 交给市里的是这些，不带任何人的名字：

    { $words }
preview-where = 📍 { $where }
preview-with-photo = 📷 附第一张照片的链接。
preview-without-photo = 📷 不带照片。
hand-over-now = 📤 交过去
toast-on-its-way = 送出 ✓
on-its-way = 📤 正在送。市里收到就告诉您。
on-its-way-already = 已经在送了。
toast-taken-back = 留在这里。
enough-today = 一天 { $limit } 条够了，请明天再来。
uncertain = ❔ 不知道送到没有：市里没有回应。一天之内我们会在那边找 { $mark }，不会自己送第二次。
thread-uncertain = 📮 已送往市里，是否收到正在查
did-you-look = 您在市里的页面上查过，或打过电话吗？如果第一次其实到了，再交就成了两件。
again-now = 📤 确实没到：再交一次
to-copy = <code>{ $words }

    { $place } · { $where } · { $number }</code>
at-the-shop = 店旁
photo-to-pass-on = 📷 { $number }/{ $all }
which-number = { $number } 号得到的编号是？会写在建议下面。
what-did-they-say = 对 { $number } 号，对方怎么答复的？关注这条建议的人会听到。
over-already = 这件已经结束了。
not-there-any-more = 这件已经没有了。
author-has-not-agreed = 提建议的人还没同意把建议交给市里，所以留在这里。
ask-author = 🙋 问一问本人
toast-author-asked = 只问一次。
toast-asked-before = 已经问过本人了。
author-out-of-reach = 现在联系不上提建议的人，所以留在这里。
may-it-go = 📮 { $number } 号“{ $words }”可以交给市里的部门吗？不带您的名字。在“我的数据”里决定。
to-consents = 🔒 我的数据
thread-city = 📮 在市里，第 { $day } 天，编号 { $number }：{ $status }
thread-called = 📞 在 12345，第 { $day } 天，编号 { $number }：{ $status }
no-number-yet = （待定）
they-say = “{ $words }”
they-said = 对方说：“{ $words }”
why-and-said = { $why }对方说：“{ $words }”
city-open = 受理中
city-closed = 已办结
city-investigating = 调查中
city-in-progress = 处理中
city-action-scheduled = 已安排
city-planned = 已安排
city-fixed = 已修好
city-no-further-action = 不再处理
city-not-councils-responsibility = 不归市里管
city-duplicate = 已有同样的
city-internal-referral = 市里内部转办
city-nothing-heard = 一年没有消息
told-refused = 📮 { $number } · { $words }：市里没有收。{ $why }什么都没送到，可以再交，或复制给 12345。
told-uncertain = ❔ { $number } · { $words }：不知道市里收到没有。一天之内我们会在那边找 { $mark }，不会自己送第二次。
why-refused = 对方的系统拒收。
why-key = 对方的系统不认我们的密钥，请运行机器人的人看一看。
why-private = 地址指向内部网络，请运行机器人的人看一看。
why-certificate = 对方的证书不可信，请运行机器人的人看一看。
why-address = 地址不对，请运行机器人的人看一看。
why-unreachable = 三天里都连不上对方的系统。
why-busy = 三天里对方的系统都太忙。
why-closed = 运行机器人的人关掉了这条路。

# In one's own calendar
calendar-expected = 📄 该答复了：{ $what }
calendar-expires = 📄 到期：{ $what }
