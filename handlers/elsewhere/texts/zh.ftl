elsewhere = 📱 您现在通过这些方式和我们说话：{ $doors }
    换到 Telegram 或另一部手机，您还是您：建议都在，一人一票。
door-telegram = Telegram
door-web = 网页聊天
several = { $door } × { $many }
at-telegram = 在 Telegram 里
at-web = 在网页聊天里
at-other-phone = 在另一部手机上
make-link = 🔗 要一个链接
sign-out-button = 🚪 退出其他手机
part-button = ↩ 撤销合并
link-made = 请在您想继续用的地方打开这个链接。只能用一次，15 分钟内有效，之后会在这里再问您一次。
    这个链接只给您自己用，请不要转给别人。
link = 🌐 <a href="{ $link }">{ $link }</a>
telegram-link = ✈ Telegram：<a href="{ $link }">{ $link }</a>
too-many-links = 今天要的链接有点多了。请明天再试，或者用 /human 找人帮忙。
link-over = 这个链接已经用过，或者超过了 15 分钟。请在原来的地方用 /elsewhere 再要一个。
same-door = 您已经在这里了。请在另一部手机或 Telegram 里打开这个链接。
already-one = 两边已经是同一个您了 ✓
ask-join = 您{ $at }也是 <b>{ $name }</b>。要合成一个人吗？
    您在这里做过的事都会带过去。两边都回答过的，以最近一次为准，只算一次。
    只有链接是您自己要的，才请选“是”：那边的人会以您的身份看到和做一切，包括您的角色。
yes-join = 是，链接是我要的
no-join = 不是
now-confirm = 快好了。请回到要链接的地方（{ $at }）再确认一次，那边也写着数字 { $number }。
is-it-you = “{ $name }”{ $at }打开了您的链接，那边的屏幕上写着数字 <b>{ $number }</b>。是您吗？
    选“是”以后，那边的人会以您的身份看到和做一切，包括您的角色。
confirm = 是我，那边写着 { $number }
refuse = 不是我
declined-there = 有人打开了您的链接，回答是“不是”。什么都没有改变。
nothing-changed = 好的，什么都没有改变。
refused-here = 幸好您看了一眼。什么都没有改变，链接已经关闭。
refused-there = 要链接的那边没有确认。什么都没有改变。
joined = 好了 ✓ 您在这里和{ $at }是同一个人了。投票、支持和报名都只算一次，消息会发到您最近说话的地方。
    30 天内，点一下就能撤销。
undo = ↩ 撤销
cannot-part = 已经撤销过，或者过了可以撤销的时间。还能撤销什么，请看 /elsewhere。
parted = 已撤销 ✓ 两边都恢复成原来的样子。合并以后做的事，留在原来保留的那一边。
parted-there = 您在另一边撤销了合并。这里恢复成原来的样子。
lead-told = 🤝 { $name }（{ $place }，{ $roles }）现在也{ $at }和我们说话。
role-volunteer = 志愿者
role-lead = 负责人
role-shopkeeper = 店主
role-liaison = 联络员
role-property-manager = 物业·社区
ask-sign-out = 您还有 { $count } 个网页聊天在别处开着。它们会马上退出，别人再也不能在那里看或写。您的东西都不会丢。
sign-out-yes = 🚪 马上退出
signed-out = 好了 ✓ 退出了 { $count } 个网页聊天。
no-other-phone = 您没有别的网页聊天开着。
back = ⬅ 返回
menu-elsewhere = 换个地方继续用
