menu-events = پائالىيەتلەر
back = ➡ قايتىش

# پائالىيەت كارتىسى
card-title = 📅 <b>{ $title }</b>
card-when = 🕖 { $when }
card-where = 📍 { $where }
card-seats = 🪑 ئېلىنغان ئورۇن: { $taken } / { $capacity }
card-coming = { $guests ->
    [0] 👥 { $people } ئادەم كېلىدۇ
    [one] 👥 { $people } ئادەم كېلىدۇ، يەنە { $guests } مېھمان بار
   *[other] 👥 { $people } ئادەم كېلىدۇ، يەنە { $guests } مېھمان بار
}
card-waiting = ⏳ { $people } ئادەم ئورۇن كۈتۈۋاتىدۇ
card-cancelled = ❌ <b>ئەمەلدىن قالدى</b>: { $reason }
own-coming = { $guests ->
    [0] ✓ سىز كېلىسىز
    [one] ✓ سىز { $guests } مېھمان بىلەن كېلىسىز
   *[other] ✓ سىز { $guests } مېھمان بىلەن كېلىسىز
}
own-waiting = ⏳ ئورۇن كۈتكەنلەر ئىچىدە { $position } - ئورۇندا تۇرۇۋاتىسىز. ئورۇن چىقسا ئۆزلۈكىدىن سىزگە بېرىلىدۇ ۋە ئۇقتۇرىمىز.
own-maybe = ✓ كېلىشىڭىز مۇمكىن
own-cant = ✓ كېلەلمەيسىز
own-asked-again = ❓ ۋاقتى ئۆزگەردى. يەنىلا كېلەمسىز؟
coming = كېلىمەن
maybe = بەلكىم
cant = كېلەلمەيمەن
chosen = ✓ { $answer }
in-line = ⏳ كۈتۈۋاتىمەن
guest-less = − بىر مېھمان
guest-more = + بىر مېھمان
calendar = 🗓 كالېندارغا قوشۇش
cant-after-all = كېلەلمەيدىغان بولدۇم
look-after = 🛠 پائالىيەتنى باشقۇرۇش

# جاۋابتىن كېيىن
toast-coming = كۆرۈشكىچە!
toast-waiting = ئورۇن توشتى. كۈتكەنلەر ئىچىدە { $position } - ئورۇندىسىز. ئورۇن چىقسا ئۇقتۇرىمىز.
toast-maybe = خاتىرىلەندى: بەلكىم. ئېنىق بولغاندا ئېيتىڭ.
toast-cant = ئېيتقىنىڭىزغا رەھمەت. كېلەر قېتىم كۆرۈشەيلى!
toast-guests = { $guests ->
    [0] خاتىرىلەندى: يالغۇز كېلىسىز
    [one] خاتىرىلەندى: { $guests } مېھمان
   *[other] خاتىرىلەندى: { $guests } مېھمان
}
toast-thanks = رەھمەت!
first-say-coming = ئاۋۋال «كېلىمەن»نى بېسىڭ، ئاندىن مېھمان قوشۇڭ.
guests-limit = ئەڭ كۆپ بولغاندا { $most } مېھمان باشلاپ كېلەلەيسىز.
no-seat-for-guest = كەچۈرۈڭ، ئورۇن توشتى، يەنە بىر مېھمانغا ئورۇن يوق.
moved-up = 🎉 ئورۇن چىقتى، «{ $title }» پائالىيىتىگە كېلەلەيسىز!
    🕖 { $when }
    📍 { $where }
event-gone = بۇ پائالىيەت ئەمدى يوق. باشقىلىرىنى /events دىن كۆرۈڭ.
is-cancelled = بۇ پائالىيەت ئەمەلدىن قالدى.
has-begun = پائالىيەت باشلىنىپ بولدى، ئەمدى ئۆزگەرتكىلى بولمايدۇ.

# كۆپچىلىككە ئۇقتۇرۇش
moved = 📅 «{ $title }» نىڭ ۋاقتى ئۆزگەردى:
    🕖 { $when }
    📍 { $where }
    كېلەمسىز؟
elsewhere = 📅 «{ $title }» نىڭ ئورنى ئۆزگەردى:
    📍 { $where }
    🕖 { $when }
called-off = ❌ «{ $title }» ئەمەلدىن قالدى (ئەسلىدە { $when } ئىدى).
    سەۋەبى: { $reason }
in-a-day = ⏰ يېقىندا كۆرۈشىمىز: «{ $title }»
    🕖 { $when }
    📍 { $where }
in-hours = ⏰ باشلىنىشقا ئاز قالدى: «{ $title }»
    🕖 { $when }
    📍 { $where }
thanks = 💛 «{ $title }» غا كەلگىنىڭىزگە رەھمەت! قانداق بوپتۇ؟
mood-good = 😊
mood-fair = 😐
mood-poor = 🙁
mood-kept = { $mood } «{ $title }» توغرىسىدىكى پىكرىڭىزگە رەھمەت!
mood-known = سىز بۇنى بىزگە ئېيتىپ بولدىڭىز، رەھمەت!

# پائالىيەتلەر تىزىملىكى
what-is-on = 📅 <b>پائالىيەتلەر</b>
nothing-on = ھازىرچە پائالىيەت يوق. بولسا سىزگە ئۇقتۇرىمىز.
listed = • <b>{ $title }</b>
    { $when } · 👥 { $people }
open-event = 📅 { $title }
feed = 🗓 <a href="{ $link }">ھەممە پائالىيەتنى كالېندارغا قوشۇش</a>
new-event = ➕ يېڭى پائالىيەت
earlier = ➡ ئالدىنقىلىرى
later = كېيىنكىلىرى ⬅

# پائالىيەت قۇرۇش
ask-title = پائالىيەتنىڭ ئىسمى نېمە؟ يېزىپ ئەۋەتىڭ، مەسىلەن «كۈزلۈك يىغىلىش».
draft-found = سىز باشلىغان «{ $title }» پائالىيىتى تېخى بار. داۋاملاشتۇرامسىز؟
go-on = ▶ داۋاملاشتۇرۇش
begin-anew = 🗑 يېڭىدىن باشلاش
thrown-away = قارالما ئۆچۈرۈلدى، ھېچكىمگە ئۇقتۇرۇلمىدى.
what-is-on-button = 📅 پائالىيەتلەر
ask-when = قاچان؟ بىر كۈننى تاللاڭ ياكى يېزىڭ، مەسىلەن «شەنبە كەچ سائەت 7».
ask-time = { $day }، سائەت قانچىدە؟ بىرنى تاللاڭ ياكى يېزىڭ.
type-when = كۈنى ۋە سائىتىنى يېزىڭ، مەسىلەن «28-نويابىر 19:00» ياكى «ئەتە چۈشتىن كېيىن 3:30».
when-past = بۇ ۋاقىت بولمايدۇ: كەلگۈسىدىكى، ئون يىل ئىچىدىكى ۋاقىت كېرەك. قايتا تاللاڭ، باشقىلىرى ساقلاقلىق.
when-unclear = بۇ ۋاقىتنى چۈشىنەلمىدىم. قايتا يېزىڭ، مەسىلەن «شەنبە كەچ سائەت 7».
which-one = قايسىسىنى دېمەكچىسىز؟
this-time = 🕖 { $when }
on-tomorrow = ئەتە · { $day }
on-saturday = ھەپتە ئاخىرى · { $day }
type-it = ⌨ ئۆزۈم يازىمەن
ask-where = نەدە؟ يېزىپ ئەۋەتىڭ، مەسىلەن «L دۇكىنىنىڭ ئالدىدا».
ask-many = مېھمانلار بىلەن قوشۇپ ئەڭ كۆپ قانچە ئادەم؟ بىر سان يېزىڭ.
no-limit = چەكلىمىسىز
ask-words = كۆپچىلىككە نېمە دېمەكچى؟ بىر نەچچە ئېغىز يېزىڭ.
skip = ئاتلاپ ئۆتۈش
ask-picture = بىر رەسىم ئەۋەتىڭ، ئۇقتۇرۇش بىلەن بىللە چىقىدۇ.
picture-refused = كەچۈرۈڭ، «{ $title }» نىڭ رەسىمىنى ئىشلەتكىلى بولمىدى. باشقا رەسىم ئەۋەتىڭ ياكى رەسىمسىز داۋاملاشتۇرۇڭ.
other-picture = 🖼 باشقا رەسىم
picture-on-its-way = رەسىم تېخى تەييار ئەمەس. بىر نەچچە سېكۇنتتىن كېيىن يەنە بېسىڭ.
picture-follows = 🖼 رەسىم تەييارلىنىۋاتىدۇ، ئۇقتۇرۇش بىلەن بىللە چىقىدۇ.
preview = 👀 ھەممەيلەن مۇنداق كۆرىدۇ:
announce = 📣 ئېلان قىلىش
change = ✏ ئۆزگەرتىش
throw-away = 🗑 ئۆچۈرۈش
what-to-change = «{ $title }» نىڭ نېمىسىنى ئۆزگەرتىسىز؟
step-title = ئىسمى
step-when = 🕖 ۋاقتى
step-where = 📍 ئورنى
step-many = 🪑 ئادەم سانى
step-words = 💬 چۈشەندۈرۈش
step-picture = 🖼 رەسىم
other-parts = ⋯ باشقىلىرى
announced = { $people ->
    [0] 📣 «{ $title }» ئېلان قىلىندى ✓ بۇ يەردە تېخى باشقا قوشنا يوق.
    [one] 📣 «{ $title }» ئېلان قىلىندى ✓ بىر قوشنىغا ئۇقتۇرۇلۇۋاتىدۇ.
   *[other] 📣 «{ $title }» ئېلان قىلىندى ✓ { $people } قوشنىغا ئۇقتۇرۇلۇۋاتىدۇ.
}
    باشقىلارغا ئەۋەتىدىغان ئۇلانما: { $link }
see-event = 📅 پائالىيەتنى كۆرۈش
announced-already = بۇ پائالىيەت ئېلان قىلىنىپ بولغان.
change-kept = ساقلاندى ✓ «{ $title }»
    🕖 { $when }
    📍 { $where }
    جاۋاب بەرگەنلەرگە 10 مىنۇتتىن كېيىن بىر قېتىملا ئۇقتۇرۇلىدۇ، ئۇنىڭغىچە يەنە ئۆزگەرتەلەيسىز.
change-told = ساقلاندى ✓ «{ $title }»
    🕖 { $when }
    📍 { $where }
    ۋاقىت ئاز قالغاچقا، جاۋاب بەرگەنلەرگە دەرھال ئۇقتۇرۇلىدۇ.

# پائالىيەتنى باشقۇرۇش
looking-after = 🛠 <b>{ $title }</b>
    { $when }
who-comes = 👥 كىملەر كېلىدۇ
who-came = ☑ كىملەر كەلدى
call-off = ❌ ئەمەلدىن قالدۇرۇش
guest-list = 👥 <b>{ $title }</b>: { $guests ->
    [0] { $people } ئادەم كېلىدۇ
    [one] { $people } ئادەم { $guests } مېھمان بىلەن كېلىدۇ
   *[other] { $people } ئادەم { $guests } مېھمان بىلەن كېلىدۇ
}، { $maybe } ئادەم بەلكىم كېلەر.
guest-coming = { $guests ->
    [0] ✓ { $name }
    [one] ✓ { $name } +{ $guests }
   *[other] ✓ { $name } +{ $guests }
}
guest-asked-again = { $guests ->
    [0] ❓ { $name } (يېڭى ۋاقىتقا تېخى جاۋاب بەرمىدى)
    [one] ❓ { $name } +{ $guests } (يېڭى ۋاقىتقا تېخى جاۋاب بەرمىدى)
   *[other] ❓ { $name } +{ $guests } (يېڭى ۋاقىتقا تېخى جاۋاب بەرمىدى)
}
guest-maybe = 🤔 { $name }
guest-waiting = ⏳ { $name }
more-guests = { $count ->
    [one] يەنە { $count } ئادەم بار.
   *[other] يەنە { $count } ئادەم بار.
}
moods = 😊 { $good } · 😐 { $fair } · 🙁 { $poor }
too-early-to-tick = بۇ ئىش باشلىنىشتىن ئىككى سائەت بۇرۇن ئېچىلىدۇ.
tick-who-came = <b>{ $title }</b>: { $people } ئادەمدىن { $came } ئادەمگە بەلگە قويۇلدى. ئىسىمنى بېسىڭ.
ticked = { $guests ->
    [0] ☑ { $name }
    [one] ☑ { $name } +{ $guests }
   *[other] ☑ { $name } +{ $guests }
}
not-ticked = { $guests ->
    [0] ☐ { $name }
    [one] ☐ { $name } +{ $guests }
   *[other] ☐ { $name } +{ $guests }
}
ask-reason = «{ $title }» نېمىشقا ئەمەلدىن قالىدۇ؟ بىر جۈملە يېزىڭ، ھەممەيلەن كۆرىدۇ.
reason-first = ئاۋۋال سەۋەبىنى يېزىڭ.
confirm-call-off = «{ $title }» نى ئەمەلدىن قالدۇرامسىز؟
    سەۋەبى: { $reason }
    { $people ->
    [0] تېخى ھېچكىم جاۋاب بەرمىدى.
    [one] بىر قوشنىغا ئۇقتۇرۇلىدۇ، قايتۇرۇۋالغىلى بولمايدۇ.
   *[other] { $people } قوشنىغا ئۇقتۇرۇلىدۇ، قايتۇرۇۋالغىلى بولمايدۇ.
}
call-off-now = ❌ ئەمەلدىن قالدۇرۇپ ئۇقتۇرۇش
keep-it = قالدۇرمايمەن
is-called-off = { $people ->
    [0] «{ $title }» ئەمەلدىن قالدى ✓ ئۇقتۇرىدىغان ئادەم يوق ئىدى.
    [one] «{ $title }» ئەمەلدىن قالدى ✓ بىر قوشنىغا ئۇقتۇرۇلۇۋاتىدۇ.
   *[other] «{ $title }» ئەمەلدىن قالدى ✓ { $people } قوشنىغا ئۇقتۇرۇلۇۋاتىدۇ.
}

digest-line = 📅 «{ $title }» { $when }: { $people } ئادەم كېلىدۇ، { $guests } مېھمان، { $maybe } ئادەم بەلكىم، { $waiting } ئادەم كۈتۈۋاتىدۇ
calendar-words = { $when }
    { $words }
