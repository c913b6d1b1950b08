menu-ledger = كىم قارار قىلدى؟
see = 👀 كىم قارار قىلغانلىقىنى كۆرۈش
nothing-yet = ⚖ تەكلىپ كەلگەن تۇنجى ئاي ئاخىرلاشقاندا، كىم قارار قىلغانلىقى بۇ يەرگە يېزىلىدۇ.
earlier = ➡ ئالدىنقى ئاي
later = ⬅ كېيىنكى ئاي

# A month
head = ⚖ <b>{ $month }: كىم قارار قىلدى؟</b>
title = { $month }: كىم قارار قىلدى؟
chart-note = { $count } قارار
explain = بەشتىن ئاز سان ئېيتىلمايدۇ، بىرى كۆرسىتىلىپ قالمىسۇن دەپ. «ئاۋاز بېرىش» دېگەن: قوشنىلار ئۇنىڭغا ئاۋاز بەردى، شۇنداق قىلىندى.
few-decisions = قارار { $limit } تىن ئاز: كىم قارار قىلغانلىقى ئېيتىلمايدۇ.
share-owner = دۇكاندار { $count }
share-team = گۇرۇپپا { $count }
share-vote = ئاۋاز بېرىش { $count }
share-city = شەھەر { $count }
share-several = بىر نەچچە تەرەپ بىللە { $count }
by-owner = دۇكاندار
by-team = گۇرۇپپا
by-vote = ئاۋاز بېرىش
by-city = شەھەر
by-yard = مۈلۈك باشقۇرۇش ياكى مەھەللە
by-several = بىر نەچچە تەرەپ بىللە
fewer = { $limit } تىن ئاز
silence = 🤐 جاۋابسىز بەك ئۇزۇن كۈتكەنلەر: { $count }
answered = ✉ { $count } تەكلىپ تۇنجى جاۋابىنى ئالدى: يېرىمى { $median } كۈن ئىچىدە، ئەڭ ئۇزۇنى { $oldest } كۈندىن كېيىن
voices = 👍 { $voices } ئاۋاز، قوشنىلارنىڭ تۇنجى ئاۋازى: { $first }
undone = ↪ قايتۇرۇۋېلىنغىنى: { $count }
hidden = 🙈 يوشۇرۇلغىنى: { $count }
against = 🗳 { $number }-نومۇر «{ $words }»: ئاۋاز بېرىش قوللىدى، جاۋاب بولسا ھازىرچە ئەمەس: { $reason }
no-reason = سەۋەبى يېزىلمىغان
without-words = (سۆزسىز)
digest = ⚖ { $month }, كىم قارار قىلدى: { $shares } /ledger

# The slide back
slide = ⚖ ئۇدا ئىككى ئاي قارارلارنىڭ ھەممىسىنى دېگۈدەك دۇكاندار ۋە گۇرۇپپا ئۆزى قىلدى: ئۆتكەن ئاي { $decided } قارارنىڭ { $alone } ى. بۇنى پەقەت سىلەر ئاڭلايسىلەر. بىر ئاۋاز بېرىش ياكى مۇناسىۋەتلىك كىشىلەر بىلەن سۆزلىشىش بۇنى ئۆزگەرتەلەيدۇ.

# The promise
promised = 📬 { $when } غىچە جاۋاب بېرىش ۋەدە قىلىندى
overdue = ⏳ جاۋاب { $when } غىچە ۋەدە قىلىنغان، ۋاقتى ئۆتۈپ كەتتى
digest-overdue = ⏳ ۋەدە قىلىنغان { $days } كۈندىن ئۇزۇن جاۋابسىز تۇرغانلار: { $numbers }

# Months
month = { $year }-يىل { $month }
month-1 = يانۋار
month-2 = فېۋرال
month-3 = مارت
month-4 = ئاپرېل
month-5 = ماي
month-6 = ئىيۇن
month-7 = ئىيۇل
month-8 = ئاۋغۇست
month-9 = سېنتەبىر
month-10 = ئۆكتەبىر
month-11 = نويابىر
month-12 = دېكابىر
