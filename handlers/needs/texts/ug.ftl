menu-needs = بۇ يەرگە نېمە كېرەك
back = ➡ قايتىش
more = ⋯ يەنە
see = 👀 كۆرۈش
undo = ↪ قايتۇرۇۋېلىش

# نېمە كېرەك
title = 🧺 <b>بۇ يەرگە نېمە كېرەك</b>
nothing-needed = 🧺 ھازىر ھېچنەرسە كەم ئەمەس. رەھمەت!
kind-money = 💰 { $what }
kind-material = 🧱 { $what }
kind-tool = 🔧 { $what }
kind-skill = 🙌 { $what }
kind-room = 🚪 { $what }
change = 💡 { $number }-نومۇر: { $words }
line-minimum = { $what } · { $pledges ->
    [0] تېخى ھېچكىم يوق
    [one] بىر كىشى ۋەدە بەردى
   *[other] { $pledges } كىشى ۋەدە بەردى
}
line-good = { $what } · بولسا ياخشى · { $pledges ->
    [0] تېخى ھېچكىم يوق
    [one] بىر كىشى ۋەدە بەردى
   *[other] { $pledges } كىشى ۋەدە بەردى
}
line-met = ✓ { $what }
see-met = ✓ تېپىلغانلار
met-title = ✓ <b>كېرەك بولغان ۋە تېپىلغانلار</b>
of-change = 🧺 <b>بۇ ئىشقا نېمە كېرەك</b>
of-this-change = 🧺 بۇ ئىشقا نېمە كېرەك
change-needs-nothing = 🧺 بۇ ئىشقا نېمە كېرەكلىكى تېخى يېزىلمىدى.
card = <b>{ $what }</b>
level-minimum = ئۇنىڭسىز ئىش ماڭمايدۇ.
level-good = بولسا ياخشى.
card-by = 📅 { $day } غىچە
card-met = ✓ تېپىلدى.
card-givers = 🤝 { $givers }
neighbours = { $count ->
    [one] بىر قوشنا
   *[other] { $count } قوشنا
}
aside = 🧺 كېرەك: { $unmet } · تېپىلدى: { $met }
no-such-need = بۇ ئەمدى كېرەك ئەمەس. نېمە كېرەكلىكىنى /needs كۆرسىتىدۇ
no-such-change = بۇ يەردە بۇنداق ئىش يوق.
needs-nothing = قوشۇلغان ۋە تېخى پۈتمىگەن ئىشلارغىلا بىرنېمە كېرەك بولىدۇ.
look-after = 🛠 قاراش

# گۇرۇپپا يازىدۇ
add = ＋ بىر نەرسە كېرەك
add-another = ＋ يەنە بىر نەرسە
which-kind = نېمە كېرەك؟
another-kind = باشقا خىلى
choose-money = 💰 پۇل
choose-material = 🧱 ماتېرىيال
choose-tool = 🔧 ئۆتنە قورال
choose-skill = 🙌 قولىدىن كېلىدىغان ئادەم
choose-room = 🚪 ئۆي
what-money = قانچە، نېمە ئۈچۈن؟ مەسىلەن: چوتكا ئۈچۈن 40 يۈەن
what-material = ئۇ نېمە، قانچىلىك؟ مەسىلەن: ئاق سىر، 5 لىتىر
what-tool = قايسى قورال؟
what-skill = قولىدىن نېمە كېلىدىغان ئادەم كېرەك؟
what-room = نېمە ئۈچۈن، قانچىلىك چوڭ؟
which-level = { $what }: قانچىلىك مۇھىم؟
choose-minimum = ئۇنىڭسىز ئىش ماڭمايدۇ
choose-good = بولسا ياخشى
by-when = قايسى كۈنگىچە؟ مەسىلەن: 3-دېكابىر
no-date = كۈنى يوق
written-down = يېزىلدى ✓ { $what }. ئەمدى ھەممەيلەن كۆرىدۇ.
written-already = بۇ يېزىلىپ بولغان.
words-needed = بىر نەچچە سۆز يېزىڭ.
no-day = قايسى كۈن؟ كېلىدىغان بىر كۈن، مەسىلەن: 3-دېكابىر
enough-needs = بىر ئىشقا { $most } يېتىدۇ. تېپىلغانلارنى بەلگىلەڭ.

# ئەكېلىش
bring-money = 🙋 مەن ئازراق بېرەلەيمەن
bring-material = 🙋 مەن ئەكېلەلەيمەن
bring-tool = 🙋 مەن ئۆتنە بېرەلەيمەن
bring-skill = 🙋 مەن ياردەملىشەلەيمەن
bring-room = 🙋 مەن بېرەلەيمەن
promised-money = رەھمەت! { $what }: { $day } غىچە بىر پىدائىيغا بېرىڭ. بۇ يەردە پۇل تۆلەنمەيدۇ. بىر كۈن بۇرۇن ئەسلىتىمەن.
promised-material = رەھمەت! { $what }: { $day } غىچە ئەكېلىڭ. بىر كۈن بۇرۇن ئەسلىتىمەن.
promised-tool = رەھمەت! { $what }: { $day } غىچە ئەكېلىڭ. سىزگە قاچان قايتۇرۇلسۇن؟ «يەنە ئېيتىش» نى بېسىڭ.
promised-skill = رەھمەت! { $what }: { $day } غىچە گۇرۇپپىدىن بىرى سىز بىلەن سۆزلىشىدۇ. بىر كۈن بۇرۇن ئەسلىتىمەن.
promised-room = رەھمەت! { $what }: { $day } غىچە گۇرۇپپىدىن بىرى سىز بىلەن سۆزلىشىدۇ. بىر كۈن بۇرۇن ئەسلىتىمەن.
say-more = ✏ يەنە ئېيتىش
my-promise = 🤝 مېنىڭ ۋەدەم
my-promises = 🤝 ۋەدىلىرىم ({ $count })
which-promise = 🤝 ۋەدە قىلغانلىرىڭىز ۋە ئۆتنە بەرگەنلىرىڭىز:
nothing-promised = 🤝 سىز ۋەدە قىلغان نەرسە يوق.
pledge-promised = 🤝 { $what }
    📅 { $day } غىچە ئەكېلىسىز.
pledge-lent = 🤝 { $what }
    ✓ بۇ يەردە، { $day } غىچە سىزگە قايتۇرۇلىدۇ.
pledge-here = 🤝 { $what }
    ✓ بۇ يەردە. رەھمەت!
pledge-given-back = 🤝 { $what }
    ✓ سىزگە قايتتى. رەھمەت!
pledge-withdrawn = 🤝 { $what }: قايتۇرۇۋېلىندى.
another-day = 📅 باشقا كۈن
back-by = ↪ قاچان قايتىدۇ…
say-what = ✏ دەل نېمە
cannot = قىلالمايدىغان بولدۇم
with-my-name = ئىسمىم بىلەن
without-my-name = ئىسمىمسىز
toast-named = ئىسمىڭىز يېزىلدى ✓
toast-unnamed = ئىسمىڭىز يېزىلمايدۇ.
which-day = قايسى كۈن سىزگە مۇۋاپىق؟ مەسىلەن: 3-دېكابىر
back-when = سىزگە قاچان قايتۇرۇلسۇن؟ مەسىلەن: 20-دېكابىر
back-too-early = بۇ سىز ئەكېلىدىغان كۈندىن بۇرۇن.
what-exactly = دەل نېمە ئەكېلىسىز؟
thank-you = رەھمەت! { $what } ✓
taken-back = ھېچقىسى يوق، ئويلىغىنىڭىزغا رەھمەت. { $what } يەنە بوش.
met-already = ئۇ بۇ ئارىدا تېپىلدى. رەھمەت!
here-already = ئۇ بۇ يەردە بار. رەھمەت!
enough-promises = { $most } ۋەدىڭىز بار: ئاۋۋال بىرىنى ئەكېلىڭ. رەھمەت!
crowd = بۈگۈن تورىڭىزدىن نۇرغۇن يېڭى كىشى كەلدى. نېمە ئەكېلەلەيدىغىنىڭىزنى گۇرۇپپىغا ئېيتىڭ.
team-crowd = 🚨 بىر نەچچە مىنۇتتا { $count } يېڭى كىشى «{ $what }» نى ۋەدە قىلدى. كۆرۈپ بېقىڭ.
no-such-pledge = سىزنىڭ بۇنداق ۋەدىڭىز يوق.

# كەلدى ۋە قايتتى
it-is-here = 📥 كەلدى: { $what }
it-went-back = ↪ قايتتى: { $what }
photo-of-it = { $what } كەلدىمۇ؟ بىر رەسىم ئەۋەتىڭ: ئەكەلگەن كىشى ئۇنى رەھمەت بىلەن بىللە ئالىدۇ.
no-photo = رەسىم يوق
received = يېزىلدى ✓ { $what } كەلدى، ئەكەلگەن كىشى رەھمىتىڭىزنى ئاڭلايدۇ. ئەمدى ھەممىسى تولۇقمۇ؟
is-here = 💚 { $what } كەلدى. كۆپ رەھمەت!
given-back = ✓ قايتۇرۇلدى
went-back = ↪ گۇرۇپپا سىزگە قايتۇرۇلدى دېدى: { $what }. ئۆتنە بەرگىنىڭىزگە رەھمەت!
went-back-noted = يېزىلدى ✓ { $what } قايتۇرۇلدى.
not-here = ئۇ ئەمدى بۇ يەردە ئەمەس.
mark-met = ✓ ھەممىسى تېپىلدى
drop = ئەمدى كېرەك ئەمەس
open-again = ↪ تېخى كېرەك
noted-met = ✓ تېپىلدى: { $what }. ئۇ ھەممەيلەن كۆرىدىغان يەردە قالىدۇ.
noted-dropped = يېزىلدى ✓ { $what } ئەمدى كېرەك ئەمەس.
noted-open = 🧺 تېخى كېرەك: { $what }
not-needed-met = 💚 { $what } بۇ ئارىدا تېپىلدى. ئەكېلىشىڭىز ھاجەتسىز. ۋەدىڭىزگە رەھمەت!
not-needed-any-more = { $what } ئەمدى كېرەك ئەمەس. ئەكېلىشىڭىز ھاجەتسىز. ۋەدىڭىزگە رەھمەت!
move-day = 📅 كۈنى ئۆزگەردى
move-to-when = { $what }: قايسى كۈنگە؟ مەسىلەن رەسمىيەت كېچىككەندە. ۋەدە قىلغانلاردىن يەنە سورىلىدۇ.
days-later = { $days } كۈن كېيىن
moved = يېزىلدى ✓ { $what }: { $count ->
    [0] تېخى ھېچكىم ۋەدە قىلمىدى.
    [one] ۋەدە قىلغان كىشىدىن يەنە سورىلىدۇ.
   *[other] ۋەدە قىلغان { $count } كىشىدىن يەنە سورىلىدۇ.
}
asked-again = 📅 { $what } كېيىنرەك كېرەك: { $day } غىچە. سىزگە مۇۋاپىقمۇ؟
yes-still = 👍 ھەئە، بولىدۇ
tomorrow = 🔔 { $what }: سىز { $day } غىچە ئەكەلمەكچى ئىدىڭىز. سىزگە مۇۋاپىقمۇ؟
loan-without-day = 🔔 { $what } { $day } دىن بېرى ئۆتنە تۇرۇۋاتىدۇ. ئەمدى قايتۇرۇلامدۇ؟
loan-goes-back = 🔔 { $what } ئۆتنە ئېلىنغان، { $day } غىچە قايتۇرۇلىدۇ.
did-it-come-back = 🔧 { $what }: سىزگە قايتتىمۇ؟
i-have-it = ✓ ماڭا قايتتى
not-yet = تېخى ياق
is-back = يېزىلدى ✓ { $what }. ئۆتنە بەرگىنىڭىزگە رەھمەت!
team-knows = رەھمەت: گۇرۇپپا بىلدى.
not-back-yet = 🔧 { $what } تېخى ئىگىسىگە قايتمىدى. ئىزدەپ باقامسىز؟
promise-lapsed = خېلى ۋاقىت ئۆتتى: { $what } تىزىملىكتىن ئېلىندى. يەنە ۋەدە قىلسىڭىز خۇشال بولىمىز.
lender-left = 🔧 { $what } نى ئۆتنە بەرگەن كىشى كېتىدۇ. بۈگۈن قايتۇرۇڭ.

# بۇ ئىشنىڭ پۇلى
money-of-change = 💰 بۇ ئىشنىڭ پۇلى
money-title = 💰 <b>بۇ ئىشنىڭ پۇلى</b>
money-note = ھەر قۇر يېزىلغان پېتى تۇرىدۇ، تۈزىتىش ئايرىم بىر قۇر. بۇ دۇكاننىڭ پۇلى ئەمەس، بۇ يەردە پۇل تۆلەنمەيدۇ.
no-money = 💰 بۇ ئىشقا تېخى پۇل بېرىلمىدى، خەجلەنمىدى.
yuan = { $amount } يۈەن
money-given = { $number }. بېرىلدى { $amount } · { $words }
money-spent = { $number }. خەجلەندى { $amount } · { $words }
money-in-kind = { $number }. نەرسە ياكى ئەمگەك { $amount } · { $words }
money-correction = { $number }. { $corrected }-قۇرنى تۈزىتىدۇ: { $amount } · { $words }
money-refused = (قوشۇلمىدى، ھېسابلانمايدۇ)
money-waits = (ئىككىنچى كىشىنى كۈتىدۇ)
total-given = جەمئىي بېرىلدى: { $amount }
total-spent = جەمئىي خەجلەندى: { $amount }
total-in-kind = نەرسە ۋە ئەمگەك، تەخمىنەن: { $amount }
add-line = ＋ بىر قۇر
look-at-line = 🔎 بىر قۇرنى كۆرۈش
which-line = قايسى قۇر؟
line-number = { $number }. { $words }
line-noted = 📅 { $day }
which-money = نېمە بولدى؟
choose-given = پۇل بېرىلدى
choose-spent = پۇل خەجلەندى
choose-in-kind = نەرسە ياكى ئەمگەك بېرىلدى
how-much = قانچە يۈەن؟ مەسىلەن: 40 ياكى 12.50
without-amount = سانسىز
what-for-given = ئۇ نەدىن كەلدى؟ ئىسىم يازماڭ: ھەممەيلەن ئوقۇيدۇ.
what-for-spent = نېمە ئۈچۈن؟
what-for-in-kind = ئۇ نېمە ئىدى؟ ئىسىم يازماڭ: ھەممەيلەن ئوقۇيدۇ.
line-stands = يېزىلدى ✓ { $line }
line-waits = يېزىلدى ✓ { $line }. گۇرۇپپىدىن ئىككىنچى كىشى قوشۇلغاندا ھېسابلىنىدۇ.
i-agree = ✓ قوشۇلىمەن
somebody-else-agrees = گۇرۇپپىدىن باشقا بىرى قوشۇلۇشى كېرەك.
refuse = ✗ توغرا ئەمەس
toast-refused = ھېسابلانمايدۇ ✓
line-counts = بۇ قۇر ھېسابلىنىپ بولغان: ئۇنى تۈزىتىڭ.
line-is-refused = بۇ قۇرغا قوشۇلۇنمىدى، ئۇ ھېسابلانمايدۇ. يېڭى بىر قۇر يېزىڭ.
toast-agreed = يېزىلدى ✓
correct = ✏ تۈزىتىش
right-amount = { $number }-قۇر ھازىر { $amount }. توغرىسى قانچە؟ ئۇ ئايرىم بىر قۇر بولىدۇ.
right-already = ھازىر يېزىلغىنى شۇ.
correct-the-line = بۇ بىر تۈزىتىش: { $number }-قۇرنى يەنە بىر قېتىم تۈزىتىڭ.
add-receipt = 🧾 تالون قوشۇش
send-receipt = تالوننىڭ رەسىمىنى ئەۋەتىڭ. ئۇنى پەقەت گۇرۇپپا كۆرىدۇ.
receipt-kept = ساقلاندى ✓ ئۇنى پەقەت گۇرۇپپا كۆرىدۇ.
see-receipts = 🧾 تالونلار
receipts-title = 🧾 { $number }-قۇرنىڭ تالونلىرى، پەقەت گۇرۇپپا ئۈچۈن
no-receipts = تېخى تالون يوق.
enough-receipts = بىر قۇرغا { $most } رەسىم يېتىدۇ.
enough-lines = بىر ئىشقا { $most } قۇر يېتىدۇ.
no-such-line = بۇ يەردە بۇنداق قۇر يوق.

# خۇلاسىلەر ۋە كۈتۈۋاتقانلار
digest-promised = 🙋 ۋەدە بېرىلدى: { $what } /needs
digest-late = { $count ->
    [one] 🧺 بىر ۋەدىنىڭ كۈنى كەلدى: /needs
   *[other] 🧺 { $count } ۋەدىنىڭ كۈنى كەلدى: /needs
}
digest-money = { $count ->
    [one] 💰 بىر قۇر پۇل ئىككىنچى كىشىنى كۈتىدۇ: /today
   *[other] 💰 { $count } قۇر پۇل ئىككىنچى كىشىنى كۈتىدۇ: /today
}
today-promised = 🤝 سىز ئەكەلمەكچى ئىدىڭىز: { $what }
today-late = 📥 كەلدىمۇ؟ { $what }
today-loan = ↪ قايتۇرۇلىدۇ: { $what }
today-money = 💰 ئىككىنچى كىشى: { $line }
