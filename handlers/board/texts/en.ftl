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
