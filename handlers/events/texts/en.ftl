menu-events = What is on
back = ⬅ Back

# The card
card-title = 📅 <b>{ $title }</b>
card-when = 🕖 { $when }
card-where = 📍 { $where }
card-seats = 🪑 { $taken } of { $capacity } seats taken
card-coming = 👥 { $people } coming
card-coming-with = 👥 { $people } coming, and { $party }
card-came = 👥 { $people } were there
card-weekly = { $later ->
    [one] 🔁 Every week: { $later } more date after this one, until { $until }
   *[other] 🔁 Every week: { $later } more dates after this one, until { $until }
}
party-guests = { $guests ->
    [one] { $guests } guest
   *[other] { $guests } guests
}
party-children = { $children ->
    [one] { $children } child
   *[other] { $children } children
}
party-both = { $guests } and { $children }
card-waiting = ⏳ { $people } on the waiting list
card-apart = 👥 + { $people } from a network that had its share, until the team has looked
card-cancelled = ❌ <b>Cancelled</b>: { $reason }
own-coming = ✓ You are coming
own-coming-with = ✓ You are coming with { $party }
own-waiting = ⏳ You are number { $position } on the waiting list. You move up by yourself and hear of it.
own-apart = ⏳ You are noted. Many newcomers came over your network, so the team looks first; you hear when you have a seat.
own-waiting-with = ⏳ You are number { $position } on the waiting list, with { $party }. You move up by yourself and hear of it.
own-maybe = ✓ You may come
own-cant = ✓ You cannot come
own-asked-again = ❓ The time has changed. Are you still coming?
coming = Coming
maybe = Maybe
cant = Can't
chosen = ✓ { $answer }
in-line = ⏳ Waiting
guest-less = − one guest
guest-more = + one guest
child-less = − one child
child-more = + one child
same-for-all = { $count ->
    [one] 🔁 The same for { $count } more date
   *[other] 🔁 The same for { $count } more dates
}
all-dates = 🔁 All dates
album = 📷 Album ({ $count })
calendar = 🗓 Into my calendar
cant-after-all = I can't after all
look-after = 🛠 Look after it
arriving = 🔳 Code for arriving
group-list = 📋 List for WeChat

# After an answer
toast-coming = See you there!
toast-waiting = All seats are taken. You are number { $position } on the waiting list and will hear when you move up.
toast-apart = You are noted ✓ Many newcomers came over your network, so the team looks first. You hear when you have a seat.
toast-maybe = Noted: maybe. Tell us when you know.
toast-cant = Thank you for telling us. See you next time!
toast-alone = Noted: you come alone
toast-party = Noted: { $party }
toast-all = { $count ->
    [one] Noted for { $count } date.
   *[other] Noted for all { $count } dates.
}
toast-all-waiting = Noted for { $count } dates. On { $waiting } of them you are on the waiting list, and hear when you move up.
toast-thanks = Thank you!
first-say-coming = Please press “Coming” first, then add your guests.
guests-limit = You can bring up to { $most } guests and { $most } children.
no-seat-for-guest = Sorry, there are not enough seats for one more.
seats-for-newcomers = Newcomers over one network can take { $most } seats a day. Would you like more? Please ask the team.
moved-up = 🎉 A seat is free: you can come to “{ $title }”!
    🕖 { $when }
    📍 { $where }
    Are you still coming? If not, please say so before { $until }, for the next one in line. If we hear nothing, the seat is yours.
noted-moved-up = 🎉 A seat is free: { $name } of the group list can come to “{ $title }” ({ $when }). Please tell her.
several-moved-up = 🎉 Seats are free: { $count } neighbours of the group list can come to “{ $title }” ({ $when }). Please tell them:
tell-the-group = { $count ->
    [one] 📋 One neighbour of the group list does not read this here: please tell her.
   *[other] 📋 { $count } neighbours of the group list do not read this here: please tell the group.
}
still-coming = ✓ Yes, I am coming
event-gone = This event is not here any more. /events shows what is on.
is-cancelled = This event was cancelled.
has-begun = It has already begun, so this cannot be changed any more.

# What many hear
moved = 📅 “{ $title }” has a new time:
    🕖 { $when }
    📍 { $where }
    Are you coming?
elsewhere = 📅 “{ $title }” is somewhere else now:
    📍 { $where }
    🕖 { $when }
dates-moved = 📅 “{ $title }” has new times on { $dates } dates. The next one:
    🕖 { $when }
    📍 { $where }
    Are you coming?
dates-elsewhere = 📅 “{ $title }” is somewhere else on { $dates } dates. The next one:
    📍 { $where }
    🕖 { $when }
end-changed = ⏰ Another end for “{ $title }”: { $when }. 📍 { $where }
dates-end-changed = ⏰ Another end for { $dates } dates of “{ $title }”, the next: { $when }. 📍 { $where }
called-off = ❌ “{ $title }” is cancelled (it was to be { $when }).
    Why: { $reason }
dates-called-off = ❌ “{ $title }” is cancelled on { $dates } dates, from { $when } on.
    Why: { $reason }
in-a-day = ⏰ See you soon: “{ $title }”
    🕖 { $when }
    📍 { $where }
in-hours = ⏰ It begins shortly: “{ $title }”
    🕖 { $when }
    📍 { $where }
thanks = 💛 Thank you for coming to “{ $title }”! How was it? Tap a face, then you can send your photos.
mood-good = 😊
mood-fair = 😐
mood-poor = 🙁
mood-kept = { $mood } Thank you for telling us how “{ $title }” was! Did you take photos? Put them into its album.
my-photos = 📷 Send my photos
mood-known = You have told us already. Thank you!

# The list
what-is-on = 📅 <b>What is on</b>
nothing-on = Nothing is planned just now. You will hear when there is.
listed = • <b>{ $title }</b>
    { $when } · 👥 { $people }
past-button = ⬅ 🕰 Past
what-was = 🕰 <b>What has been</b>
nothing-past = Nothing has taken place yet.
past-line = • <b>{ $title }</b>
    { $day } · 👥 { $people } · 📷 { $photos }
newer = ⬅ Newer
older = Older ➡
open-event = 📅 { $title }
feed = 🗓 <a href="{ $link }">All events in your calendar</a>
feed-of-mine = Only mine: /calendar
new-event = ➕ New event
earlier = ⬅ Earlier
later = Later ➡

# Making one
ask-title = What is the event called? Please type it, for example “Autumn fair”.
draft-found = The event “{ $title }” that you began is still here. Go on with it?
go-on = ▶ Go on
begin-anew = 🗑 Begin a new one
thrown-away = The draft is gone. Nobody was told.
what-is-on-button = 📅 What is on
ask-when = When is it? Choose a day, or just type, for example “7 pm Saturday” or “28 November 19:00–21:00”.
ask-time = { $day }: at what time? Choose one, or just type it.
when-past = This time does not work: it must lie ahead, within ten years. Please choose again; everything else is kept.
when-unclear = I could not read this time. Please try again, for example “Saturday 7 pm”.
which-one = Which one do you mean?
this-time = 🕖 { $when }
on-day = { $day }
other-hours = ⋯ Other times
ask-where = Where is it? Please type it, for example “in front of shop L”.
ask-many = How many people at most, guests included? Please type a number.
no-limit = No limit
ask-words = What would you like to say about it? Please type a few words.
skip = Skip
ask-picture = Please send a picture; it goes with the announcement.
picture-refused = Sorry, the picture for “{ $title }” cannot be used. Send another one, or go on without.
other-picture = 🖼 Another picture
picture-on-its-way = The picture is not ready yet. Please press again in a few seconds.
picture-follows = 🖼 The picture is being prepared and will go with it.
preview = 👀 This is what everybody will see:
announce = 📣 Announce
change = ✏ Change
throw-away = 🗑 Throw away
what-to-change = What would you like to change about “{ $title }”?
step-title = Title
step-when = 🕖 Time
step-where = 📍 Place
step-many = 🪑 How many
step-words = 💬 Words
step-picture = 🖼 Picture
step-repeat = 🔁 Every week
ask-repeat = Is it every week? Choose, or type how many times (up to { $most }), or the last day, for example “31 December”.
only-once = Only once
weekly = 🔁 Every week, { $times } times
repeats-limit = It can be repeated up to { $most } times. Please choose another number or day.
other-parts = ⋯ Others
announced = 📣 “{ $title }” is announced ✓
pass-on = A link to pass on: { $link }
pass-on-telegram = ✈ Telegram: { $link }
in-short = 📅 <b>{ $title }</b> – { $when }
see-event = 📅 See the event
announced-already = This event has been announced already.
change-kept = Saved ✓ “{ $title }”
    🕖 { $when }
    📍 { $where }
    In 10 minutes everybody who answered is told once. Until then you can still correct it.
change-told = Saved ✓ “{ $title }”
    🕖 { $when }
    📍 { $where }
    It is close, so everybody who answered is told at once.
later-too = { $count ->
    [one] 🔁 Change the { $count } later date too
   *[other] 🔁 Change the { $count } later dates too
}
later-kept = { $count ->
    [one] Saved ✓ { $count } later date of “{ $title }” is changed too. All is told once, together.
   *[other] Saved ✓ { $count } later dates of “{ $title }” are changed too. All is told once, together.
}
many-kept = Saved ✓ “{ $title }” has { $capacity } seats now. If any are free, whoever waits moves up.
no-limit-kept = Saved ✓ “{ $title }” has no limit any more. Whoever waited can come.

# Looking after it
looking-after = 🛠 <b>{ $title }</b>
    { $when }
who-comes = 👥 Who comes
who-came = ☑ Who came
call-off = ❌ Cancel it
guest-list = 👥 <b>{ $title }</b>: { $people } coming, { $maybe } maybe.
guest-list-with = 👥 <b>{ $title }</b>: { $people } coming with { $party }, { $maybe } maybe.
name-with = { $name } + { $party }
guest-coming = ✓ { $name }
guest-moved-up = ⏫ { $name } (just moved up; may still say no until { $until })
guest-asked-again = ❓ { $name } (has not answered for the new time)
guest-maybe = 🤔 { $name }
guest-waiting = ⏳ { $name }
noted-coming = 📋 { $name }
noted-waiting = ⏳ 📋 { $name }
without-name = by a group list
guest-apart = 👥 { $name } (beside the line)
let-in = 👥 Let the { $count } in: they are neighbours
are-in = { $count } stand in the line now ✓
look-after-crowd = 👥 See who it is
many-seats = 🚨 { $count } newcomers asked for seats at “{ $title }” within a few minutes. What goes beyond 5 of one network a day waits beside the line. Neighbours who share one Wi-Fi? Then let them in.
more-guests = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
moods = 😊 { $good } · 😐 { $fair } · 🙁 { $poor }
too-early-to-tick = This opens two hours before the start.
tick-who-came = { $more ->
    [0] <b>{ $title }</b>: { $came } of { $people } ticked. Press a name.
    [one] <b>{ $title }</b>: { $came } of { $people } ticked, and { $more } came without a word. Press a name.
   *[other] <b>{ $title }</b>: { $came } of { $people } ticked, and { $more } came without a word. Press a name.
}
walk-in-more = +1 came without a word
walk-in-less = −1
walk-ins-limit = Here you can count from 0 to { $most } people.
walk-ins-stand = It stands at { $count } now. Did one more come? Press again.
ticked = ☑ { $name }
not-ticked = ☐ { $name }
ask-reason = Why is “{ $title }” cancelled? Please write a sentence; everybody will read it.
reason-first = Please write the reason first.
confirm-call-off = Cancel “{ $title }”?
    Why: { $reason }
    { $people ->
    [0] Nobody has answered yet.
    [one] One neighbour will be told. This cannot be undone.
   *[other] { $people } neighbours will be told. This cannot be undone.
}
call-off-now = ❌ Cancel and tell them
call-off-this = ❌ Only this date
call-off-later = { $count ->
    [one] ❌ This and { $count } later date
   *[other] ❌ This and { $count } later dates
}
keep-it = Keep it
is-called-off = { $people ->
    [0] “{ $title }” is cancelled ✓ There was nobody to tell.
    [one] “{ $title }” is cancelled ✓ One neighbour is being told.
   *[other] “{ $title }” is cancelled ✓ { $people } neighbours are being told.
}

# The dates of one event
dates-head = { $count ->
    [one] 🔁 <b>{ $title }</b>: { $count } date to come
   *[other] 🔁 <b>{ $title }</b>: { $count } dates to come
}
date-line = • { $when } · 👥 { $people }
date-answered = { $line }
    Your answer: { $answer }
open-date = { $when }

# The album
ask-event-photos = Please send your photos of “{ $title }”, several at once if you like. The team looks at them before anybody else does. Are there children in them? Then ask their parents first.
photo-kept = 📷 Thank you, it is here! Once the team has looked at it, everybody finds it in the album of “{ $title }”, on the public page, too. You can send more.
that-was-all = ✓ That was all
add-photos = 📷 Add my photos
album-empty = The album of “{ $title }” is still empty. Did you take photos?
album-photo = 📷 <b>{ $title }</b> { $number } / { $count }
take-out = 🗑 Take it out of the album
hold-a-picture = ✋ A child on a picture: hold it back
look-at-photos = 📷 New photos ({ $count })
photo-waits = { $count ->
    [one] A photo from { $name } (<b>{ $title }</b>, { $count } to look at). May everybody see it? Children only if their parents agree.
   *[other] A photo from { $name } (<b>{ $title }</b>, { $count } to look at). May everybody see it? Children only if their parents agree.
}
let-through = ✓ Into the album
keep-out = ✗ Leave it out
no-photos-waiting = There are no new photos of “{ $title }” to look at.
toast-let-through = It is in the album
toast-kept-out = Nobody sees it any more
photo-gone = This photo is not here any more.
photos-afterwards = Photos can be sent once it has begun.
photos-of-guests = Photos come from those who were there. If you were, please tell a volunteer.
enough-photos = That is { $most } photos, the most one person can send. Thank you!
event-photo-refused = Sorry, one of your photos of “{ $title }” cannot be used. Please send another one.

# One's own calendar
calendars = 🗓 <b>Calendar</b>
    All events: <code>{ $everything }</code>
    You can also have a link with only what you come to. In your calendar app choose “subscribe” and paste the link.
calendars-with-mine = 🗓 <b>Calendar</b>
    All events: <code>{ $everything }</code>
    Only mine: <code>{ $mine }</code>
    In your calendar app choose “subscribe” and paste the link. “Only mine” is for you alone; if somebody else got it, make a new one.
make-link = 🔑 Give me a link
new-link = 🔑 A new link
no-link = 🚫 Switch my link off
toast-new-link = This link is new; the old one leads nowhere now
toast-no-link = The link is switched off
my-events = My events

digest-photos = { $count ->
    [one] 📷 “{ $title }”: { $count } new photo to look at
   *[other] 📷 “{ $title }”: { $count } new photos to look at
}
digest-line = 📅 “{ $title }” { $when }: { $people } coming{ $guests ->
    [0] {""}
    [one] , { $guests } guest
   *[other] , { $guests } guests
}{ $children ->
    [0] {""}
    [one] , { $children } child
   *[other] , { $children } children
}{ $maybe ->
    [0] {""}
    [one] , { $maybe } maybe
   *[other] , { $maybe } maybe
}{ $waiting ->
    [0] {""}
    [one] , { $waiting } waiting
   *[other] , { $waiting } waiting
}
digest-held = 📅 “{ $title }” took place on { $when }
digest-held-album = 📅 “{ $title }” took place on { $when } · 📷 { $photos }: /events
total-events = 📅 Events held: { $count }
total-guests = 🙂 Places taken at them: { $count }
calendar-words = { $when }
    { $words }
menu-newevent = Make an event (team)
keep-as-made = 🖌 Keep as made by people
hold-event = 📅 { $title }
hold-draft = ✎ 📅 { $title } (draft)
