# reviewed: no (a native reader has not seen these yet)
# ماشىنىنىڭ ئۆز جۈملىلىرى.
back = ➡ قايتىش
home = 🏠 باش بەت
help = ❓ ياردەم
old-button = بۇ كونا كۇنۇپكا. باش بەتكە قايتىپ قايتا بېسىڭ.
not-allowed = كەچۈرۈڭ، بۇ قەدەم باشقىلارنىڭ ئىشى. لازىم بولسا پىدائىيدىن سوراڭ.
something-broke = كەچۈرۈڭ، بىز تەرەپتە خاتالىق كۆرۈلدى. بۇرۇن ساقلانغانلىرى يوقالمىدى، يەنە بىر قېتىم سىناڭ.
not-saved = ھازىر ساقلىغىلى بولمىدى. سەل تۇرۇپ قايتا ئەۋەتىڭ.
unknown-command = { $command } دېگەن بۇيرۇقنى بىلمەيمەن. «ياردەم»نى بېسىپ، نېمە قىلالايدىغانلىقىمنى كۆرۈڭ.
not-understood = ياخشى چۈشىنەلمىدىم. باشقىچە دەپ بېقىڭ ياكى تۆۋەندىن تاللاڭ.
expected-words = رەھمەت! بۇ يەرگە بىر نەچچە ئېغىز سۆز كېرەك، يېزىپ ئەۋەتىڭ.
expected-photo = رەھمەت! بۇ يەرگە بىر رەسىم كېرەك، بىرنى ئەۋەتىڭ.
expected-voice = رەھمەت! بۇ يەرگە ئاۋازلىق ئۇچۇر كېرەك، مىكروفوننى بېسىپ تۇرۇپ سۆزلەڭ.
expected-location = رەھمەت! بۇ يەرگە ئورۇن كېرەك، 📎 ئارقىلىق ئورنىڭىزنى ئەۋەتىڭ.
expected-number = رەھمەت! بۇ يەرگە بىر سان كېرەك، مەسىلەن 3.
too-long = سەل ئۇزۇن بولۇپ كەتتى، { $limit } ھەرپتىن ئاشۇرماڭ.
relay-open = ئېچىش: { $link }
relay-open-button = ئېچىپ كۆرۈش
group-private = مەن بىلەن ئايرىم سۆزلىشىش
picture-too-many-pixels = بۇ رەسىم بەك چوڭ، ئاچقىلى بولمىدى. كىچىكرەكىنى ئەۋەتىڭ.
picture-not-a-picture = بۇ ھۆججەت مەن تونۇيدىغان رەسىم ئەمەس. رەسىم ئەۋەتىڭ.
picture-broken = بۇ رەسىم بۇزۇلۇپ قاپتۇ. يەنە بىر قېتىم ئەۋەتىڭ.
picture-too-large = بۇ رەسىم ھۆججىتى بەك چوڭ. ھۆججەت قىلماي، رەسىم قىلىپ ئەۋەتىڭ.
picture-kept-back = بۇ رەسىم ھازىرچە كۆرسىتىلمەيدۇ
picture-gone = بۇ رەسىم ئەمدى يوق
edited-cannot = ئەۋەتىلگەن ئۇچۇرنى ئۆزگەرتىش بۇ يەردە كار قىلمايدۇ. يېڭىدىن ئەۋەتىڭ.
# كۆپچىلىككە بارىدىغان خەۋەر قانداق بولىدۇ، ۋە ھەپتىدىكى ئىككىدىن ئاشقىنى.
forecast = 📣 { $parts }
forecast-now = ھازىر { $count } كىشى ئاڭلايدۇ
forecast-nobody = ھازىرچە ئاڭلايدىغان كىشى يوق
forecast-nobody-now = ھازىر ھېچكىم ئاڭلىمايدۇ
forecast-today = { $count } كىشى سائەت { $time } دا
forecast-day = { $count } كىشى { $day } كۈنى
forecast-later = { $count } كىشى كېيىنرەك
forecast-late = { $count } كىشى ۋاقتىدا ئاڭلىيالمايدۇ
forecast-unwilling = { $count } كىشى بۇنداق خەۋەرنى خالىمايدۇ
forecast-why = ھەر كىشىگە ھەپتىدە بۇنداق خەۋەردىن ئىككىدىن ئارتۇق بارمايدۇ؛ قالغىنى ئورۇن چىققاندا بىر خەۋەرگە يىغىلىدۇ.
also-this-week = 🗞 <b>{ $place }: بۇ ھەپتە يەنە</b>
also-more = يەنە { $count } خەۋەر بار: /events ۋە /polls نى كۆرۈڭ.
# ۋاقىتنىڭ كۆرسىتىلىشى.
clock-beijing = بېيجىڭ ۋاقتى
clock-xinjiang = شىنجاڭ ۋاقتى
two-clocks = { $first_clock } { $first } ({ $second_clock } { $second })
day-and-time = { $day }، { $time }

# كىشىلەر ۋاقىت يازغاندا ئىشلىتىدىغان سۆزلەر، ئارىسىدا «|»؛ پەقەت times.py ئوقۇيدۇ.
read-today = بۈگۈن|bügün|bugun
read-tomorrow = ئەتە|ئەتىكى|ete
read-in-two-days = ئۆگۈن|ئۆگۈنلۈككە
read-in-three-days = ئىندىن
read-this-week = بۇ ھەپتە|مۇشۇ ھەپتە
read-next-week = كېلەر ھەپتە|كېلەركى ھەپتە|كېيىنكى ھەپتە
read-week-after-next = ئۇنىڭدىن كېيىنكى ھەپتە
read-morning = ئەتىگەن|سەھەر|چۈشتىن بۇرۇن
read-noon = چۈش|چۈشتە
read-afternoon = چۈشتىن كېيىن
read-evening = كەچ|كەچتە|كەچقۇرۇن|ئاخشام|كېچە|كېچىدە
read-half = يېرىم
read-beijing = بېيجىڭ
read-xinjiang = شىنجاڭ|ئۈرۈمچى
read-not-yet = ھەپتە|كېلەر|ئايدا|يىل|كۈندىن|سائەتتىن|مىنۇت|تۈنۈگۈن
