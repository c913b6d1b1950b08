menu-permits = رۇخسەتلەر، چېسلا بويىچە
back = ➡ قايتىش
more = ⋯ يەنە
to-all = ➡ ھەممە رۇخسەتلەر
see-permit = 👀 رۇخسەتنى كۆرۈش
see-idea = 👀 تەكلىپنى كۆرۈش
see-step = 👀 باسقۇچنى كۆرۈش
see-city = 👀 شەھەردىكى ئەھۋالى

# رۇخسەت ئۈستىلى
desk = 🏛 <b>رۇخسەتلەر</b>: كۈنى بارلىرى ئاۋۋال تۇرىدۇ.
desk-empty = 🏛 <b>رۇخسەتلەر</b>: ھازىر بېجىرىلىۋاتقىنى يوق. بىر ئۆزگەرتىشكە رۇخسەت كېرەك بولسا، مۇشۇ يەردىن باشلاڭ؛ تەكلىپنى كۆرگەنلەر ئۇنىڭ ئەھۋالىنى ئوقۇيدۇ.
by-date = 🗓 ھەممىسى، چېسلا بويىچە
begin = ＋ بىرنى باشلاش
handed-over = 📮 شەھەرگە تاپشۇرۇلغانلار
listed = 🏛 <b>رۇخسەتلەر، چېسلا بويىچە</b>
none-yet = 🏛 تېخى رۇخسەت يوق.
line = 🏛 { $what }
    { $state }
of-idea = 🏛 { $number }-نومۇر، «{ $words }»: { $count ->
    [0] ھازىرچە كېرەكلىك رۇخسەت يېزىلمىدى.
    [one] بىر رۇخسەت بار.
   *[other] { $count } رۇخسەت بار.
}
permits-button = 🏛 رۇخسەتلەر
city-button = 📮 شەھەردە

# باشلاش
for-which-idea = قايسى تەكلىپكە رۇخسەت كېرەك؟ باشقىلىرىنىڭ كارتىسىنى ئېچىپ «يەنە» نى بېسىڭ.
without-idea = 🏪 پەقەت دۇكاننىڭ ئىشى
idea = { $number } · { $words }
which-kind = قايسى تۈر؟ ھەر تۈرنىڭ باسقۇچلىرى تەييار.
kind-sign = 🪧 دۇكان ۋىۋىسكىسى
kind-seating = 🪑 سىرتتىكى ئورۇندۇقلار
kind-green = 🌿 يېشىللىقنى ئىشلىتىش
kind-food = 🍜 يېمەكلىك ئىجازەتنامىسىنى ئۆزگەرتىش
kind-fire = 🧯 ئوت مۇداپىئەسى
kind-other = 📄 باشقا ئىش
toast-begun = باشلاندى ✓
enough-open = بۇ يەردە { $limit } رۇخسەت بېجىرىلىۋاتىدۇ. ئاۋۋال بىرنى پۈتتۈرۈڭ.
enough-of-idea = بۇ تەكلىپنىڭ { $limit } رۇخسىتى بار.

# كارتا
called = { $kind } · { $what }
called-by-idea = { $kind } · { $number }-نومۇر { $words }
card = 🏛 <b>{ $what }</b>
card-status = <b>{ $status }</b>
    { $state }
card-idea = 💡 تەكلىپ { $number }
card-number = № { $words }
card-office = 🏢 قەيەردە: { $words }
card-office-words = 💬 ئۇلارنىڭ سۆزى: { $words }
card-conditions = 📎 شەرتلەر: { $words }
card-applied = 📤 { $when } تاپشۇرۇلدى
card-completed = 🏁 ئىش { $when } پۈتتى
card-whose-shop = 👤 دۇكان نامىدىن
card-whose-team = 👤 گۇرۇپپا نامىدىن
card-whose-city = 👤 ئورگاننىڭ ئۆز نامىدىن
card-fee-none = 💴 ھەقسىز
card-fee-small = 💴 1000 يۈەنگىچە
card-fee-large = 💴 1000 يۈەندىن كۆپ
card-steps = ☑ { $all } باسقۇچنىڭ { $done } ى پۈتتى
card-next = 👉 كېيىنكىسى: { $step }
check-locally = ⚠ شۇ جايدىن سوراڭ: ھەر شەھەرنىڭ تەلىپى باشقىچە. بۇ باسقۇچلار پەقەت باشلىنىشى.
no-such-permit = بۇنداق رۇخسەت بۇ يەردە يوق. بارلىرىنى /permits كۆرسىتىدۇ.
no-such-step = بۇ باسقۇچ ئەمدى يوق.
not-on-board = بۇ تەكلىپ تەكلىپلەر ئىچىدە يوق.
words-please = بىرنەچچە سۆز يېزىڭ.

# ئەھۋالى
status-finding-out = 🔎 سۈرۈشتۈرۈلۈۋاتىدۇ
status-preparing = 📝 تەييارلىنىۋاتىدۇ
status-handed-in = 📤 تاپشۇرۇلدى
status-questions = ❓ تولۇقلاش سورالدى
status-granted = ✅ تەستىقلاندى
status-conditions = ☑ شەرت بىلەن تەستىقلاندى
status-refused = ✖ رەت قىلىندى
status-expired = ⌛ مۇددىتى توشتى
status-not-needed = 👌 كېرەك ئەمەس
thread = 🏛 { $kind }: { $state }
state-finding-out = نېمە كېرەكلىكى سۈرۈشتۈرۈلۈۋاتىدۇ
state-preparing = تەييارلىنىۋاتىدۇ
state-not-needed = رۇخسەت كېرەك ئەمەس
the-city = شەھەر
is-with = { $office } دا، { $day }-كۈن
asks-back = { $office } تولۇقلاشنى سورىدى، { $day }-كۈن
expected-by = جاۋاب { $until } غىچە كۈتۈلىدۇ
was-expected = جاۋاب { $until } غىچە كېلىشى كېرەك ئىدى
next-step = كېيىنكىسى: { $step }
state-granted = { $when } تەستىقلاندى
state-conditions = شەرت بىلەن تەستىقلاندى: { $conditions }
state-refused = { $who } رەت قىلدى؛ يەنە سوراشقا بولىدۇ: { $other }
state-expired = مۇددىتى { $when } توشتى
valid-until = { $until } غىچە كۈچكە ئىگە

# داۋامى
move-along = ⬅ قانچىلىك بولدى
where-to = 🏛 { $what }: { $status }. ھازىر قانداق؟
stands-elsewhere = ھازىر «{ $status }»، شۇڭا بۇ قەدەم توغرا كەلمەيدۇ.
who-refused = «{ $what }» نى كىم رەت قىلدى؟ ئورگاننى يېزىڭ، كىشىنى ئەمەس: تەكلىپنى كۆرگەنلەر ئوقۇيدۇ.
by-office = 🏢 تاپشۇرۇلغان ئورگان
whom-else = يەنە كىمدىن سوراشقا بولىدۇ؟ رەت قىلىش ئاخىرقى سۆز بولۇشى ناتايىن.
ask-hotline = 📞 12345
which-conditions = «{ $what }» قايسى شەرت بىلەن تەستىقلاندى؟

# كۈنلەر
day-expected = 🗓 جاۋاب قاچان كۈتۈلىدۇ
day-expires = 🗓 قاچانغىچە كۈچكە ئىگە
ask-day-expected = ئورگان «{ $what }» گە قاچانغىچە جاۋاب بېرىدۇ؟ شۇ كۈنى سىزگە ئەسكەرتىمىز. بىر كۈننى يېزىڭ ياكى بېسىڭ.
ask-day-expires = «{ $what }» قاچانغىچە كۈچكە ئىگە؟ 60، 30 ۋە 7 كۈن بۇرۇن ئەسكەرتىمىز. بىر كۈننى يېزىڭ ياكى بېسىڭ.
in-days = { $days } كۈندىن كېيىن
day-unknown = ھېچكىم بىلمەيدۇ
for-a-year = بىر يىل
for-good = مۇددەتسىز
which-day = كېلىدىغان بىر كۈننى يېزىڭ، مەسىلەن 3-مارت ياكى 2027-03-03.
no-day-now = ھازىرقى ئەھۋالدا بۇنداق كۈن يوق.
handed-in-earlier = 📤 بۇرۇنراق تاپشۇرۇلغان
how-many-days-ago = قانچە كۈن بۇرۇن تاپشۇرۇلغان؟ سان يېزىڭ، مەسىلەن 12.
completed = 🏁 ئىش پۈتتى
completed-undo = ↪ ئىش تېخى پۈتمىدى

# يېزىلغانلار
write-number = № نومۇرى
write-office = 🏢 قەيەردە بېجىرىلىدۇ
write-office-words = 💬 ئۇلارنىڭ سۆزى
write-description = ✏ نېمە ئۈچۈن
write-conditions = 📎 شەرتلەر
write-refused-by = ✖ كىم رەت قىلدى
write-ask-else = 👉 يەنە كىمدىن سورايدۇ
ask-number = ئورگان قايسى نومۇر بىلەن ساقلايدۇ؟
ask-office = قەيەردە بېجىرىلىدۇ؟ ئورگاننى يېزىڭ، كىشىنى ئەمەس: تەكلىپنى كۆرگەنلەر ئوقۇيدۇ.
ask-office-words = ئۇلار ئۆز سۆزى بىلەن نېمە دەيدۇ؟
ask-description = نېمە ئۈچۈن؟ بىرنەچچە سۆز بولسا بولىدۇ.
ask-conditions = قانداق شەرتلەر بار؟ تەكلىپنى كۆرگەنلەر ئوقۇيدۇ.
ask-refused-by = كىم رەت قىلدى؟ ئورگاننى يېزىڭ، كىشىنى ئەمەس.
ask-ask-else = يەنە كىمدىن سوراشقا بولىدۇ؟
whose = 👤 كىم ئىلتىماس قىلىدۇ
ask-whose = «{ $what }» كىمنىڭ نامىدىن ئىلتىماس قىلىنىدۇ؟
whose-shop = 🏪 دۇكان
whose-team = 🧡 گۇرۇپپا
whose-city = 🏛 ئورگاننىڭ ئۆزى
fee = 💴 قانچە پۇل
ask-fee = «{ $what }» قانچە پۇل؟
fee-none = ھەقسىز
fee-small = 1000 يۈەنگىچە
fee-large = 1000 يۈەندىن كۆپ
remove = 🗑 چىقىرىۋېتىش
ask-remove = «{ $what }» نى باسقۇچلىرى ۋە ھۆججەتلىرى بىلەن چىقىرىۋېتىمىزمۇ؟
remove-now = 🗑 چىقىرىۋېتىش
stays-on-record = ئۇ تاپشۇرۇلغان، شۇڭا خاتىرىدە قالىدۇ.
toast-removed = چىقىرىۋېتىلدى.

# باسقۇچلار
steps-button = ☑ باسقۇچلار · { $done }/{ $all }
steps = ☑ <b>{ $what }</b>
line-done = ✓ { $step }
line-open = ☐ { $step }
step-done = ✓ پۈتتى: { $step }
open-step = { $step }
add-step = ＋ يەنە بىر باسقۇچ
which-step = يەنە نېمە قىلىش كېرەك؟
enough-steps = { $limit } باسقۇچ بار. ئاۋۋال بىرنى چىقىرىۋېتىڭ.
toast-done = پۈتتى ✓
is-done = ✓ پۈتتى
not-done = ↪ تېخى پۈتمىدى
document = 📷 ھۆججىتى
who = 👤 كىمنىڭ نۆۋىتى
until = 🗓 قاچانغىچە
words = ✏ باشقا سۆز بىلەن
remove-step = 🗑 چىقىرىۋېتىش
who-shop = دۇكان
who-team = گۇرۇپپا
who-liaison = شەھەر ئالاقىچىسى
due = { $until } غىچە
with-document = 📎
whose-turn = «{ $step }» كىمنىڭ نۆۋىتى؟
until-when = «{ $step }» قاچانغىچە؟ بىر كۈننى يېزىڭ.
no-due = كۈنى يوق
photo-of-document = «{ $step }» نىڭ ھۆججىتىنىڭ رەسىمىنى ئەۋەتىڭ. ئۇنى پەقەت گۇرۇپپا بىلەن شەھەر ئالاقىچىسى كۆرىدۇ.
document-kept = ساقلاندى ✓ ئۇنى پەقەت گۇرۇپپا بىلەن شەھەر ئالاقىچىسى كۆرىدۇ.
document-refused = بۇ ھۆججەت ساقلانمىدى. باشقا بىر رەسىمىنى ئەۋەتىڭ.
no-document = 🗑 ھۆججەتسىز
other-words = «{ $step }» نى قانداق ئاتايمىز؟
step-sign-1 = شەھەر باشقۇرۇشتىن سوراش: ۋىۋىسكىغا قانداق بەلگىلىمە بار
step-sign-2 = تىجارەت كىنىشكىسى ۋە ئىجارە توختامىنى كۆپەيتىش
step-sign-3 = چوڭلۇقى، رەڭگى، چىرىغى بار سىزما
step-sign-4 = جەدۋەل ۋە سىزمىنى تاپشۇرۇش
step-sign-5 = كېلىپ كۆرۈشىنى كۈتۈش
step-seating-1 = كوچا باشقارمىسىدىن سوراش: پىيادىلەر يولىنى ئىشلەتسە بولامدۇ
step-seating-2 = ئۈستىدىكى قوشنىلارنىڭ ماقۇللۇقىنى سوراش
step-seating-3 = 1.5 مېتىر ۋە قارىغۇلار يولى بوش قالغان پىلان
step-seating-4 = ۋاقتى ۋە پەسلى يېزىلغان پىلاننى تاپشۇرۇش
step-seating-5 = پۇلنى تۆلەپ، رۇخسەتنى ئېسىپ قويۇش
step-green-1 = يېشىللىق كىمنىڭ: باغچە ئورگىنىمۇ، ئولتۇراق رايونىمۇ
step-green-2 = رەسىملەر ۋە پىلان: نېمە ئۆزگىرىدۇ، قانداق ئەسلىگە كېلىدۇ
step-green-3 = يېنىدا ئولتۇرغانلارنىڭ ماقۇللۇقى
step-green-4 = ئىلتىماسنى تاپشۇرۇش
step-green-5 = ئەسلىگە كەلتۈرۈش كۈنىنى كېلىشىش
step-food-1 = بازار باشقارمىسىدىن سوراش: قايسى ئۆزگىرىشكە يېڭى كىنىشكا كېرەك
step-food-2 = ئىجازەتنامە، ساغلاملىق كىنىشكىسى ۋە توختامنى كۆپەيتىش
step-food-3 = يېڭى نەرسىلەر بار ئاشخانا پىلانى
step-food-4 = ئۆزگەرتىشنى تور ياكى كۆزنەكتە تاپشۇرۇش
step-food-5 = كېلىپ كۆرگەندە شۇ يەردە بولۇش
step-fire-1 = ئوت ئۆچۈرۈشتىن ياكى كوچا باشقارمىسىدىن نېمە كېرەكلىكىنى سوراش
step-fire-2 = ئوت ئۆچۈرگۈچ ۋە سىملارنى تەكشۈرتۈش
step-fire-3 = چىقىش يولى ۋە ئوت ئۆچۈرگۈچلەر پىلانى
step-fire-4 = ئوت مۇداپىئەسى ۋەدىسىنى تاپشۇرۇش
step-fire-5 = تېپىلغان مەسىلىلەرنى تۈزىتىش
step-other-1 = قايسى ئورگاننىڭ ئىشى ئىكەنلىكىنى سوراش
step-other-2 = ئۇلار كۆرمەكچى بولغاننى تەييارلاش
step-other-3 = تاپشۇرۇش

# كىم ئاڭلايدۇ
news = 💡 { $number } · { $words }
    { $line }
remind-expected = ⏰ بۈگۈن ({ $until }) جاۋاب كۈنى: { $what }. جاۋاب كەلدىمۇ؟
remind-week-after = ⏰ بىر ھەپتە كېچىكتى: { $what }. جاۋاب { $until } غىچە كېلىشى كېرەك ئىدى. تېلېفون قىلىش كۆپ ياردەم بېرىدۇ.
remind-expires-60 = ⏰ 60 كۈندىن كېيىن توشىدۇ: { $what }، { $until }. ئۇزارتىشنى ھازىر سورىسا ياخشى.
remind-expires-30 = ⏰ 30 كۈندىن كېيىن توشىدۇ: { $what }، { $until }.
remind-expires-7 = ⏰ 7 كۈندىن كېيىن توشىدۇ: { $what }، { $until }.
told-ended = ⌛ مۇددىتى توشتى: { $what }.
digest-line = 🏛 { $what }: { $state }
digest-all = ھەممە رۇخسەتلەر: /permits
digest-open = { $count ->
    [one] 🏛 بىر رۇخسەت بېجىرىلىۋاتىدۇ: /permits
   *[other] 🏛 { $count } رۇخسەت بېجىرىلىۋاتىدۇ: /permits
}
today-expected = 🏛 { $what }: كۈنى ئۆتتى
today-permit = ⬅ رۇخسەتنى كۆرۈش
today-step = ☑ { $step }: كۈنى ئۆتتى
today-do-step = ☑ باسقۇچنى كۆرۈش
today-uncertain = 📮 { $number } · { $words }: شەھەرگە يەتكەن-يەتمىگەنلىكى نامەلۇم
today-city = 📮 سۈرۈشتۈرۈش

# شەھەر
city-of = 📮 <b>{ $number } · { $words }</b>
not-handed-over = شەھەرگە تېخى تاپشۇرۇلمىدى.
handed-over-all = 📮 <b>شەھەرگە تاپشۇرۇلغانلار</b>
nothing-handed-over = 📮 تېخى ھېچنېمە تاپشۇرۇلمىدى. كوچىدىكى تەكلىپنى تاپشۇرۇشقا بولىدۇ: كارتىسىنى ئېچىپ «يەنە» نى بېسىڭ.
hand-over = 📤 ھازىر تاپشۇرۇش
copy = 📋 12345 گە كۆچۈرۈش
i-have-a-number = № نومۇرىم بار
they-answered = 💬 جاۋاب كەلدى
other-number = № باشقا نومۇر
it-is-there = ✓ ئۇ يەردە بار: نومۇرى
it-is-not-there = ✖ ئۇ يەردە يوق
take-back = ↪ قايتۇرۇۋېلىش
which-service = شەھەر ئۈچۈن بۇ قايسى تۈر؟ شەھەر قوبۇل قىلىدىغىنى مۇشۇلار.
no-services = شەھەرنىڭ تىزىملىكى ھازىر يوق. كېيىنرەك سىناڭ ياكى 12345 گە كۆچۈرۈڭ.
service-is-gone = شەھەر بۇنى ئەمدى قوبۇل قىلمايدۇ. قايتا تاللاڭ.
preview = شەھەرگە مۇشۇ بارىدۇ، ھېچكىمنىڭ ئىسمىسىز:

    { $words }
preview-where = 📍 { $where }
preview-with-photo = 📷 بىرىنچى رەسىمىنىڭ ئۇلانمىسى بىلەن.
preview-without-photo = 📷 رەسىمسىز.
hand-over-now = 📤 تاپشۇرۇش
toast-on-its-way = يولغا چىقتى ✓
on-its-way = 📤 يولدا. شەھەرگە يەتكەندە ئاڭلايسىز.
on-its-way-already = ئۇ يولغا چىقىپ بولدى.
toast-taken-back = بۇ يەردە قالىدۇ.
enough-today = بىر كۈندە { $limit } يېتىدۇ. ئەتە داۋاملاشتۇرۇڭ.
uncertain = ❔ يەتكەن-يەتمىگەنلىكى نامەلۇم: شەھەر جاۋاب بەرمىدى. بىر كۈن ئۇ يەردىن { $mark } نى ئىزدەيمىز. ئۆزلۈكىدىن ئىككىنچى قېتىم ئەۋەتىلمەيدۇ.
thread-uncertain = 📮 شەھەرگە ئەۋەتىلدى؛ يەتكەن-يەتمىگەنلىكى سۈرۈشتۈرۈلۈۋاتىدۇ
did-you-look = شەھەرنىڭ بېتىگە قارىدىڭىزمۇ ياكى تېلېفون قىلدىڭىزمۇ؟ بىرىنچىسى يەتكەن بولسا، قايتا تاپشۇرسىڭىز ئىككى بولۇپ قالىدۇ.
again-now = 📤 يەتمىدى: يەنە بىر قېتىم
to-copy = <code>{ $words }

    { $place } · { $where } · { $number }</code>
at-the-shop = دۇكان يېنىدا
photo-to-pass-on = 📷 { $number }/{ $all }
which-number = { $number }-نومۇرغا قايسى نومۇر بېرىلدى؟ ئۇ تەكلىپنىڭ ئاستىدا تۇرىدۇ.
what-did-they-say = { $number }-نومۇرغا نېمە دەپ جاۋاب بەردى؟ تەكلىپكە ئەگەشكەنلەر ئاڭلايدۇ.
over-already = بۇ ئاللىقاچان تۈگىگەن.
not-there-any-more = بۇ ئەمدى يوق.
author-has-not-agreed = تەكلىپ بەرگۈچى ئۇنى شەھەرگە تاپشۇرۇشقا تېخى قوشۇلمىدى، شۇڭا بۇ يەردە قالىدۇ.
ask-author = 🙋 ئۆزىدىن سوراش
toast-author-asked = پەقەت بىر قېتىم سورىلىدۇ.
toast-asked-before = ئۆزىدىن سوراپ بولدۇق.
author-out-of-reach = ھازىر تەكلىپ بەرگۈچى بىلەن ئالاقىلاشقىلى بولمىدى، شۇڭا بۇ يەردە قالىدۇ.
may-it-go = 📮 { $number }-نومۇر «{ $words }» شەھەرنىڭ ئورگانلىرىغا تاپشۇرۇلسا بولامدۇ؟ ئىسمىڭىزسىز. «سانلىق مەلۇماتىم» دا قارار قىلىڭ.
to-consents = 🔒 سانلىق مەلۇماتىم
thread-city = 📮 شەھەردە، { $day }-كۈن، نومۇرى { $number }: { $status }
thread-called = 📞 12345 دە، { $day }-كۈن، نومۇرى { $number }: { $status }
no-number-yet = (تېخى يوق)
they-say = «{ $words }»
they-said = ئۇلارنىڭ سۆزى: «{ $words }»
why-and-said = { $why } ئۇلارنىڭ سۆزى: «{ $words }»
city-open = قارالماقتا
city-closed = تاقالدى
city-investigating = تەكشۈرۈلمەكتە
city-in-progress = بېجىرىلمەكتە
city-action-scheduled = ئورۇنلاشتۇرۇلدى
city-planned = ئورۇنلاشتۇرۇلدى
city-fixed = تۈزىتىلدى
city-no-further-action = ئەمدى بېجىرىلمەيدۇ
city-not-councils-responsibility = شەھەرنىڭ ئىشى ئەمەس
city-duplicate = ئوخشىشى بار ئىكەن
city-internal-referral = شەھەر ئىچىدە يۆتكەلدى
city-nothing-heard = بىر يىلدىن بېرى خەۋەر يوق
told-refused = 📮 { $number } · { $words }: شەھەر قوبۇل قىلمىدى. { $why } ھېچنېمە يەتمىدى، شۇڭا قايتا تاپشۇرۇشقا ياكى 12345 گە كۆچۈرۈشكە بولىدۇ.
told-uncertain = ❔ { $number } · { $words }: شەھەرگە يەتكەن-يەتمىگەنلىكى نامەلۇم. بىر كۈن ئۇ يەردىن { $mark } نى ئىزدەيمىز. ئۆزلۈكىدىن ئىككىنچى قېتىم ئەۋەتىلمەيدۇ.
why-refused = ئۇلارنىڭ سىستېمىسى رەت قىلدى.
why-key = ئۇلارنىڭ سىستېمىسى ئاچقۇچىمىزنى تونۇمايدۇ. بوتنى باشقۇرغان كىشى قاراپ باقسۇن.
why-private = ئادرېس ئىچكى تورغا بارىدۇ. بوتنى باشقۇرغان كىشى قاراپ باقسۇن.
why-certificate = ئۇلارنىڭ گۇۋاھنامىسىگە ئىشەنگىلى بولمايدۇ. بوتنى باشقۇرغان كىشى قاراپ باقسۇن.
why-address = ئادرېس توغرا ئەمەس. بوتنى باشقۇرغان كىشى قاراپ باقسۇن.
why-unreachable = ئۈچ كۈن ئۇلارنىڭ سىستېمىسىغا ئۇلىنالمىدى.
why-busy = ئۈچ كۈن ئۇلارنىڭ سىستېمىسى بەك ئالدىراش بولدى.
why-closed = بوتنى باشقۇرغان كىشى بۇ يولنى تاقىدى.

# In one's own calendar
calendar-expected = 📄 جاۋاب كۈنى: { $what }
calendar-expires = 📄 توشىدۇ: { $what }
