# تەكلىپ بېرىش
send-something = 💡 نېمىنى ياخشىلىغىلى بولىدۇ؟ رەسىم، بىر نەچچە ئېغىز سۆز ياكى ئاۋاز ئەۋەتىڭ. پەقەت رەسىم بولسىمۇ يېتەرلىك.
what-is-it = رەھمەت، ساقلاپ قويدۇق. بۇ نېمە بولسۇن؟
a-new-idea = 💡 يېڭى تەكلىپ
a-question = ❓ گۇرۇپپىغا سوئال
never-mind = ✖ بولدى، ئەۋەتمەيمەن
draft-open = باشلاپ قويغان تەكلىپىڭىز بار: «{ $words }»
    داۋاملاشتۇرامسىز؟
go-on = ➡ داۋاملاشتۇرۇش
start-anew = 🗑 ئۆچۈرۈپ قايتا باشلاش
draft-gone = بۇ قارالما ئەمدى يوق. قايتا باشلاش ئۈچۈن رەسىم ياكى بىر نەچچە ئېغىز سۆز ئەۋەتىڭ.
already-sent = بۇ ساقلىنىپ بولغان: { $number }-نومۇر ✓
where = 📍 قەيەردە؟ تۆۋەندىن تاللاڭ ياكى ئورنىڭىزنى ئەۋەتىڭ. يەنە رەسىم ياكى سۆزىڭىز بولسا، ئەۋەتىۋېرىڭ.
more-spots = ⋯ باشقا ئورۇنلار
numbered-spot = { $number } · { $spot }
elsewhere = 🌍 باشقا يەر / ئېنىق ئەمەس
no-such-spot = بۇ ئورۇن ئەمدى تىزىملىكتە يوق. باشقىسىنى تاللاڭ.
look-alikes = { $count ->
    [one] 🔎 بۇمۇ شۇنىڭغا ئوخشايدۇ. ئاۋازىڭىزنى بۇنىڭغا قوشامسىز؟
   *[other] 🔎 بۇلارمۇ شۇنىڭغا ئوخشايدۇ. ئاۋازىڭىزنى بىرىگە قوشامسىز؟
}
add-voice = 👍 { $number }-نومۇرنى قوللايمەن
mine-is-different = ✨ مېنىڭ باشقىچە
voice-added = ئاۋازىڭىز { $number }-نومۇرغا قوشۇلدى ✓ 👍 { $voices }
    يازغانلىرىڭىز شۇنىڭ ئاستىدا تۇرىدۇ. نەتىجىسىنى ئاڭلايسىز.
saved = ساقلاندى ✓ <b>{ $number }-نومۇر</b>: { $words }
saved-on-board = تىزىملىككە چىقتى ✓ <b>{ $number }-نومۇر</b>: { $words }
    پىدائىيلار كۆرىدۇ، نەتىجىسىنى مۇشۇ يەردە ئاڭلايسىز.
added = { $number }-نومۇرغا قوشۇلدى ✓
undo = ↩ قايتۇرۇۋېلىش
taken-back = { $number }-نومۇر قايتۇرۇۋېلىندى. باشقا ھېچكىم كۆرمىدى.
was-taken-back = { $number }-نومۇرنى ئۇنى ئەۋەتكەن كىشى قايتۇرۇۋالدى.
too-late-to-take-back = { $number }-نومۇر بىلەن شۇغۇللىنىۋاتىدۇ. پىدائىيلاردىن ياردەم سوراڭ: «ياردەم» نى بېسىڭ.
dropped = بولىدۇ، ھېچنېمە ئەۋەتىلمىدى.
suggest-something = 💡 تەكلىپ بېرىش
question-sent = سوئالىڭىز گۇرۇپپىغا يەتتى ✓ جاۋابى مۇشۇ يەرگە كېلىدۇ.
somebody-asks = 🙋 { $name } سورايدۇ: { $words }
answer-questions = جاۋاب بېرىش
enough-photos = بىر تەكلىپكە { $limit } رەسىم يېتەرلىك، رەھمەت! ئالدىنقىلىرى ساقلاندى. تۆۋەندىن تاللاڭ.
enough-today = بۈگۈن { $limit } تەكلىپ بەردىڭىز، بەك ياخشى! قالغانلىرىنى ئەتە ئەۋەتىڭ.
the-rest-is-kept = تەكلىپىڭىزنىڭ قالغان قىسمى ساقلاندى. يەنە بىر رەسىم ئەۋەتسىڭىز بولىدۇ.
nothing-left = تەكلىپىڭىزدە تېخى رەسىممۇ، سۆزمۇ يوق. رەسىم ياكى بىر نەچچە ئېغىز سۆز ئەۋەتىڭ.
send-another = 📷 باشقىسىنى ئەۋەتىش

# تەكلىپلەر تىزىملىكى
board-title = 👍 <b>تەكلىپلەر</b>
line = <b>/{ $number }</b> { $words }
    { $status } · 📍 { $spot } · 👍 { $voices }
card = <b>{ $number }-نومۇر</b> · { $status }
    { $words }
    📍 { $spot } · 👍 { $voices }
card-trial = ⏳ سىناق مۇددىتى: { $until } غىچە
card-merged = 🔗 ھازىر /{ $number } نىڭ ئىچىدە
card-reason = 💬 { $reason }
card-author = ✍ { $name }
card-paper = 📝 قەغەزدىكى ئاۋازلار: { $count }
card-poll = 🗳 «{ $question }» ئاۋاز بېرىش: { $voters } كىشى قاتناشتى، بۇنىڭغا { $votes } ئاۋاز
card-poll-dots = 🗳 «{ $question }» ئاۋاز بېرىش: { $voters } كىشى قاتناشتى، بۇنىڭغا { $dots } چېكىت
card-poll-score = 🗳 «{ $question }» ئاۋاز بېرىش: { $votes ->
    [0] ھېچكىم باھالىمىدى
    [one] ئوتتۇرىچە باھاسى 5 نومۇردىن { $score }
   *[other] ئوتتۇرىچە باھاسى 5 نومۇردىن { $score }
}
card-space = 🧭 كىمنىڭ ئورنى: { $space }
card-behalf = 🙋 { $name } نامىدا يېزىلدى
card-for-a-neighbour = 🙋 پىدائىي بىر قوشنىنىڭ ئورنىدا يېزىپ قويغان
without-words = 📷 رەسىم ياكى ئاۋاز
at-location = { $latitude }, { $longitude }
one-by-one = 👀 بىر-بىرلەپ كۆرۈش
five-more = ⬇ يەنە بەشنى كۆرەمسىز؟
narrow-button = 🔎 رەتلەش ياكى تاللاش
narrow = قايسى تەكلىپلەرنى كۆرمەكچىسىز؟
view-new = 🆕 ئەڭ يېڭىلىرى
view-top = 👍 ئەڭ كۆپ قوللاشقا ئېرىشكەنلىرى
view-mine = 🙋 مېنىڭكىلەر
by-status = 🚦 ھالىتى بويىچە
by-spot = 📍 ئورنى بويىچە
which-status = قايسى ھالەت؟
which-spot = قايسى ئورۇن؟
nothing-here = بۇ يەردە تېخى ھېچنېمە يوق. بىرىنچى بولۇپ تەكلىپ بېرەمسىز؟
that-was-the-last = بۇ ئەڭ ئاخىرقىسى ئىدى.
next-idea = ➡ كېيىنكىسى
more = ⋯ تېخىمۇ كۆپ
back = ➡ قايتىش
see = 👀 كۆرۈش
see-the-other = 🔗 باشقىسىنى كۆرۈش
support = 👍 قوللاش ({ $voices })
supporting = ✓ قوللايمەن ({ $voices })
supported = ئاۋازىڭىز ھېسابلاندى 👍
unsupported = ئاۋازىڭىز قايتۇرۇۋېلىندى.
own-idea = بۇ سىزنىڭ تەكلىپىڭىز. بۇ يەردە قوشنىلارنىڭ ئاۋازى ھېسابلىنىدۇ.
follow = 🔔 ئەگىشىش
unfollow = 🔕 ئەگەشمەسلىك
followed = نەتىجىسىنى ئاڭلايسىز 🔔
unfollowed = ئەمدى بۇ ھەقتە خەۋەر كەلمەيدۇ.
listen = 🔊 ئاڭلاش
no-voice = ئاۋاز تېخى تەييار ئەمەس. بىردەمدىن كېيىن قايتا سىناڭ.
whole = <b>{ $number }-نومۇر</b> · { $words }
    باشقىلارغا ئەۋەتىڭ: <code>{ $link }</code>
asked-and-answered = ❓ { $question }
    💬 { $answer }
comments-button = 💬 ئىنكاسلار ({ $count })
comments = { $count ->
    [0] { $number }-نومۇرغا تېخى ئىنكاس يوق. بىرىنچىسىنى سىز يېزىڭ.
    [one] { $number }-نومۇرنىڭ ئىنكاسى. سىزمۇ تۆۋەنگە يېزىڭ.
   *[other] { $number }-نومۇرنىڭ ئەڭ يېڭى ئىنكاسلىرى. سىزمۇ تۆۋەنگە يېزىڭ.
}
comment-line = <b>{ $name }</b>: { $words }
comment-saved = { $number }-نومۇرغا يازغان ئىنكاسىڭىز ساقلاندى ✓
five-comments-more = ⬆ يەنە بەشنى كۆرەمسىز؟
hide-a-comment = 🚫 ئىنكاسنى يوشۇرۇش ياكى قايتۇرۇش
which-comment = { $number }-نومۇرنىڭ قايسى ئىنكاسى؟
hide-this = 🚫 { $words }
bring-this-back = ↩ قايتۇرۇش: { $words }
why-hide-comment = بۇ ئىنكاس نېمىشقا يوشۇرۇلسۇن؟ يازغان كىشى سەۋەبىنى ئوقۇيدۇ.
    «{ $words }»
comment-hidden = ئىنكاس يوشۇرۇلدى ✓ يازغان كىشى سەۋەبىنى ئوقۇيدۇ.
comment-back = ئىنكاس قايتۇرۇلدى ✓ يازغان كىشىگە ئۇقتۇرۇلىدۇ.
see-comments = 💬 ئىنكاسلارنى كۆرۈش
hidden-comment-line = 🚫 <s>{ $name }: { $words }</s>
    سەۋەبى: { $reason }
your-comment-hidden = 🚫 پىدائىي سىزنىڭ «{ $words }» دېگەن ئىنكاسىڭىزنى يوشۇردى.
    سەۋەبى: { $reason }
your-comment-back = ↩ «{ $words }» دېگەن ئىنكاسىڭىز يەنە كۆرۈنىدۇ.
comment-hidden-already = بۇ ئىنكاس يوشۇرۇلۇپ بولغان.
comment-seen-already = بۇ ئىنكاس يوشۇرۇلمىغان.
no-such-comment = بۇ ئىنكاس بۇ يەردە يوق. باشقىلىرىنى كۆرۈڭ.
comment-news = { $count ->
    [one] 💬 تەكلىپىڭىزگە بىر يېڭى ئىنكاس كەلدى:
   *[other] 💬 تەكلىپلىرىڭىزگە { $count } يېڭى ئىنكاس كەلدى:
}
comment-news-line = <b>/{ $number }</b> { $words }
comment-news-more = يەنە { $count } ئىنكاس بار.
read-comments = 💬 { $number }-نومۇرنىڭ ئىنكاسلىرى
how-often = ⏰ قانچىلىك دائىم خەۋەر كەلسۇن
hears-daily = تەكلىپىڭىزگە يېڭى ئىنكاس كەلسە، ھازىر <b>كۈندە بىر قېتىم</b> بىر پارچە خەۋەر كېلىدۇ. قانداق ئۆزگەرتەي؟
hears-weekly = تەكلىپىڭىزگە يېڭى ئىنكاس كەلسە، ھازىر <b>ھەپتىدە بىر قېتىم</b> بىر پارچە خەۋەر كېلىدۇ. قانداق ئۆزگەرتەي؟
hears-off = تەكلىپىڭىزگە يېڭى ئىنكاس كەلسە، ھازىر <b>خەۋەر كەلمەيدۇ</b>. قانداق ئۆزگەرتەي؟
rhythm-daily = ☀ كۈندە بىر قېتىم
rhythm-weekly = 📅 ھەپتىدە بىر قېتىم
rhythm-off = 🔕 خەۋەر كەلمىسۇن
rhythm-chosen = خاتىرىلەندى ✓
a-neighbour = بىر قوشنا
no-such-idea = بۇ تەكلىپ بۇ يەردە يوق. تىزىملىكتىن باشقىلىرىنى كۆرۈڭ.
no-such-number = بۇ يەردە { $number }-نومۇرلۇق تەكلىپ يوق. نومۇرنى تەكشۈرۈڭ ياكى تىزىملىكنى كۆرۈڭ.
not-on-board = { $number }-نومۇر ھازىر تىزىملىكتە يوق.
not-supportable = { $number }-نومۇرغا ھازىر ئاۋاز بەرگىلى ياكى ئىنكاس يازغىلى بولمايدۇ.

# تەكلىپنىڭ ھاياتى
status-draft = ✏ قارالما
status-new = 🆕 يېڭى
status-open = 🟢 ئوچۇق
status-agreed = ✅ قوشۇلدى
status-agreed-but = ☑ شەرت بىلەن قوشۇلدى
status-trial = 🧪 سىناق قىلىنىۋاتىدۇ
status-not-now = ⏸ ھازىرچە ئەمەس
status-planned = 🗓 پىلانلاندى
status-under-way = 🔨 ئىشلىنىۋاتىدۇ
status-done = 🎉 پۈتتى
status-looked-again = 🔁 قايتا كۆرۈلدى
status-merged = 🔗 بىرلەشتۈرۈلدى
status-hidden = 🚫 يوشۇرۇلدى
status-withdrawn = ↩ قايتۇرۇۋېلىندى
spot-inside = دۇكان ئىچى
spot-front = دۇكان ئالدى
spot-yard = ھويلا
spot-street = كوچا
spot-unsure = ئېنىق ئەمەس
decides-inside = بۇ دۇكاننىڭ ئۆز ئورنى: پەقەت دۇكاندار جاۋاب بېرەلەيدۇ. دۇكاندارنىڭ خۇلاسىسىدە كۆرۈنىدۇ.
decides-front = بۇ دۇكان ئالدى: دۇكاندار بىلەن شەھەر ئالاقىچىسى جاۋاب بېرىدۇ. دۇكاندارنىڭ خۇلاسىسىدە كۆرۈنىدۇ.
decides-yard = بۇ ھويلا: بۇ يەردە پىدائىيلار گۇرۇپپىسى جاۋاب بېرىدۇ.
decides-street = بۇ كوچا: بۇ يەردە شەھەر ئالاقىچىسى جاۋاب بېرىدۇ.
decides-unsure = بۇ كىمنىڭ ئورنى ئىكەنلىكى ئېنىق ئەمەس. ئاۋۋال شۇنى ئايدىڭلاشتۇرۇڭ، ئاندىن قارار قىلغىلى بولىدۇ.
news = 📣 { $number }-نومۇر «{ $words }»: <b>{ $status }</b>
news-with-reason = 📣 { $number }-نومۇر «{ $words }»: <b>{ $status }</b>
    💬 { $reason }
news-undone = ↩ بىر قەدەم قايتۇرۇۋېلىندى. { $number }-نومۇر «{ $words }» يەنە: <b>{ $status }</b>
news-merged = 🔗 { $number }-نومۇر «{ $words }» ئەمدى { $target }-نومۇر بىلەن بىرلەشتى، ئىككىسى بىر ئىش. ئاۋازىڭىز شۇ يەردە ھېسابلىنىدۇ.
no-such-step = { $number }-نومۇر ھازىر «{ $status }»، شۇڭا بۇ قەدەم ماس كەلمەيدۇ.
not-the-last-step = { $number }-نومۇر ئۇنىڭدىن كېيىن ئىلگىرىلىدى. پەقەت ئەڭ ئاخىرقى قەدەمنى قايتۇرغىلى بولىدۇ.
undo-the-other-first = { $number }-نومۇرمۇ باشقىسى بىلەن بىرلەشتۈرۈلگەن. ئاۋۋال شۇنى قايتۇرۇڭ.
reason-needed = سەۋەبىنى يېزىڭ، مۇناسىۋەتلىك كىشىلەر ئوقۇيدۇ.
step-undone = قايتۇرۇلدى ✓ { $number }-نومۇر يەنە: { $status }. خاتىرىدە ساقلىنىدۇ.
undo-last = ↩ قايتۇرۇش: { $status }
where-to = { $number }-نومۇر ھازىر <b>{ $status }</b>. ئەمدىچۇ؟
why = { $number }-نومۇر ← { $status }. نېمىشقا؟ بىر جۈملە يېزىڭ، مۇناسىۋەتلىك كىشىلەر ئوقۇيدۇ.
anything-to-tell = { $number }-نومۇر ← { $status }. كۆپچىلىككە دەيدىغان گېپىڭىز بارمۇ؟ بىر جۈملە يېزىڭ، يازمىسىڭىزمۇ بولىدۇ.
nothing-to-tell = يازماي داۋاملاشتۇرۇش
without-reason = سەۋەبسىز داۋاملاشتۇرۇش
moved = { $number }-نومۇر ھازىر: { $status } ✓ مۇناسىۋەتلىك كىشىلەرنىڭ ھەممىسىگە ئۇقتۇرۇلىدۇ.
after-photo = 🎉 { $number }-نومۇر پۈتتى! ھازىرقى كۆرۈنۈشىنىڭ رەسىمى بارمۇ؟
no-photo = رەسىم يوق، ھەممىگە ئېيتىڭ
after-photo-kept = رەھمەت ✓ رەسىم تەييار بولغاندا { $number }-نومۇرغا مۇناسىۋەتلىك كىشىلەرگە ئەۋەتىلىدۇ.
news-goes-without-picture = خەۋەر رەسىمسىز ئەۋەتىلىدۇ.

# كىمنىڭ ئورنى بولسا شۇ جاۋاب بېرىدۇ
answer-idea = 🗣 جاۋاب بېرىش
what-do-you-say = سىزچە قانداق؟ مۇناسىۋەتلىك كىشىلەر جاۋابىڭىزنى ئاڭلايدۇ.
answer-yes = ✅ بولىدۇ
answer-but = ☑ بولىدۇ، لېكىن…
answer-more = ⋯ ئاۋۋال سىناش ياكى ھازىرچە ئەمەس
answer-try = 🧪 ئاۋۋال سىناپ باقايلى
answer-later = ⏸ ھازىرچە ئەمەس
why-but = بولىدۇ، لېكىن نېمىگە دىققەت قىلىش كېرەك؟ بىر جۈملە يېتەرلىك.
why-try = سىناقنىڭ ئاخىرقى كۈنى: { $until }. كىشىلەر نېمىنى بىلىشى كېرەك؟ بىر جۈملە يېتەرلىك.
why-later = نېمىشقا ھازىرچە ئەمەس؟ بىر جۈملە يېتەرلىك، كىشىلەر چۈشىنىدۇ.
decided = { $number }-نومۇر: { $status } ✓ مۇناسىۋەتلىك كىشىلەرنىڭ ھەممىسىگە ئۇقتۇرۇلىدۇ.
decision-line = { $words } · 👍 { $supporters }
answered-yes = ✅ بولىدۇ
answered-but = ☑ بولىدۇ، شەرتى بار
answered-try = 🧪 ئاۋۋال سىناپ باقايلى
answered-later = ⏸ ھازىرچە ئەمەس
answer-line = 🗣 { $role }: { $answer }
answer-line-why = 🗣 { $role }: { $answer } 💬 { $reason }
answer-noted = { $number }-نومۇر: «{ $answer }» دېگەن جاۋابىڭىز خاتىرىلەندى ✓ يەنە بىر تەرەپنىڭ جاۋابى كۈتۈلىدۇ.
answer-taken-back = { $number }-نومۇرغا بەرگەن جاۋابىڭىز قايتۇرۇۋېلىندى ✓ خاتىرىدە ساقلىنىدۇ.
your-answer-needed = 🗣 { $number }-نومۇر «{ $words }» غا سىزنىڭ جاۋابىڭىزمۇ كېرەك. يەنە بىر تەرەپنىڭ جاۋابى: { $answer }
how-long = { $number }-نومۇر قايسى كۈنگىچە سىنالسۇن؟ بىرنى تاللاڭ ياكى چېسلانى يېزىڭ، مەسىلەن 12-ئاينىڭ 24-كۈنى.
until = 🧪 ئاخىرقى كۈنى: { $when }
not-a-date = بۇ چېسلا چۈشىنىكسىز ياكى ماس كەلمەيدۇ. بىر يىل ئىچىدىكى كۈننى يېزىڭ، مەسىلەن 12-ئاينىڭ 24-كۈنى.
decided-trial = { $number }-نومۇر سىنىلىدۇ، ئاخىرقى كۈنى: { $until } ✓ مۇناسىۋەتلىك كىشىلەرنىڭ ھەممىسىگە ئۇقتۇرۇلىدۇ.
trial-over = 🧪 { $number }-نومۇر «{ $words }» نىڭ سىناق مۇددىتى توشتى. ئەمدىچۇ؟ بىر ھەپتە جاۋاب بولمىسا، ئەسلىگە قايتۇرۇلىدۇ.
trial-keep = ✅ ساقلاپ قالايلى
trial-change = ☑ ئازراق ئۆزگەرتەيلى…
trial-undo = ↩ ئەسلىگە قايتۇرايلى
trial-more = ⋯ يەنە سىناش ياكى قايتۇرۇش
trial-longer = 🧪 يەنە بىر مەزگىل سىناش
what-becomes-of-it = سىناق قانداق بولدى؟ مۇناسىۋەتلىك كىشىلەر جاۋابىڭىزنى ئاڭلايدۇ.
why-change = نېمىنى ئۆزگەرتىش كېرەك؟ بىر جۈملە يېتەرلىك.
why-undo = نېمىشقا ئەسلىگە قايتۇرۇلىدۇ؟ بىر جۈملە يېتەرلىك، كىشىلەر چۈشىنىدۇ.
news-trial-undone = ↩ { $number }-نومۇر «{ $words }» نىڭ سىناق مۇددىتى توشۇپ بىر ھەپتە جاۋاب بولمىدى، شۇڭا ئەسلىگە قايتۇرۇلدى: <b>⏸ ھازىرچە ئەمەس</b>
decision-trial = 🧪 سىناق توشتى: { $words } · 👍 { $supporters } (ساقلاش ✓ · ئۆزگەرتىش · يەنە سىناش · قايتۇرۇش)

# تەكلىپلەرنى رەتلەش
desk-empty = 🗂 كۈتۈۋاتقان ھېچنېمە يوق. رەھمەت!
see-the-board = 👍 تىزىملىكنى كۆرۈش
desk-waiting = { $overdue ->
    [0] 🗂 كۈتۈۋاتقىنى: { $count }
    [one] 🗂 كۈتۈۋاتقىنى: { $count }، بىر ھەپتىدىن ئاشقىنى: { $overdue }
   *[other] 🗂 كۈتۈۋاتقىنى: { $count }، بىر ھەپتىدىن ئاشقىنى: { $overdue }
}
desk-one = 🗂 رەتلىنىۋاتىدۇ
may-be-same = 🔎 /{ $number } بىلەن بىر ئىش بولۇشى مۇمكىن: رەسىمى ئوخشايدۇ.
look-after = 🗂 رەتلەش
publish = ✅ تىزىملىككە چىقىرىش
published = { $number }-نومۇر تىزىملىككە چىقتى ✓
looked-at = 👀 كۆردۈم، قالسۇن
looked-at-toast = { $number }-نومۇر قالدى ✓
move-along = 🚦 ھالىتىنى ئۆزگەرتىش
ask-author = ❓ ئەۋەتكەن كىشىدىن سوراش
merge = 🔗 باشقىسى بىلەن بىرلەشتۈرۈش
hide = 🚫 يوشۇرۇش
hold-a-picture = ✋ رەسىمدە بالا بار: ساقلاپ قويۇش
correct-spot = 📍 ئورۇننى تۈزىتىش
reply = 💬 ئەۋەتكەن كىشىگە جاۋاب يېزىش
put-off = ⏭ كېيىن، كېيىنكىسى
bring-back = ↩ قايتۇرۇپ كېلىش
next-at-desk = 🗂 كېيىنكىسى
own-idea-asked = { $number }-نومۇر ئۆزىڭىزنىڭ تەكلىپى، سوراشنىڭ ھاجىتى يوق. كەم يېرىنى ئۆزىڭىز قوشۇڭ.
what-to-ask = { $number }-نومۇرنى ئەۋەتكەن كىشىدىن نېمە سورىماقچىسىز؟
author-asked = ❓ { $name } سىزنىڭ { $number }-نومۇرلۇق تەكلىپىڭىز «{ $words }» ھەققىدە سورايدۇ: { $question }
answer-button = جاۋاب بېرىش
question-on-its-way = { $number }-نومۇر ھەققىدىكى سوئالىڭىز يولغا چىقتى ✓
author-not-reached = { $number }-نومۇر ھەققىدىكى سوئالىڭىز ساقلاندى، لېكىن ھازىر ئەۋەتكەن كىشىگە يەتكۈزگىلى بولمىدى.
your-answer = «{ $question }»
    يېزىڭ، سۆزلەڭ ياكى رەسىم ئەۋەتىڭ.
answered-already = بۇنىڭغا جاۋاب بېرىپ بولدىڭىز. رەھمەت!
answer-kept = رەھمەت ✓ جاۋابىڭىز { $number }-نومۇردا ساقلاندى.
author-answers = 💬 { $number }-نومۇرنى ئەۋەتكەن كىشى جاۋاب بەردى: { $answer }
    <i>سىزنىڭ سوئالىڭىز: { $question }</i>
what-to-reply = { $number }-نومۇرنى ئەۋەتكەن كىشىگە نېمە دېمەكچىسىز؟ بۇ تەكلىپنىڭ ئاستىدا تۇرىدۇ.
team-replies = 💬 گۇرۇپپىدىن { $name } سىزنىڭ { $number }-نومۇرلۇق تەكلىپىڭىز «{ $words }» ھەققىدە: { $reply }
reply-sent = جاۋابىڭىز { $number }-نومۇرنىڭ ئاستىدا تۇرىدۇ ✓
why-hide = { $number }-نومۇر نېمىشقا يوشۇرۇلسۇن؟ ئەۋەتكەن كىشى سەۋەبىنى ئوقۇيدۇ.
hidden = { $number }-نومۇر يوشۇرۇلدى ✓ ئەۋەتكەن كىشى سەۋەبىنى ئوقۇيدۇ.
which-spot-for = { $number }-نومۇر قەيەرگە تەۋە؟ كىمنىڭ ئورنى بولسا شۇ جاۋاب بېرىدۇ.
spot-corrected = ئورنى تۈزىتىلدى ✓
merge-into-which = { $number }-نومۇر قايسىسى بىلەن بىرلەشسۇن؟ تۆۋەندىن تاللاڭ ياكى نومۇرىنى يېزىڭ.
merge-into = 🔗 { $number }-نومۇر بىلەن بىرلەشتۈرۈش
type-a-number = باشقا تەكلىپنىڭ نومۇرىنى يېزىڭ، مەسىلەن 27.
not-into-itself = تەكلىپنى ئۆزى بىلەن بىرلەشتۈرگىلى بولمايدۇ. باشقا نومۇر يېزىڭ.
merged = { $number }-نومۇر ئەمدى { $target }-نومۇر بىلەن بىرلەشتى ✓ 👍 { $voices }
    ھېچكىمنىڭ ئاۋازى يوقالمايدۇ، ھېچنېمە ئۆچۈرۈلمەيدۇ.

# خاتىرە
record-button = 📜 خاتىرە
record = 📜 <b>{ $number }-نومۇرنىڭ خاتىرىسى</b> · { $status }
record-space = 🧭 { $space }: { $who }
votes-inform = ئاۋاز بېرىش نەتىجىسى پايدىلىنىش ئۈچۈن، قارارنى جاۋاب بېرىدىغان كىشى چىقىرىدۇ.
five-entries-more = ⬇ بۇرۇنقى بەشنى كۆرەمسىز؟
entry = { $when } · { $what } · { $who }
entry-why = { $when } · { $what } · { $who }
    💬 { $reason }
entry-sent = 💡 ئەۋەتىلدى
entry-sent-for-a-neighbour = 💡 بىر قوشنىنىڭ ئورنىدا يېزىلدى
entry-undone = ↩ قايتۇرۇلدى: { $status }
entry-space = 🧭 { $before } ← { $after }
entry-joined = 🔗 /{ $number } قوشۇلدى
entry-answer-back = ↩ جاۋاب قايتۇرۇۋېلىندى
role-resident = قوشنا
role-volunteer = پىدائىي
role-lead = مەسئۇل
role-shopkeeper = دۇكاندار
role-liaison = شەھەر ئالاقىچىسى
role-together = ئىككى تەرەپنىڭ جاۋابى بىللە
role-clock = ۋاقتى توشتى، ھېچكىم جاۋاب بەرمىدى
take-steps-back = ↩ بىر نەچچە قەدەم قايتۇرۇش
how-far-back = { $number }-نومۇر ھازىر <b>{ $status }</b>. قەيەرگە قايتسۇن؟ كېيىنكى قەدەملەر بىللە قايتۇرۇلىدۇ، ھەممىسى خاتىرىدە قالىدۇ.
back-to = ↩ { $status } ({ $when })
why-back = { $count ->
    [one] بىر قەدەم قايتۇرۇلىدۇ، { $number }-نومۇر يەنە: { $status }. نېمىشقا؟ مۇناسىۋەتلىك كىشىلەر ئوقۇيدۇ.
   *[other] { $count } قەدەم قايتۇرۇلىدۇ، { $number }-نومۇر يەنە: { $status }. نېمىشقا؟ مۇناسىۋەتلىك كىشىلەر ئوقۇيدۇ.
}
nothing-to-take-back = { $number }-نومۇردا سىز قايتۇرالايدىغان قەدەم يوق.
news-undone-because = ↩ قايتۇرۇۋېلىندى. { $number }-نومۇر «{ $words }» يەنە: <b>{ $status }</b>
    💬 { $reason }
please-tell = 🙋 بۇنى { $name } ئۈچۈن سىز يېزىپ قويغان، ئۇنىڭغا ئېيتىپ قويۇڭ.

# كىمنىڭ ئورنى
space-inside = دۇكاننىڭ ئىچى
space-front = دۇكاننىڭ ئالدى
space-yard = ئورتاق ھويلا
space-street = كوچا
space-unsure = ئېنىق ئەمەس
who-inside = دۇكاندار جاۋاب بېرىدۇ
who-front = دۇكاندار بىلەن شەھەر ئالاقىچىسى بىللە جاۋاب بېرىدۇ
who-yard = پىدائىيلار گۇرۇپپىسى جاۋاب بېرىدۇ
who-street = شەھەر ئالاقىچىسى جاۋاب بېرىدۇ
who-unsure = ئاۋۋال كىمنىڭ ئورنى ئىكەنلىكىنى ئايدىڭلاشتۇرۇش كېرەك
whose-space-button = 🧭 كىمنىڭ ئورنى
whose-space = { $number }-نومۇر ھازىر: <b>{ $space }</b>. ئەسلىدە كىمنىڭ ئورنى؟ ئورۇن ئۆزگەرمەيدۇ.
why-this-space = { $number }-نومۇر ← { $space }. نېمىشقا؟ بىر جۈملە يېزىڭ، خاتىرىدە قالىدۇ.
space-drawn = { $number }-نومۇر ھازىر: { $space } ✓ { $who }.
space-is-so-already = ھازىرمۇ شۇنداق. باشقىسىنى تاللاڭ.

# تېلېفونى يوق قوشنىلار
on-behalf = 🙋 تېلېفونى يوق قوشنا ئۈچۈن
on-whose-behalf = كىمنىڭ نامىدا؟ ئۇ خالىغان ئىسىمنى يېزىڭ ياكى تاللاڭ:
just-a-neighbour = 🙋 بىر قوشنا
did-she-agree = { $name } بۇنى يېزىپ قويۇشىمىزغا ۋە ھەممىگە كۆرسىتىشىمىزگە ئاغزاكى قوشۇلدىمۇ؟ قوشۇلمىسا ھېچنېمە ساقلانمايدۇ.
she-agreed = ✓ ھەئە، يېزىپ كۆرسىتىشكە قوشۇلدى
she-did-not = ✖ ياق، قوشۇلمىدى
not-written-down = بولىدۇ، ھېچنېمە يېزىلمىدى.
send-hers = 💡 ئۇنىڭ سۆزىنى ياكى رەسىمىنى ئەۋەتىڭ.
name-too-long = بۇ ئىسىم بەك ئۇزۇن. قىسقىراق يېزىڭ.
paper-button = 📝 قەغەزدىكى ئاۋازلار ({ $count })
paper-voices = { $mine ->
    [0] 📝 { $number }-نومۇرنى تېلېفونى يوق { $count } قوشنا قوللايدۇ. ھەر بىر بېسىش سىزگە ئاغزاكى ئېيتقان بىر كىشىنى بىلدۈرىدۇ.
    [one] 📝 { $number }-نومۇرنى تېلېفونى يوق { $count } قوشنا قوللايدۇ، بىرىنى سىز يازغان. ھەر بىر بېسىش سىزگە ئاغزاكى ئېيتقان بىر كىشىنى بىلدۈرىدۇ.
   *[other] 📝 { $number }-نومۇرنى تېلېفونى يوق { $count } قوشنا قوللايدۇ، { $mine } نى سىز يازغان. ھەر بىر بېسىش سىزگە ئاغزاكى ئېيتقان بىر كىشىنى بىلدۈرىدۇ.
}
one-voice-more = ➕ يەنە بىر كىشى
one-voice-less = ↩ مەن يازغان ئاخىرقىسىنى ئۆچۈرۈش
voice-noted = بىر ئاۋاز يېزىلدى ✓
voice-crossed-out = بىر ئاۋاز ئۆچۈرۈلدى ✓
no-voice-of-yours = بۇ يەردە سىز يازغان ئاۋاز يوق.

# خۇلاسە
digest-new = 💡 يېڭى: { $numbers }
digest-queue = 🗂 رەتلەشنى كۈتۈۋاتقان تەكلىپلەر: { $count }
digest-late = ⏰ بىر ھەپتىدىن ئارتۇق كۈتكەنلەر ({ $count }): { $numbers }
digest-became = <b>/{ $number }</b> { $words } ← { $status }
digest-became-why = <b>/{ $number }</b> { $words } ← { $status } 💬 { $reason }
total-ideas = 💡 يېڭى تەكلىپلەر: { $count }
total-voices = 👍 قوللاشلار: { $count }
total-answers = 🗣 بېرىلگەن جاۋابلار: { $count }
total-days = ⏱ جاۋابقىچە ئوتتۇرىچە كۈن: { $count }

menu-suggest = تەكلىپ بېرىش
menu-ideas = قوشنىلارنىڭ تەكلىپلىرى
menu-desk = تەكلىپلەرنى رەتلەش (گۇرۇپپا)
