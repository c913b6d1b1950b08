# ھەر ئىككى بەت
languages = تىللار
all-ideas = ھەممە تەكلىپلەر
open-in-chat = 💬 سۆھبەتتە ئېچىش
open-in-telegram = تېلېگرامدا ئېچىش
no-names = بۇ يەردە كىم تەكلىپ بەرگەن، كىم قارار قىلغان، كىم ئاۋاز بەرگەنلىكى كۆرسىتىلمەيدۇ. سۆز ۋە رەسىملەر قوشنىلارنىڭ ئۆزىنىڭ.
number = { $number }-نومۇر
without-words = سۆزسىز
photo = { $number }-نومۇرنىڭ رەسىمى
voices = { $voices ->
    [0] تېخى قوللىغۇچى يوق
    [one] بىر قوشنا قوللايدۇ
   *[other] { $voices } قوشنا قوللايدۇ
}

# بىر ئورۇن
place-title = { $place } · قوشنىلارنىڭ تەكلىپلىرى
place-lead = قوشنىلار { $place } ئۈچۈن نېمە تەكلىپ بەردى، نېمە قارار قىلىندى، نېمىشقا.
suggest = 💡 مەنمۇ تەكلىپ بېرەي
board = تەكلىپلەر تىزىملىكى
by-status = ھالىتى بويىچە
by-spot = ئورنى بويىچە
all-statuses = ھەممە ھالەت
all-spots = ھەممە ئورۇن
elsewhere = باشقا يەر
found = { $count ->
    [0] بۇ يەردە تېخى ھېچنېمە يوق.
    [one] بىر تەكلىپ
   *[other] { $count } تەكلىپ
}
pages = بەتلەر
newer = يېڭىراقى
older = كونىراقى
page-of = بەت { $page } / { $pages }
decided = نېمە قارار قىلىندى، نېمىشقا
step-shopkeeper = دۇكاندار
step-liaison = شەھەر ئالاقىچىسى
step-team = پىدائىيلار
events = يېقىندىكى پائالىيەتلەر
past = ئۆتكەن پائالىيەتلەر
were-there = { $people } كىشى كەلدى
album-photo = «{ $title }»، { $number }-رەسىم
more-photos = سۆھبەتتە يەنە { $count } رەسىم بار.
calendar = 🗓 پائالىيەت كالېندارىغا مۇشتەرى بولۇش
polls = ئاۋاز بېرىش نەتىجىلىرى
closed-on = ئاخىرلاشقان ۋاقتى: { $when }
turnout = { $voters ->
    [0] ھېچكىم ئاۋاز بەرمىدى.
    [one] بىر كىشى ئاۋاز بەردى.
   *[other] { $voters } كىشى ئاۋاز بەردى.
}
votes = { $votes ->
    [one] بىر ئاۋاز
   *[other] ئاۋاز سانى { $votes }
}
votes-share = { $votes ->
    [one] بىر ئاۋاز
   *[other] ئاۋاز سانى { $votes }
} ({ $share } %)
dots = { $dots ->
    [one] بىر چېكىت
   *[other] { $dots } چېكىت
}
score = { $votes ->
    [0] ھېچكىم باھالىمىدى
    [one] 5 نومۇردىن { $score } (بىر كىشى باھالىدى)
   *[other] 5 نومۇردىن { $score } ({ $votes } كىشى باھالىدى)
}
feed = بۇ يەرنىڭ خەۋەرلىرىگە مۇشتەرى بولۇش (Atom)
feed-title = { $place } · تەكلىپلەر نېمە بولدى

# بىر تەكلىپ
idea-title = { $number }-نومۇر: { $words }
idea-description = { $status } · { $place }
on-trial = سىناق { $until } غىچە
history = نېمە قارار قىلىندى، نېمىشقا
no-history = تېخى قارار قىلىنمىدى.
before-after = بۇرۇن ۋە ھازىر
before = بۇرۇن
after = ھازىر
compare = بۇرۇنقى بىلەن ھازىرقىنى سېلىشتۇرۇش ئۈچۈن سۈرۈڭ
photos = رەسىملەر
in-polls = ئاۋاز بېرىشتە
in-poll = { $votes ->
    [0] ئاۋاز بەرگەن { $voters } كىشىدىن ھېچكىم بۇنى تاللىمىدى.
    [one] ئاۋاز بەرگەن { $voters } كىشىدىن بىرى بۇنى تاللىدى.
   *[other] ئاۋاز بەرگەن { $voters } كىشىدىن { $votes } كىشى بۇنى تاللىدى.
}
in-poll-dots = ئاۋاز بەرگەن { $voters } كىشى بۇنىڭغا { $dots } چېكىت بەردى.
in-poll-score = { $votes ->
    [0] ھېچكىم باھالىمىدى.
    [one] ئوتتۇرىچە باھاسى 5 نومۇردىن { $score }.
   *[other] ئوتتۇرىچە باھاسى 5 نومۇردىن { $score }.
}

# يوق بەت
which-place = قايسى ئورۇننى دېمەكچىسىز؟
gone-title = بۇ بەت بۇ يەردە يوق
gone = باشقا يەرگە يۆتكەلگەن ياكى ئاشكارا ئەمەس بولۇشى مۇمكىن. ئاشكارا بولغانلىرى تىزىملىكتە.
gone-place = بۇ يەردە ئۇنداق ئورۇن يوق. ئادرېسنى تەكشۈرۈڭ ياكى دۇكان ئىشىكىدىكى كودنى قايتا سىكانېرلاڭ.
