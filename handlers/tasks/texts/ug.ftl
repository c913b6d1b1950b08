menu-tasks = ياردەم كېرەك ئىشلار
menu-newtask = يېڭى ئىش (گۇرۇپپا)
back = ➡ قايتىش
back-to-all = ➡ ھەممە ئىشلار
more = ⋯ يەنە
see = 👀 كۆرۈش
undo = ↪ قايتۇرۇۋېلىش

# تىزىملىك
list-head = 🧤 <b>ياردەم كېرەك ئىشلار</b>
list-none = 🧤 ھازىر ياردەم كېرەك ئىش يوق. بولغاندا ئاڭلىماقچىمۇسىز؟
list-button = 🧤 ھەممە ئىشلار
line = 🧤 <b>{ $title }</b> · 👥 { $taken } / { $needed }
    { $when }
line-stand-in = 🔄 بىرى ئورنىغا كىشى ئىزدەۋاتىدۇ.
one-date = { $title } · { $day }
mine-button = 🙋 مېنىڭ ئىشلىرىم ({ $count })
proposals-button = 📥 قىلىدىغان ئىش تېپىلدى ({ $count })
aside = 🧤 ياردەم كېرەك ئىش: { $count }
lend-a-hand = 🧤 ياردەملىشىش

# كارتا
card = 🧤 <b>{ $title }</b>
when-due = 🗓 { $day } غىچە
when-at = 🕖 { $when }
card-weekly = 🔁 ھەر ھەپتە
card-monthly = 🔁 ھەر ئاي
card-where = 📍 { $where }
card-idea = 💡 { $number }-نومۇرلۇق تەكلىپ ئۈچۈن
card-event = 📅 «{ $event }» ئۈچۈن
card-bring = 🎒 { $bring }
card-safety = ⚠️ { $safety }
card-work = { $work }
card-skilled = 🎓 بىلىدىغان كىشى كېرەك.
card-adults = 🔞 پەقەت چوڭلار ئۈچۈن
card-people = 👥 { $needed } كىشى كېرەك، { $taken } كىشى بار
card-minimum = 🙏 ئەڭ ئاز دېگەندە { $minimum } كىشى كېرەك.
card-off = ❌ <b>ئەمەلدىن قالدى</b>
card-off-because = ❌ <b>ئەمەلدىن قالدى</b>: { $reason }
hours = { $hours } سائەت
mine-claimed = ✓ سىز قىلىسىز
mine-stand-in = 🔄 بىرى ئورنىڭىزنى ئالغۇچە سىز قىلىسىز
mine-done = ✓ سىز قىلدىڭىز: { $hours }
mine-missed = سىز كەلمىگەن
mine-excused = سىز كېلەلمىگەن
mine-asked-again = ❓ ۋاقتى ئۆزگەردى. يەنىلا قىلامسىز؟
noted-for = { $name } ({ $by } يازغان)
this-is-for = 🤝 بۇ سىز يازغان { $name } ھەققىدە. ئۆزىدىن سوراڭ.
this-is-for-list = 📋 بۇ سىز تىزىملىك بويىچە يازغان ھەممەيلەن ھەققىدە. گۇرۇپپىدا ئېيتىپ قويۇڭ.
over-for-list = 📋 بۇ سىز تىزىملىك بويىچە يازغان ھەممەيلەن ھەققىدە.
all-there = ✓ ھەممىسى كەلدى · { $hours }
one-by-one = 🤝 بىردىن-بىردىن
all-noted = يېزىلدى ✓ «{ $task }»: تىزىملىكتىكى { $count } كىشى، ھەر بىرىگە { $hours }. رەھمەت!

# ئىشنىڭ تۈرى
work-hands = 💪 توشۇش، تازىلاش
work-plants = 🌱 گۈل-گىياھ
work-craft = 🔨 ياساش، سىرلاش
work-children = 🧒 بالىلار بىلەن
work-words = 💬 تىل، تېلېفون، ئوقۇش
work-food = 🍲 تاماق ئېتىش

# ئۈستىگە ئېلىش
claim = 🙋 مەن قىلىمەن
another-day = 📅 باشقا كۈنى
pass-on = 👋 بىر كىشىنى تونۇيمەن
arriving = 🔳 يېتىپ كېلىش كودى
state-there = كەلدى ✓
tick-there = 👥 <b>{ $task }</b>: { $taken } كىشىدىن { $there } كىشى كەلدى. ئىسىمنى بېسىڭ.
is-there = ☑ { $name }
not-there = ☐ { $name }
nobody-to-tick = تېخى ھېچكىم ئۈستىگە ئالمىدى.
group-list = 📋 WeChat تىزىملىكى
my-task = 🙋 مېنىڭ ئىشىم
taken-on = رەھمەت! سىز قىلىسىز: <b>{ $task }</b>
    { $when }
    بىر كۈن ۋە ئىككى سائەت بۇرۇن ئەسكەرتىمەن.
safety-usual = ⚠️ پەقەت بىخەتەر دەپ قارىغىنىڭىزنى قىلىڭ؛ شوتا ۋە توك ئىشىنى يالغۇز قىلماڭ.
whom-to-ask = 💬 سوئال، سايمان ياكى بۇزۇلغان نەرسە بولسا: /human گۇرۇپپىغا يەتكۈزىدۇ.
only-grown = «{ $task }» پەقەت چوڭلار ئۈچۈن. سىز 18 ياشقا توشقانمۇ؟
grown-yes = ھەئە، توشقان
just-taken = ئاخىرقى ئورۇننى ھازىرلا بىرى ئالدى. بۇلارچۇ؟
just-taken-last = ئاخىرقى ئورۇننى ھازىرلا بىرى ئالدى. ھازىر باشقا ياردەم كېرەك ئىش يوق.
which-day = 📅 سىزگە قايسىسى مۇۋاپىق؟
nothing-else = ھازىر باشقا ياردەم كېرەك ئىش يوق.
is-off = بۇ ئىش ئەمەلدىن قالدى.
is-over = بۇ ئىش تۈگىدى.
enough-for-now = بىر ۋاقىتتا { $most } ئىش يېتەرلىك. رەھمەت! بىرى پۈتكەندە يەنە ئالالايسىز.
enough-at-first = باشتا { $most } ئىش يېتەرلىك. رەھمەت! ئۇلارنىڭ كۈنى ئۆتكەندە يەنە ئالالايسىز.
crowd = بۈگۈن تورىڭىزدىن نۇرغۇن يېڭى كىشى كەلدى. گۇرۇپپىدىن سىزنى يېزىپ قويۇشنى سوراڭ.
team-crowd = 🚨 بىر نەچچە مىنۇتتا { $count } يېڭى كىشى «{ $task }» نى ئالدى. كۆرۈپ بېقىڭ.
who-could = 👋 كىم قىلالايدۇ؟ <b>{ $task }</b>
    { $when }
pass-on-link = بۇنى يەتكۈزۈڭ: { $link }
pass-on-telegram = ✈ Telegram: { $link }
note-somebody = 📝 تېلېفونى يوق كىشى
whose-name = ئۇ كىم؟ ئۆزى ماقۇل دېگەندىن كېيىن ئىسمىنى يېزىڭ. پەقەت گۇرۇپپا كۆرىدۇ.
name-too-long = ئەڭ كۆپ { $most } ھەرپلىك ئىسىم يېزىڭ.
noted-already = بۇ ئىشقا ئۇ يېزىلىپ بولغان.
noted = يېزىلدى ✓ { $name } «{ $task }» نى قىلىدۇ
    { $when }
    سىزگە ئەسكەرتىمەن، ئۇنىڭغا يەتكۈزۈڭ.
note-another = 📝 يەنە بىرى
undo-note = ↪ يازمايمەن
no-such-task = بۇ يەردە بۇنداق ئىش يوق. بارلىرىنى /tasks كۆرسىتىدۇ.

# مېنىڭ ئىشلىرىم
mine-head = 🙋 <b>مېنىڭ ئىشلىرىم</b>
mine-none = سىزنىڭ ئىشىڭىز يوق. ياردەم كېرەك ئىشلارنى /tasks كۆرسىتىدۇ.
not-yours = بۇ باشقا كىشىنىڭ ئىشى.
not-yours-any-more = بۇ ئەمدى سىزنىڭ ئەمەس.
still-yes = ✓ ھەئە، قىلىمەن
find-stand-in = 🔄 ئورنۇمغا كىشى تېپىش
cant = ✗ قىلالمايمەن
toast-still = رەھمەت! ئۇ سىزنىڭ.
has-begun = ئۇ باشلىنىپ بولدى.
stand-in-sought = 🔄 مۇشۇنداق ئىشنى ئاڭلاشنى خالىغانلاردىن سورايمەن: <b>{ $task }</b>
    { $when }
    بىرى ئالغۇچە سىزنىڭ؛ ئالغاندا سىزگە ئۇقتۇرىمەن.
stand-in-shown = 🔄 ياردەم كېرەك ئىشلار ئارىسىدا تۇرىدۇ: <b>{ $task }</b>
    { $when }
    بىرى ئالغۇچە سىزنىڭ؛ ئالغاندا سىزگە ئۇقتۇرىمەن.
given-back = ئېيتقىنىڭىزغا رەھمەت. «{ $task }» نى ئەمدى باشقىلار قىلالايدۇ.
given-back-for = «{ $task }» دا { $name } ئەمدى يېزىقلىق ئەمەس.
relieved = 🎉 بىرى ئورنىڭىزنى ئالدى: «{ $task }»
    { $when }
    سىز كەلمىسىڭىز بولىدۇ.
in-a-day = ⏰ يېقىنلاشتى: «{ $task }»
    { $when }
    يەنىلا قىلامسىز؟
in-hours = ⏰ باشلىنىشقا ئاز قالدى: «{ $task }»
    { $when }
    يەنىلا قىلامسىز؟

# كېيىن
how-did-it-go = 🧤 «{ $task }» پۈتتىمۇ؟ رەھمەت! قانچىلىك ۋاقىت كەتتى؟
done-hours = ✓ پۈتتى، { $hours }
done-already = ✓ پۈتتى
other-hours = ⏱ باشقا ۋاقىت
could-not = كېلەلمىدىم
how-many-hours = «{ $task }» غا قانچىلىك ۋاقىت كەتتى؟ تاللاڭ ياكى سائەتنى يېزىڭ، مەسىلەن 1.5
hours-unclear = سائەتنى چۈشىنەلمىدىم. 12 گىچە بىر سان يېزىڭ، مەسىلەن 1.5
done-noted = رەھمەت! يېزىلدى ✓ «{ $task }»: { $hours }
done-for = 🤝 { $name } ئۈچۈن يېزىلدى.
why-not = «{ $task }» غا نېمىشقا كېلەلمىدىڭىز؟ بىر نەچچە سۆز، دېمىسىڭىزمۇ بولىدۇ؛ پەقەت گۇرۇپپا كۆرىدۇ.
without-reason = سەۋەبسىز
excused-noted = يېزىلدى ✓ ھەممە كىشىدە بولىدۇ. كېلەر قېتىم كۆرۈشەيلى!
not-yet = باشلانغاندىن كېيىن ئېيتالايسىز.
too-late-to-tell = يەتتە كۈندىن ئاشتى، ئەمدى ئۆزگەرمەيدۇ.
lead-noted = بۇنى مەسئۇل يازدى. توغرا بولمىسا گۇرۇپپىغا ئېيتىڭ: /human
given-button = ⏱ مېنىڭ تۆھپەم
given-head = ⏱ <b>سىزنىڭ تۆھپىڭىز</b>: { $tasks } ئىش، جەمئىي { $hours }. ھەممىسىنى بىرلىكتە پەقەت سىزلا كۆرىسىز؛ كىم قايسى ئىشنى قىلغانلىقىنى گۇرۇپپا كۆرىدۇ. تىزىملىكتىن سىرتقى سائەتلەرنى مەسئۇللار تۈزىتىش ئۈچۈن يەتتە كۈن كۆرىدۇ.
given-none = ⏱ سىز ھەققىدە تېخى ھېچنەرسە يېزىلمىدى. كېيىنمۇ ھەممىسىنى بىرلىكتە پەقەت سىزلا كۆرىسىز.
given-training = 🎓 ئۆگىنىش: { $hours }
given-line = • { $what }: { $hours }
add-hours = ＋ تىزىملىكتىن سىرت ياردەم قىلدىم
add-training = 🎓 بىر نەرسە ئۆگەندىم
correct-hours = ✏️ سائەتنى تۈزىتىش
how-long-helped = قانچىلىك ياردەم قىلدىڭىز؟ تاللاڭ ياكى سائەتنى يېزىڭ.
how-long-training = قانچىلىك ئۆگەندىڭىز؟ تاللاڭ ياكى سائەتنى يېزىڭ.
what-helped = نېمە قىلدىڭىز؟ بىر نەچچە سۆز.
what-training = نېمە ئۆگەندىڭىز؟ بىر نەچچە سۆز.
enough-hours = بۈگۈن { $most } قېتىم يېزىلدى. ئەتە يەنە يازالايسىز.
hours-noted = يېزىلدى ✓ «{ $what }»: { $hours }. رەھمەت!
toast-taken-back = قايتۇرۇۋېلىندى.
ask-less = 💛 ئۈچ قېتىم بولمىدى، ھېچقىسى يوق: ھەممە ئالدىراش. سىزدىن ئازراق سورىساق بولامدۇ؟ بۇنى باشقىلار كۆرمەيدۇ.
less-yes = ھەئە، ئازراق سوراڭ
less-no = ياق، بولىدۇ
less-noted = يېزىلدى ✓ ئۆزىڭىز دېمىگۈچە سورىمايمەن. ياردەم كېرەك ئىشلار /tasks تا تۇرىدۇ.
more-noted = يېزىلدى ✓ بۇرۇنقىدەك.

# ماڭا ئۇقتۇرۇڭ
watch-button = 🔔 كېرەك بولسا ئۇقتۇرۇڭ…
watch-head = 🔔 قايسى ئىشقا كىشى كېرەك بولغاندا ئاڭلىماقچىسىز؟
watch-told = سىز ئاڭلايسىز: { $work }
watch-on = 🔔 { $work }
watch-off = 🔕 ئەمدى كېرەك ئەمەس: { $work }
toast-watch = كېرەك بولغاندا ئاڭلايسىز.
toast-unwatch = ئەمدى ئۇقتۇرمايمىز.
watch-opened = 🔔 سىز مۇشۇنداق ئىشنى ئاڭلىماقچى بولغان: { $work }
    { $card }
watch-missing = 🔔 بۇ يەردە كىشى كەم:
    { $card }
in-short = 🧤 <b>{ $task }</b>: { $when }
claim-this = 🧤 { $task }

# يېڭى ئىش
new-button = ＋ يېڭى ئىش
ask-title = نېمە قىلىش كېرەك؟ بىر نەچچە سۆز يېزىڭ، مەسىلەن «ئىشىك ئالدىدىكى گۈللەرنى سۇغىرىش».
draft-found = سىز باشلىغان «{ $title }» تېخى بار. داۋاملاشتۇرامسىز؟
go-on = ▶ داۋاملاشتۇرۇش
begin-anew = 🗑 يېڭىدىن باشلاش
ask-kind = «{ $title }» قانداق قىلىنىدۇ؟
kind-once = 🗓 بىر قېتىم، بىر كۈنگىچە
kind-slot = 🕖 سائەت نەچچىدىن نەچچىگىچە
kind-standing = 🔁 دائىم
ask-when-once = قايسى كۈنگىچە؟ تاللاڭ ياكى يېزىڭ، مەسىلەن «28-نويابىر».
ask-when-slot = قاچان؟ تاللاڭ ياكى يېزىڭ، مەسىلەن «شەنبە {"\u2066"}15:00–17:00{"\u2069"}».
ask-when-standing = بىرىنچى قېتىم قاچان؟ تاللاڭ ياكى يېزىڭ، مەسىلەن «شەنبە {"\u2066"}15:00–16:00{"\u2069"}».
when-past = بۇ ۋاقىت بولمايدۇ: كەلگۈسىدىكى ۋاقىت كېرەك. قايتا تاللاڭ.
when-unclear = بۇ ۋاقىتنى چۈشىنەلمىدىم. قايتا يېزىڭ، مەسىلەن «شەنبە {"\u2066"}15:00–17:00{"\u2069"}».
which-one = قايسىسىنى دېمەكچىسىز؟
ask-every = قانچىلىكتە بىر؟
every-week = 🔁 ھەر ھەپتە
every-month = 🔁 ھەر ئاي
ask-work = قايسى تۈردىكى ئىش؟ مۇشۇنداق ئىشنى ئاڭلاشنى خالىغانلارغا ئۇقتۇرۇلىدۇ.
ask-needed = قانچە كىشى كېرەك؟ تاللاڭ ياكى سان يېزىڭ.
so-many = 👥 { $count }
ask-bring = نېمە ئېلىپ كېلىش كېرەك، قايسى سايمانلار بار؟ بىر جۈملە.
ask-safety = ھېچكىم زەخمىلەنمەسلىك ئۈچۈن نېمىگە دىققەت قىلىش كېرەك؟ بىر جۈملە.
ask-spot = نەدە؟
no-spot = ئورنى يوق
ask-minimum = ئەڭ ئاز دېگەندە قانچە كىشى كېرەك؟ ئىككى كۈن بۇرۇن يەتمىسە گۇرۇپپا ئاڭلايدۇ.
ask-skilled = بىلىدىغان كىشى كېرەكمۇ؟
skilled-yes = 🎓 ھەئە
skilled-no = ياق، ھەممە كىشى قىلالايدۇ
ask-adults = پەقەت چوڭلار ئۈچۈنمۇ؟
adults-yes = 🔞 پەقەت چوڭلار
adults-no = ياق، ھەممە كىشى ئۈچۈن
nothing-of-it = يوق
what-to-change = «{ $title }» نىڭ نېمىسىنى ئۆزگەرتىسىز؟
step-title = ✏️ ئىسمى
step-kind = 🔁 قانداق قىلىنىدۇ
step-when = 🕖 ۋاقتى
step-work = 💪 ئىشنىڭ تۈرى
step-needed = 👥 قانچە كىشى
step-minimum = 🙏 ئەڭ ئاز
step-bring = 🎒 ئېلىپ كېلىدىغىنى
step-safety = ⚠️ دىققەت قىلىدىغىنى
step-spot = 📍 ئورنى
step-skilled = 🎓 بىلىدىغان كىشى
step-adults = 🔞 پەقەت چوڭلار
preview = 👀 ھەممەيلەن مۇنداق كۆرىدۇ:
open-task = 📣 ئېلان قىلىش
change = ✏️ ئۆزگەرتىش
throw-away = 🗑 ئۆچۈرۈش
thrown-away = ئۆچۈرۈلدى، ھېچكىمگە ئۇقتۇرۇلمىدى.
open-already = بۇ ئېلان قىلىنىپ بولغان.
opened = 📣 «{ $task }» ئېلان قىلىندى ✓
told-watchers = 🔔 ئۇقتۇرۇلغانلار: { $count }
toast-changed = ئۆزگەرتىلدى ✓
more-do-it = ئۇنى قىلىدىغانلار بۇنىڭدىن كۆپ.
proposals-head = 📥 قىلىدىغان ئىش تېپىلدى. ئېلان قىلىنسا، ھەممە كىشى قىلالايدۇ.
proposals-none = 📥 كۈتۈپ تۇرغان ئىش يوق.
proposal = 🧤 { $title }
proposed-head = 📥 قىلىدىغان ئىش تېپىلدى. ئېلان قىلىنسا مۇنداق كۆرۈنىدۇ:
ask-on = 🔁 «{ $title }» { $until } غىچە داۋاملىشىدۇ. يەنە يېرىم يىل داۋاملاشسۇنمۇ؟
goes-on = ✓ داۋاملىشىدۇ
ends = شۇ چاغدا تۈگەيدۇ
goes-on-noted = يېزىلدى ✓ «{ $title }» { $until } غىچە داۋاملىشىدۇ.
ends-noted = يېزىلدى ✓ «{ $title }» ئاخىرقى قېتىمدىن كېيىن تۈگەيدۇ.

# باشقۇرۇش
look-after = 🛠 ئىشنى باشقۇرۇش
looking-after = 🛠 <b>{ $task }</b>
    { $when }
who-button = 👥 كىم قىلىدۇ ({ $count })
who-head = 👥 <b>{ $task }</b>: { $needed } كىشى كېرەك، { $taken } كىشى بار
who-line = { $name }: { $state }
state-claimed = قىلىدۇ
state-stand-in = ئورنىغا كىشى ئىزدەۋاتىدۇ
state-asked-again = يېڭى ۋاقىتقا تېخى جاۋاب بەرمىدى
state-done = پۈتتى، { $hours }
state-missed = كەلمىدى
state-excused = كېلەلمىدى
correct-how = قايسىسى راست؟ تاللاڭ ياكى سائەتنى يېزىڭ.
was-there = ✓ كەلدى، { $hours }
mark-excused = كېلەلمىدى
mark-missed = كەلمىدى
toast-corrected = يېزىلدى ✓
corrected = ✏️ { $name } سىز ئۈچۈن يازدى: «{ $task }»، { $hours }. توغرا بولمىسا گۇرۇپپىغا ئېيتىڭ: /human
too-late-to-correct = يەتتە كۈندىن ئاشتى، شۇ پېتى قالىدۇ.
entries-head = ✏️ ئاخىرقى يەتتە كۈندىكى تىزىملىكتىن سىرتقى سائەتلەر:
entries-none = ✏️ ئاخىرقى يەتتە كۈندە تىزىملىكتىن سىرتقى سائەت يېزىلمىدى.
entry-line = { $name } · { $what } · { $hours }
correct-entry = قانچە سائەت توغرا؟ يېزىڭ.
move = 🕖 ۋاقتىنى ئۆزگەرتىش
move-when = «{ $task }» نىڭ ۋاقتى { $when }. ئەمدى قاچان؟
date-is-there = ئۇ ۋاقىتتا بىر قېتىمى بار.
move-noted = يېزىلدى ✓ «{ $task }» ئەمدى { $when }. قايتا سورالغانلار: { $people }
moved = 🕖 «{ $task }» نىڭ ۋاقتى ئۆزگەردى:
    { $when }
    يەنىلا قىلامسىز؟
call-off = ❌ ئەمەلدىن قالدۇرۇش
why-off = «{ $task }» نېمىشقا ئەمەلدىن قالىدۇ؟ ئۇنى قىلىدىغانلار ({ $people }) ئوقۇيدۇ.
off-noted = «{ $task }» ئەمەلدىن قالدى ✓ ئۇقتۇرۇلغانلار: { $people }
called-off = ❌ «{ $task }» ئەمەلدىن قالدى
    { $when }
    { $reason }
end-all = ❌ كېيىنكىلىرىمۇ بولمايدۇ
ended = «{ $title }» تۈگىدى ✓
team-short = 🙏 «{ $task }» غا كىشى كەم: ئەڭ ئاز { $minimum } كىشى كېرەك، { $taken } كىشى بار
    { $when }
    كىمنى تونۇيسىز؟
list-now-yours = 📋 «{ $task }» نىڭ تىزىملىكى ئەمدى سىزدە
    { $when }
    ئۇنى يازغان كىشى كەتتى؛ خەۋەر بولسا گۇرۇپپىدا ئېيتىپ قويۇڭ.
noted-now-yours = 🤝 { $name } نىڭ تېلېفونى يوق، ئۇ «{ $task }» نى قىلىدۇ
    { $when }
    ئۇنى يازغان كىشى كەتتى؛ خەۋەرنى ئۇنىڭغا سىز يەتكۈزۈڭ.

# خۇلاسىلەر
digest-short = 🧤 «{ $task }»: { $needed } كىشى كېرەك، { $taken } كىشى بار · { $when } /tasks
digest-proposed = 📥 قىلىدىغان ئىش تېپىلدى، ئېلان قىلىنمىدى: { $count } /tasks
total-tasks = 🧤 پۈتكەن ئىشلار: { $count }
total-hours = ⏱ سەرپ قىلىنغان سائەت: { $count }
today-how-it-went = ⏱ قانداق بولدى؟ { $task }
today-asked-again = ❓ يېڭى ۋاقىت، قىلامسىز؟ { $task }
today-short = 🙏 كىشى كەم: { $task }
today-proposed = 📥 قىلىدىغان ئىش: { $title }
calendar-words = { $when }
    { $bring }
    { $safety }
calendar-open = 🧤 { $title } ({ $taken }/{ $needed })
calendar-mine = 🧤 { $title }
hold-task = 🙋 { $title }
