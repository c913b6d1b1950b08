menu-care = What is looked after here
back = ⬅ Back
back-to-all = ⬅ All of it
more = ⋯ More
see = 👀 Look at it
undo = ↩ Undo
without-words = (without words)
the-idea = 💡 The idea

# The list
list-title = 🧡 <b>What is looked after here</b>
nothing-yet = 🧡 Nothing has been finished here yet. What is done is looked after from then on.
no-more = 🧡 That was all of it.
line = 🧡 { $what }

# The card
card = 🧡 <b>{ $what }</b>
card-done = 🏁 Done on { $when }
card-alone = 👥 Nobody looks after it yet
card-steward = 👥 { $name } looks after it; a second one would be good
card-both = 👥 { $name } and { $deputy } look after it
good-means = ✓ Good means: { $good }
good-not-said = ✓ Good means: as it was on the first day
tools-are = 🧰 Tools: { $tools }
tools-not-said = 🧰 Tools: ask the team where they are.
card-care-day = { $weeks ->
    [one] 🌱 Care day every week, next on { $when }
   *[other] 🌱 Care day every { $weeks } weeks, next on { $when }
}
card-open = ⏳ Somebody has been asked to look at it.
card-next = 📅 Somebody looks again on { $when }
not-looked = Nobody has looked again yet.
last-good = ✅ Still good on { $when }
last-partly = 🔧 Partly good on { $when }
last-gone = 🍂 Gone since { $when }
last-why = “{ $why }”
over-gone = 🍂 “{ $what }” is gone. Thank you to all who looked after it!
over-enough = ✓ “{ $what }” was looked at for half a year and more. That is enough.
over-lapsed = 💤 Nobody came to look at “{ $what }” any more.
over-undone = ↩ “{ $what }” is not done any more.
how-it-goes-on = 🧡 How it goes on
not-done = That is not finished, or not of this place.

# Looking after it
i-look-after-it = 🧡 I’ll look after it
thanks-steward = 🧡 Thank you! You look after “{ $what }” now.
thanks-deputy = 🧡 Thank you! You look after “{ $what }” together with somebody: when she cannot, I ask you.
to-do-then = ✓ To do: I ask you after 30, 90 and 180 days to look and take a photo. Small things (wiping, watering, picking up) you may just do.
not-to-do = ✗ Not to do: paint over it, move it or take it away. No ladder, no electricity. Whose space it is decides about that.
where-to-report = 🚩 Something broken? “I look at it now” on its card, at any time. In danger: /human
next-look = 📅 The next look is on { $when }.
two-already = Two people look after it already. Thank you for wanting to!
too-many = You look after { $most } things already. Thank you! Please leave this one to somebody else.
only-stewards = That is for those who look after it. “I’ll look after it” stands on its card.
not-yours = You do not look after it (any more).
let-go = Noted ✓ Somebody else looks after “{ $what }” now. Thank you for all you did!
i-cannot = 🙏 I can’t any more
you-moved-up = 🧡 Whoever looked after “{ $what }” cannot any more. Now it is you. Thank you!
nobody-left = 🧡 Nobody looks after “{ $what }” any more. Would one of you, or do you know somebody?
say-what-good-means = ✓ Say what good means
what-is-good = When is “{ $what }” good? One sentence is enough, for example: the lamp is on and nothing is loose.
say-which-tools = 🧰 Say which tools
which-tools = Which tools does “{ $what }” need, and where are they? For example: the watering can behind the counter.
only-team-says = The team says that, or whoever’s space it is. Please tell them: /human
words-needed = Please say it in a few words.
that-is-enough = ✓ That is enough
enough-noted = Noted ✓ Nobody is asked about “{ $what }” any more.
told-enough = ✓ “{ $what }” has been looked at long enough. You are not asked any more. Thank you!
too-early-for-enough = The first half year is not over yet.
look-first = Somebody has been asked to look at it. Please look first.
go-on-yearly = 📅 Look again every year
toast-goes-on = Somebody looks again every year.

# A look
look-steward = 📅 “{ $what }” was done { $ago } ago. Would you go and look? When you stand before it, press here.
look-deputy = 📅 “{ $what }” was done { $ago } ago, and nobody could look yet. Would you go and look?
look-team = 📅 “{ $what }” was done { $ago } ago, and nobody could look yet. Would one of you?
look-last = 📅 “{ $what }” was done { $ago } ago, and nobody could look so far. Would you have a look when you pass by?
look-again-now = 📅 You wanted to look at “{ $what }” today. It was done { $ago } ago.
days-ago = { $days ->
    [0] only just
    [one] one day
   *[other] { $days } days
}
years-ago = { $years ->
    [one] a year
   *[other] { $years } years
}
i-look-now = 📷 I look at it now
another-day = ⏰ Another day
put-off = Noted ✓ I ask you again on { $when }.
not-put-off = It cannot be put off any more. If you can’t, say so: then I ask somebody else.
nothing-open = Nobody is waiting for a look at “{ $what }”.
take-photo-like-this = This is how “{ $what }” began. Please take a photo from the same spot and send it here.
take-photo = Please take a photo of “{ $what }” and send it here.
no-photo = I have no photo
how-is-it = How is it?
photo-kept = The photo is kept ✓ How is it? A better photo takes its place.
enough-photos = { $most } photos are enough. Thank you! How is it?
photo-refused = Please send another photo of “{ $what }”.
found-good = ✅ Good
found-partly = 🔧 Partly
found-gone = 🍂 Gone
what-is-to-do = What is to be done for “{ $what }”? A few words are enough.
what-became-of-it = “{ $what }” is gone? What happened?
without-words-button = Without words
somebody-was-quicker = Somebody has just looked at it. Thank you!
noted-good = ✅ Thank you! “{ $what }” is still good.
noted-partly = 🔧 Thank you! The team knows what is to be done for “{ $what }”.
noted-gone = 🍂 Thank you for telling. “{ $what }” is gone.
team-looks-first = Somebody of the team looks at it before everybody sees it.
taken-back-already = That was taken back already.
not-the-last = Others have looked since, or more became of it. This cannot be taken back any more.
ask-the-team = That can be corrected once, within a day. Now please ask the team: /human
toast-taken-back = Taken back ✓
mended = ✓ It is mended
mended-noted = ✓ Thank you! “{ $what }” is mended.
mended-already = That is mended already. Thank you!
to-do = 🔧 “{ $what }” is only partly good: { $why }
gone-in-register = 🍂 “{ $what }” is gone. It also stands in the register of what people made: please end it there, so that its makers hear.
in-register = 🖌 In the register

# Before everybody sees it
neighbour-found-good = 👀 A neighbour looked at “{ $what }”: good. May everybody see the photo?
neighbour-found-partly = 👀 A neighbour looked at “{ $what }”: partly good. May everybody see it so?
neighbour-found-gone = 👀 A neighbour says that “{ $what }” is gone. Is that so?
show-it = ✓ Yes, tell everybody
not-so = ✗ No
shown = Told ✓ “{ $what }”
shown-already = Everybody has been told already.
set-aside = Set aside ✓ Would one of you look at “{ $what }”?

# What everybody concerned hears
news-good = ✅ No. { $number } “{ $what }” is still good, { $ago } after it was done.
news-partly = 🔧 No. { $number } “{ $what }” is partly good, { $ago } after it was done. What is missing is being looked after.
news-gone = 🍂 No. { $number } “{ $what }” is gone, { $ago } after it was done. Thank you for having stood behind it!
news-not-so = ↩ No. { $number } “{ $what }”: what you heard last was not so.

# The end
told-gone = 🍂 “{ $what }” is gone, as its owner says. You need not look after it any more. Thank you!
told-undone = ↩ Something that you look after is not done any more. You are not asked about it. When it is done again, it is yours again.
told-lapsed = 💤 Nobody came to look at “{ $what }” twice in a row. Nobody is asked any more; on its card you can begin again.

# Care days
care-days = 🌱 Care days
how-often = What grows needs somebody again and again. How often does “{ $what }”?
every-weeks = { $weeks ->
    [one] Every week
   *[other] Every { $weeks } weeks
}
no-care-days = No care days
toast-no-care-days = No care days any more.
rhythm-noted = Noted ✓ The first care day of “{ $what }” is { $when }. I remind you in the morning.
care-day = 🌱 Today is the care day of “{ $what }”. Tools: { $tools }
care-day-plain = 🌱 Today is the care day of “{ $what }”.
cared-for = 🌱 Done
not-this-time = Not this time
cared-noted = ✓ Thank you! “{ $what }” has its next care day on { $when }.
next-time-noted = Noted ✓ “{ $what }” has its next care day on { $when }.
cared-already = That is done already. Thank you!

# Today and digests
today-look = 📅 Look at “{ $what }”
today-to-do = 🔧 To be done: “{ $what }”
today-show = 👀 A neighbour looked at “{ $what }”
digest-to-do = 🔧 “{ $what }” is only partly good: /care
digest-good = ✅ “{ $what }” is still good
digest-partly = 🔧 “{ $what }” is partly good
digest-gone = 🍂 “{ $what }” is gone
digest-look = { $count ->
    [one] 📅 One finished change waits for somebody who looks at it: /care
   *[other] 📅 { $count } finished changes wait for somebody who looks at them: /care
}
digest-alone = { $count ->
    [one] 🧡 One finished change has nobody who looks after it: /care
   *[other] 🧡 { $count } finished changes have nobody who looks after them: /care
}
digest-missed = 🌱 Nobody came to the last two care days of “{ $what }”: /care
total-looks = 🧡 Finished changes looked at again: { $count }
hold-steward = 🌿 { $what }
hold-deputy = 🌿 { $what } (as deputy)

# In one's own calendar
calendar-day = 🌱 Care day: { $what }
calendar-tools = Tools: { $tools }
