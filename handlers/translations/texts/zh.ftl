menu-translate = 用另一种语言说建议
back = ⬅ 返回
more = ⋯ 更多
next = ▶ 下一个
see = 👀 看看
pair = { $before } → { $after }
language-zh = 中文
language-ug = 维吾尔语
language-en = 英语

# On the card of an idea
by-neighbour = 🌐 由邻居翻译；原文在“更多”里。
by-machine = 🤖 由机器翻译（{ $host }）；原文在“更多”里。
spoken-line = 🎤 邻居用{ $language }说了一遍：在“更多”里。
written-line = ✍ 由邻居记下；说话的人说没错。
say-it = 🌐 用另一种语言说
write-down = ✍ 写下语音的内容
listen = ▶ 听{ $language }

# Say it in another language
which-idea = 🌐 这些建议在等会两种语言的邻居。您想用另一种语言说哪一条？
nothing-waits = 🌐 每条建议都能用这里的每种语言读 ✓
one-idea = { $number } · { $words }
which-language = 🌐 <b>{ $number }</b> · { $words }

    您想用哪种语言说？
there-is = ✓ { $language }：已经有了；您也可以用自己的话说。
there-is-old = 🕰 { $language }：原文后来改了。您愿意再说一遍吗？
say-in = { $language }
look = 👀 看看有哪些
say-it-now = { $words }

    这用{ $language }怎么说？请写下来，或按住 🎤 说出来。
kept = 谢谢！{ $number } 号现在可以用{ $language }读或听，并注明“由邻居翻译” ✓
take-back = ↩ 收回
author-hears = 🌐 一位邻居用{ $language }说了您的 { $number } 号建议。现在更多人能读懂它了。

# What there is
version = 🌐 <b>{ $number }</b> · { $language } · { $whose }

    { $words }
a-neighbour = 一位邻居
you = 您
a-machine = 机器（{ $host }）
spoken-only = 🎤 这是说出来的。
is-old = 🕰 原文后来改了：这一条不显示。
is-chosen = 📌 团队选了这一条。
is-hidden = 🙈 已隐藏：{ $reason }
hide = 🙈 隐藏这一条
choose = 📌 显示这一条
put-away = 🙈 收起来
put-away-done = 收起来了 ✓ 不会再请机器翻译它。
why-hide = { $words }

    为什么大家不该读到它？说的人会看到您的理由。
hidden = 已隐藏 ✓ 现在显示原文，或另一位邻居说的。
bring-back = ↩ 恢复
brought-back = 又可以读了 ✓
taken-back = 已收回 ✓ 现在显示原文，或另一位邻居说的。
yours-hidden = 您对 { $number } 号的翻译被隐藏了：{ $reason }
    如果弄错了，/human 可以帮忙。
yours-back = 您对 { $number } 号的翻译又可以读了。
chosen = 现在显示这一条 ✓

# A voice note
what-is-said = ✍ 请听 { $number } 号，把说的话一句一句写下来。说话的人会先读到。
written-down = 谢谢！会先问说话的人对不对，之后才出现在卡片上。
understood = 🎤 一位邻居这样听懂了您的语音（{ $number } 号）：

    { $words }

    对吗？您说对，别人才会读到。
right = ✓ 对，就是这样
not-quite = ✏ 不太对
say-yourself = 那请您用几句话写下您说的。邻居写的已经删掉了。
stands = ✓ 您的话现在在卡片上了。
stands-later = ✓ 记下了。团队看过之后，就会出现在卡片上。
today-understood = ✍ 您在 { $number } 号里说的：对吗？
today-said = 🌐 { $number } 号（{ $language }）：邻居的翻译对吗？

# The machine
machine-button = 🤖 可以让机器翻译吗？
no-machine = 🤖 这里没有机器翻译，由邻居来：/translate
machine = 🤖 <b>{ $host }</b> 上的机器可以翻译已公开的建议（{ $pairs }）。只把建议的文字发给它，不发名字、图片或声音。邻居说的总是优先。
at-work = ✓ 这个地方让它帮忙，但每位作者要同意。
not-at-work = ▫ 这个地方不用它。
you-have-not-said = 您还没有说它能不能读您的建议。在您同意之前，它不读。
you-said-yes = ✓ 它可以读您的建议。
you-said-no = ▫ 它不读您的建议。
may = ✓ 它可以读我的建议
may-yes = ✓ 可以
may-not = ✋ 不可以
let = 让 { $host } 在这里帮忙
stop = ✋ 这里不用它了
noted = 记下了 ✓
may-it = 🤖 说另一种语言的邻居读不懂您的 { $number } 号建议。可以让 <b>{ $host }</b> 上的机器翻译您的建议吗（{ $pairs }）？只把文字发给它，并注明是机器翻译的。您随时可以说不：/machine

# No
not-on-board = 这条建议不在列表上，或已经不在了。
not-in-this = 它本来就是用这种语言写的，或这里不用这种语言。
without-words = 它还没有可以翻译的文字。
words-changed = 作者刚刚改了文字。请重新打开读一遍。
words-please = 请写下来，或说出来。
same-words = 这是一样的文字。用另一种语言怎么说？
other-language = 这看起来不是{ $language }。请用{ $language }写。
yours-is-hidden = 团队隐藏了您说的这一条。有疑问请用 /human。
enough-today = 谢谢，今天已经有 { $limit } 条了！请明天再继续。
enough-versions = 已经有很多邻居说过这一条了。请选另一条。
enough-written = 谢谢，今天已经有 { $limit } 条了！请明天再继续。
not-yours = 这要由它的主人来做。
nothing-there = 它已经不在这里了。
reason-please = 请说明原因。
hidden-already = 已经有人隐藏了它。
not-this-one = 现在不能显示这一条。
not-to-write-down = 现在不需要写下它。
answered-already = 您已经回答过了 ✓
too-late = 这条建议已经有了答复，文字就不再改了。
change-waits = 团队还在看您上一次的修改。请等看完再回答。
another-machine = 现在是另一台机器了。请打开 /machine 再读一遍。
