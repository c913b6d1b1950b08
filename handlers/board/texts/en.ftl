# Both pages
languages = Languages
all-ideas = All ideas
open-in-chat = 💬 Open in the chat
open-in-telegram = Open in Telegram
no-names = No page here shows who suggested, decided or voted. Words and photos are the neighbours’ own.
number = No. { $number }
without-words = Without words
photo = Photo of no. { $number }
voices = { $voices ->
    [0] no supporters yet
    [one] one neighbour supports it
   *[other] { $voices } neighbours support it
}

# A place
place-title = { $place } · Ideas of the neighbours
place-lead = What neighbours suggested for { $place }, what was decided, and why.
suggest = 💡 Suggest something
board = The board
by-status = By status
by-spot = By spot
all-statuses = Every status
all-spots = Every spot
elsewhere = Elsewhere
found = { $count ->
    [0] There is nothing here yet.
    [one] One idea
   *[other] { $count } ideas
}
pages = Pages
newer = Newer
older = Older
page-of = Page { $page } of { $pages }
decided = What was decided, and why
step-shopkeeper = by the shopkeeper
step-liaison = by the city’s liaison
step-property-manager = by property management or the community office
step-team = by the volunteers
events = What is coming
past = What has been
were-there = { $people ->
    [one] { $people } was there
   *[other] { $people } were there
}
album-photo = “{ $title }”, photo { $number }
more-photos = { $count ->
    [one] One more photo in the chat.
   *[other] { $count } more photos in the chat.
}
calendar = 🗓 Subscribe to the calendar
polls = How polls came out
closed-on = Closed on { $when }
turnout = { $voters ->
    [0] Nobody voted.
    [one] One person voted.
   *[other] { $voters } people voted.
}
votes = { $votes ->
    [one] one vote
   *[other] { $votes } votes
}
votes-share = { $votes ->
    [one] one vote
   *[other] { $votes } votes
} ({ $share } %)
dots = { $dots ->
    [one] one dot
   *[other] { $dots } dots
}
score = { $votes ->
    [0] nobody gave it a score
    [one] { $score } of 5 (one person)
   *[other] { $score } of 5 ({ $votes } people)
}
feed = News of this place as a feed (Atom)
open-data = Open data: all of this as tables
feed-title = { $place } · What became of ideas

# An idea
idea-title = No. { $number }: { $words }
idea-description = { $status } · { $place }
on-trial = On trial until { $until }
history = What was decided, and why
no-history = Nothing has been decided yet.
before-after = Before and after
before = Before
after = Now
compare = Move to compare before and now
photos = Photos
in-polls = In the polls
in-poll = { $votes ->
    [0] None of { $voters } voted for it.
    [one] One of { $voters } voted for it.
   *[other] { $votes } of { $voters } voted for it.
}
in-poll-dots = { $dots ->
    [one] One dot
   *[other] { $dots } dots
} from { $voters } who voted.
in-poll-score = { $votes ->
    [0] Nobody gave it a score.
    [one] { $score } of 5 on average.
   *[other] { $score } of 5 on average.
}

# What is not there
which-place = Which place do you mean?
gone-title = This page is not here
gone = It may have moved, or it is not public. The board shows what is.
gone-place = There is no such place here. Please check the address or scan the code on the shop door again.

# What people made
made = Made by neighbours
made-photo = Photo of “{ $what }”
rests = 🌙 This place rests just now. You can read everything here; new ideas are kept until somebody wakes it.
tasks = What needs a hand
do-it = 🙋 I’ll do it
ledger = Who decided?
ledger-explain = Fewer than five are not told. “Vote” means: the neighbours had voted for it, and so it was done.
pulse = Is it getting better here?
pulse-explain = Every three months everybody here is asked, in the chat and on paper. Fewer than five are not told.
pulse-stories = What changed most for them

# How it goes on
step-steward = by whoever looks after it
care = How it goes on
care-done = { $count ->
    [one] One change was done here. Somebody goes back to look at it:
   *[other] { $count } changes were done here. Somebody goes back to look at them:
}
care-good = ✅ still good: { $count }
care-partly = 🔧 partly good: { $count }
care-gone = 🍂 gone: { $count }
care-open = 📅 not looked at again yet: { $count }
care-year = A year after they were done, { $good } of { $done } were found to be still good.
care-year-percent = A year after they were done, { $good } of { $done } were found to be still good ({ $percent } %).

# What a change needs, and its money
needs = What it needs
experts = What experts said
money = The money of it
money-note = Every line stays as it was written; a correction is a line of its own.
read-by-neighbour = 🌐 Translated by a neighbour
read-by-machine = 🤖 Translated by a machine ({ $host })
read-original = The words as they were written
in-the-budget = ✅ ¥{ $cost }: { $votes ->
    [one] one chose it
   *[other] { $votes } chose it
}
not-in-the-budget = ¥{ $cost }: { $votes ->
    [0] nobody chose it
    [one] one chose it, the money did not reach
   *[other] { $votes } chose it, the money did not reach
}
