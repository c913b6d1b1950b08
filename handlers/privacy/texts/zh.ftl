privacy = 🔒 <b>{ $place }</b>保存着您发来的内容和您的回答，用的是您在这里的名字。
    { $ideas } 条建议 · { $pictures } 张照片和语音 · 参加过 { $votes } 次投票
telegram-abroad = 您在 Telegram 里写的内容，Telegram 也会存放在境外。不用 Telegram 也能来同一个地方：{ $link }
consents-button = ✅ 我同意过什么
take-along = 📦 下载我的数据
leave-button = 🚪 删除我
more-button = 具体有哪些？
back = ⬅ 返回
what-is-kept = <b>保存什么：</b>您在这里的名字和语言，您的建议、留言、照片和语音。还有是否参加活动，您的投票，您觉得这里变好了没有（到那一轮结束为止）和您说的变化，您做过什么，接过的任务和小时数，以及您同意过的事项。您收到的感谢和证明、您用另一种语言说的话也在内。不存电话号码，也不存住址。
    <b>谁能看到：</b>您发到建议列表的内容大家都能看，但不显示名字；负责人开放了数据的话，也能按表格取用。匿名投票中您投了什么，谁也看不到。团队能看到您的名字。
    <b>保存多久：</b>直到您删除自己。发给您的消息 7 天后清除，备份 30 天后清除。
    <b>您的权利：</b>查看、更正、下载、撤回同意、被遗忘——随时都可以在这里办。
consents = 您同意过的事项。每一项都是单独的：不同意其中一项，不影响其他。
one-by-one = 逐项查看 ➡
next-one = 下一项 ➡
yes-messages = ✅ 给我发消息
no-messages = ▫ 给我发消息：不同意
yes-photos = ✅ 展示我的照片
no-photos = ▫ 展示我的照片：不同意
yes-shop = ✅ 交给做决定的人
no-shop = ▫ 交给做决定的人：不同意
yes-city = ✅ 转给政府部门
no-city = ▫ 转给政府部门：不同意
yes-press = ✅ 转给媒体
no-press = ▫ 转给媒体：不同意
consent-messages = <b>给我发消息</b>
    我们可以主动给您发消息：您的建议有了进展、投票、活动。不同意的话，只有您自己来问时才会收到回复。
consent-photos = <b>展示我的照片</b>
    别人可以看到您发的照片：在建议列表、网页、摘要和相册里。不同意的话，照片会保存着，但不给任何人看。已经在别人聊天里的照片收不回来。
consent-shop = <b>交给做决定的人</b>
    您的建议可以交给能决定那个地方的人答复：店主、联络员、物业或社区。不同意的话，不会出现在他们的摘要里。
consent-city = <b>转给政府部门</b>
    您的建议可以转给政府有关部门，不带您的名字。
consent-press = <b>转给媒体</b>
    您的建议和照片可以转给报纸等媒体，也可以转给想照着做的别的店，不带您的名字。
standing-given = ✅ 同意，自 { $when }（文本第 { $version } 版，{ $language }）
standing-withdrawn = ▫ 不同意，自 { $when }（文本第 { $version } 版，{ $language }）
standing-since-arrival = ✅ 同意，自您开始时同意说明起
never-asked = ▫ 还没问过您，按不同意处理
withdraw = 撤回同意
give = 我同意
machine-button = 🤖 机器翻译
press-button = 📰 问过我的话和照片
consent-given = 已记下：同意 ✓
consent-withdrawn = 已记下：不同意 ✓
your-file = 📦 这里所有属于您的内容。这个文件只发给您，请妥善保管。
stays-a-day = 文件在这里保留一天。
not-made = 文件刚才没有做成，请十分钟后再试。
taken-just-now = 您的文件刚刚做过，请十分钟后再要。
readme = 这里是本地保存的关于您的全部内容。data.json：您的各项记录，每类一个列表，时间为 UTC。said.json：您在网页聊天里说的话。photos、voices、files：您发来的照片、语音和文件。不包含别人的数据。
readme-small = 照片太多，文件里放的是小图；需要大图请联系团队。
readme-left-out = 有 { $count } 个文件放不下；需要请联系团队。
before-leaving = <b>删除我</b>
    现在就会永久删除：您的名字、文字、照片、回答、角色和这段对话。
    会留下：您的投票，只作为不带名字的数字；以及您建议的编号。
    删除后无法恢复。已经在别人聊天里的内容会留在他们那里。
leave-all = 现在全部删除
leave-ideas = 删除我，{ $count } 条有人支持的建议留作“一位邻居”的
gone-web = 您已被删除 ✓ 以后不会再收到消息。祝您一切都好！
gone-telegram = 您已被删除 ✓ 以后不会再收到消息。这个聊天里的文字还存放在 Telegram，请在那里也删除这个聊天。祝您一切都好！
menu-privacy = 我的数据和授权
hand-over-first = 🤲 先交接
you-hold = 您在这里手里有 { $count } 件事。您也可以马上离开，之后由团队或守着这个地方的人接手。
