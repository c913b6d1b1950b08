# reviewed: no (a native reader has not seen these yet)
# /place
only-place = 📍 سىز ھازىر <b>{ $place }</b> دا.
    باشقا يەرگە بارماقچى بولسىڭىز، ئۇ يەرنىڭ ئىشىكىدىكى QR كودنى سىكانېرلاڭ ياكى ئۇلانمىسىنى ئېچىڭ. بۇ يەرگە بىرىنى چاقىرماقچى بولسىڭىز، بۇنى يوللاڭ:
    { $link }
your-places = قەيەرگە بارماقچىسىز؟
here = 📍 <b>{ $place }</b> – سىز مۇشۇ يەردە
there = · { $place }
pass-on = بۇ يەرگە بىرىنى چاقىرماقچى بولسىڭىز، بۇنى يوللاڭ: { $link }
go-there = ⬅ { $place }
more-places = ⋯ يەنە باشقا يەرلەر
look-after = ⚙ بۇ يەرنى باشقۇرۇش
now-here = 📍 سىز ھازىر <b>{ $place }</b> دا.
still-asked = بۇ يەردە جاۋابىڭىزنى كۈتۈۋاتقان بىر سوئال بار: كېيىنكى ئۇچۇرىڭىز شۇنىڭ جاۋابى بولىدۇ. كېرەك بولمىسا /cancel ئەۋەتىڭ.
not-your-place = بۇ يەر تىزىملىكىڭىزدە يوق. ئۇلانمىسىنى ئېچىڭ.
belongs-toast = بۇ { $place } نىڭ كۇنۇپكىسى.
belongs-to = بۇ كۇنۇپكا <b>{ $place }</b> غا تەۋە، سىز ھازىر <b>{ $here }</b> دا. ھېچنېمە ئۆزگەرمىدى. ئالدى بىلەن شۇ يەرگە ئۆتۈڭ، ئاندىن قايتا بېسىڭ.
ideas-button = 👍 تەكلىپلەرنى كۆرۈش
places-button = 📍 مېنىڭ يەرلىرىم

# مەسئۇل تەڭشەيدىغانلار
settings = ⚙ <b>{ $place }</b>
settings-button = ⚙ بۇ يەرنى باشقۇرۇش
line-spots = 📍 { $count ->
    [one] { $count } ئورۇن
   *[other] { $count } ئورۇن
}، { $pictured } نىڭ رەسىمى بار
line-languages = 🌐 { $names }
line-clocks = 🕐 ھازىر { $now }
line-moderation-before = 👀 تەكلىپلەر گۇرۇپپا چىقارغاندىن كېيىن كۆرۈنىدۇ
line-moderation-after = 👀 تەكلىپلەر دەرھال كۆرۈنىدۇ، گۇرۇپپا كېيىن كۆرىدۇ
line-quiet = 🌙 ئارام ئېلىش ۋاقتى: { $hours }
line-digests = 📰 خۇلاسە: دۇكاندارغا { $shop }، گۇرۇپپىغا { $team }
last-changed = <i>ئاخىرقى ئۆزگىرىش: { $what }، { $who }، { $when }: { $was } ← { $becomes }</i>
command-line = باشقۇرغۇچى
nothing = –
more-settings = ⋯ باشقا تەڭشەكلەر
saved = ساقلاندى ✓
back = ➡ قايتىش
more = ⋯ يەنە
name-button = ✏ ئىسمى
spots-button = 📍 ئورۇنلار
languages-button = 🌐 تىللار
clocks-button = 🕐 ۋاقىت
moderation-button = 👀 ئالدىن ياكى كېيىن كۆرۈش
quiet-button = 🌙 ئارام ئېلىش ۋاقتى
digest-button = 📰 خۇلاسە ۋاقتى
what-name = ئىسمى
what-languages = تىللار
what-timezone = ۋاقىت رايونى
what-second-clock = ئىككىنچى ۋاقىت
what-moderation = ئالدىن ياكى كېيىن كۆرۈش
what-quiet = ئارام ئېلىش ۋاقتى
what-shop-digest = دۇكاندارنىڭ خۇلاسىسى
what-team-digest = گۇرۇپپىنىڭ خۇلاسىسى
what-spot-added = يېڭى ئورۇن
what-spot-name = ئورۇننىڭ ئىسمى
what-spot-space = كىمنىڭ ئورنى
what-spot-photo = ئورۇننىڭ رەسىمى
what-spot-order = ئورۇنلارنىڭ تەرتىپى
what-spot-removed = ئورۇن ئېلىۋېتىلدى
what-spot-back = ئورۇن قايتۇرۇلدى

ask-name = بۇ يەرنىڭ ئىسمى <b>{ $place }</b>. نېمە دەپ ئاتالسۇن؟ يېڭى ئىسمىنى يېزىڭ.
name-needed = ئىسىمغا بىر نەچچە ھەرپ كېرەك، يېزىپ ئەۋەتىڭ.
name-changed = بۇ يەرنىڭ ئىسمى ئەمدى <b>{ $place }</b> ✓

moderation-before = تەكلىپلەر گۇرۇپپا چىقارغۇچە كۈتىدۇ.
moderation-after = تەكلىپلەر دەرھال تىزىملىككە چىقىدۇ، گۇرۇپپا كېيىن كۆرىدۇ.
newcomers-wait = يېڭى قوشنىنىڭ تۇنجى تەكلىپى ۋە رەسىملىرى ھەمىشە گۇرۇپپىنى كۈتىدۇ؛ تەكلىپى يوشۇرۇلغان كىشىنىڭ كېيىنكىلىرىمۇ شۇنداق.
set-moderation-before = ئاۋۋال چىقىرىپ، ئاندىن كۆرسىتىش
set-moderation-after = دەرھال كۆرسىتىپ، كېيىن كۆرۈش
short-moderation-before = ئاۋۋال چىقىرىش
short-moderation-after = دەرھال كۆرسىتىش

languages = بۇ يەردە قايسى تىللار ئىشلىتىلىدۇ؟ باشقا تىل تاللىغانلار { $first } ئوقۇيدۇ.
spoken = ✓ { $name }
not-spoken = ＋ { $name }
one-language-at-least = ئاز دېگەندە بىر تىل قالىدۇ. ئالدى بىلەن باشقا بىرنى قوشۇڭ.
read-first-now = { $count ->
    [one] ساقلاندى ✓ بىر قوشنا ئەمدى { $first } ئوقۇيدۇ.
   *[other] ساقلاندى ✓ { $count } قوشنا ئەمدى { $first } ئوقۇيدۇ.
}

clocks = بۇ يەردە ھازىر { $now } ({ $zone }). توغرىمۇ؟ تاللاڭ، ياكى ۋاقىت رايونىنىڭ ئىسمىنى يېزىڭ، مەسىلەن Asia/Tashkent.
zone = { $zone }
one-clock = پەقەت بىر ۋاقىت
two-clocks = بېيجىڭ ۋاقتىنىمۇ كۆرسىتىش
no-such-zone = بۇ ۋاقىت رايونىنى بىلمەيمەن. مۇنداق يېزىڭ: Asia/Urumqi
no-second-clock = بۇ يەردە پەقەت بىر ۋاقىت بار.
clocks-changed = بۇ يەردە ھازىر { $now } ✓
events-keep = { $count ->
    [one] ئۇقتۇرۇلغان بىر پائالىيەتنىڭ ۋاقتى يۆتكەلمىدى، پەقەت كۆرۈنىدىغان سائىتى ئۆزگەردى. توغرىمىكىن، قاراپ بېقىڭ.
   *[other] ئۇقتۇرۇلغان { $count } پائالىيەتنىڭ ۋاقتى يۆتكەلمىدى، پەقەت كۆرۈنىدىغان سائىتى ئۆزگەردى. توغرىمىكىن، قاراپ بېقىڭ.
}
digests-follow = خۇلاسە يېڭى ۋاقىت بويىچە شۇ سائەتتە كېلىدۇ، بىر كۈندە ئىككى قېتىم كەلمەيدۇ.
see-events = 📅 پائالىيەتلەرنى كۆرۈش

quiet = ئارام ئېلىش ۋاقتى { $start } دىن { $end } گىچە، بۇ چاغدا Telegram جىرىڭلىمايدۇ. تاللاڭ، ياكى يېزىڭ، مەسىلەن {"\u2066"}22:30-07:00{"\u2069"}
quiet-length = ئارام ئېلىش ۋاقتى 6 سائەتتىن 16 سائەتكىچە بولىدۇ. باشقىسىنى تاللاڭ.
not-quiet-hours = چۈشىنەلمىدىم. مۇنداق يېزىڭ: {"\u2066"}22:30-07:00{"\u2069"}

digest-times = ئۆزى ۋاقىت تاللىمىغانلارغا خۇلاسە مۇشۇ ۋاقىتلاردا كېلىدۇ.
shop-digest = 🏪 دۇكاندار: { $when }
team-digest = 🗂 گۇرۇپپا: { $when }
which-shop-digest = دۇكاندارنىڭ خۇلاسىسى { $when } دا كېلىدۇ. قاچان كەلسۇن؟ تاللاڭ، ياكى ۋاقىتنى يېزىڭ، مەسىلەن 18:30.
which-team-digest = گۇرۇپپىنىڭ خۇلاسىسى { $when } دا كېلىدۇ. قاچان كەلسۇن؟ تاللاڭ، ياكى ۋاقىتنى يېزىڭ، مەسىلەن 18:30.
at = { $when }
not-a-time = بۇ ۋاقىتنى چۈشىنەلمىدىم. مۇنداق يېزىڭ: 09:30
quiet-then = { $when } بۇ يەرنىڭ ئارام ئېلىش ۋاقتى. { $end } بىلەن { $start } ئارىسىدىكى بىر ۋاقىتنى تاللاڭ.

spots = 📍 { $count ->
    [one] كۆرسىتىشكە بولىدىغان { $count } ئورۇن:
   *[other] كۆرسىتىشكە بولىدىغان { $count } ئورۇن:
}
line-spot = { $number }. { $spot } · { $space }
line-pictured = { $number }. { $spot } · { $space } · 📷
numbered = { $number } · { $spot }
add-spot = ➕ يېڭى ئورۇن
ask-spot = بۇ ئورۇننىڭ ئىسمى نېمە؟ بىر نەچچە سۆز يېزىڭ، مەسىلەن: ئىشىك يېنىدىكى تام.
bring-back = ↪ { $spot }
enough-spots = { $limit } ئورۇن تاللاشقا يېتەرلىك. ئالدى بىلەن بىرنى ئېلىۋېتىڭ.
spot = 📍 <b>{ $spot }</b>
    { $space }
rename = ✏ ئىسمىنى ئۆزگەرتىش
whose-button = 🧭 كىمنىڭ ئورنى
photo-button = 📷 رەسىم
up = ⬆ ئالدىغا يۆتكەش
remove = 🗑 ئېلىۋېتىش
ask-rename = <b>{ $spot }</b> نېمە دەپ ئاتالسۇن؟ يېزىپ ئەۋەتىڭ.
usual-name = ئەسلىدىكى ئىسمى: { $spot }
name-taken = بۇ ئىسىمدا بىر ئورۇن بار. باشقىسىنى تاللاڭ.
name-it-first = «{ $spot }» دېگەن ئىسىمنىڭ ئۆزى كىمنىڭ ئورنى ئىكەنلىكىنى بىلدۈرىدۇ. ئالدى بىلەن ئۇنىڭغا ئايرىم ئىسىم قويۇڭ.
whose = <b>{ $spot }</b> كىمنىڭ ئورنى؟ ھازىر: { $space }. كىمنىڭ قوشۇلۇشى كېرەكلىكىنى شۇ بەلگىلەيدۇ. بۇرۇنقى تەكلىپلەر ئۆزگەرمەيدۇ.
ask-photo = <b>{ $spot }</b> نىڭ ئادەم يوق بىر رەسىمىنى ئەۋەتىڭ. قوشنىلار ئورۇن تاللىغاندا كۆرىدۇ.
no-photo = رەسىمنى ئېلىۋېتىش
photo-kept = 📷 رەھمەت، <b>{ $spot }</b> مۇشۇ رەسىم بىلەن كۆرسىتىلىدۇ ✓
spot-without-photo = بۇ ئورۇن ھازىرچە رەسىمسىز. باشقۇرۇش بېتىدە باشقا بىرىنى سىناڭ.
spot-removed = <b>{ $spot }</b> ئەمدى تاللاشتا كۆرۈنمەيدۇ ✓ ئۇ يەردىكى تەكلىپلەر قالىدۇ.
last-spot = پەقەت مۇشۇ بىرلا ئورۇن بار. ئالدى بىلەن يەنە بىرنى قوشۇڭ.
spot-gone = بۇ ئورۇن ئەمدى تىزىملىكتە يوق.
spot-inside = دۇكان ئىچى
spot-front = دۇكان ئالدى
spot-yard = ھويلا
spot-street = كوچا
spot-unsure = ئېنىق ئەمەس
space-inside = دۇكاننىڭ ئىچى
space-front = دۇكاننىڭ ئالدى
space-yard = ئورتاق ھويلا
space-street = كوچا
space-unsure = كىمنىڭ ئورنى ئېنىق ئەمەس

menu-place = مەن قەيەردە، باشقا يەرلىرىم
menu-placesettings = بۇ يەرنى باشقۇرۇش (مەسئۇل)
