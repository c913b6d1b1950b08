menu-events = What is on
back = ⬅ Back

# The card
card-title = 📅 <b>{ $title }</b>
card-when = 🕖 { $when }
card-where = 📍 { $where }
card-seats = 🪑 { $taken } of { $capacity } seats taken
card-coming = { $guests ->
    [0] 👥 { $people } coming
    [one] 👥 { $people } coming, and { $guests } guest
   *[other] 👥 { $people } coming, and { $guests } guests
}
card-waiting = ⏳ { $people } on the waiting list
card-cancelled = ❌ <b>Cancelled</b>: { $reason }
own-coming = { $guests ->
    [0] ✓ You are coming
    [one] ✓ You are coming with { $guests } guest
   *[other] ✓ You are coming with { $guests } guests
}
own-waiting = ⏳ You are number { $position } on the waiting list. You move up by yourself and hear of it.
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
calendar = 🗓 Into my calendar
cant-after-all = I can't after all
look-after = 🛠 Look after it

# After an answer
toast-coming = See you there!
toast-waiting = All seats are taken. You are number { $position } on the waiting list and will hear when you move up.
toast-maybe = Noted: maybe. Tell us when you know.
toast-cant = Thank you for telling us. See you next time!
toast-guests = { $guests ->
    [0] Noted: you come alone
    [one] Noted: { $guests } guest
   *[other] Noted: { $guests } guests
}
toast-thanks = Thank you!
first-say-coming = Please press “Coming” first, then add your guests.
guests-limit = You can bring up to { $most } guests.
no-seat-for-guest = Sorry, all seats are taken, so there is no room for one more guest.
moved-up = 🎉 A seat is free: you can come to “{ $title }”!
    🕖 { $when }
    📍 { $where }
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
called-off = ❌ “{ $title }” is cancelled (it was to be { $when }).
    Why: { $reason }
in-a-day = ⏰ See you soon: “{ $title }”
    🕖 { $when }
    📍 { $where }
in-hours = ⏰ It begins shortly: “{ $title }”
    🕖 { $when }
    📍 { $where }
thanks = 💛 Thank you for coming to “{ $title }”! How was it?
mood-good = 😊
mood-fair = 😐
mood-poor = 🙁
mood-kept = { $mood } Thank you for telling us how “{ $title }” was!
mood-known = You have told us already. Thank you!

# The list
what-is-on = 📅 <b>What is on</b>
nothing-on = Nothing is planned just now. You will hear when there is.
listed = • <b>{ $title }</b>
    { $when } · 👥 { $people }
open-event = 📅 { $title }
feed = 🗓 <a href="{ $link }">All events in your calendar</a>
new-event = ➕ New event
earlier = ⬅ Earlier
later = Later ➡

# Making one
ask-title = What is the event called? Please type it, for example “Autumn fair”.
draft-found = The event “{ $title }” that you began is still here. Shall we go on?
go-on = ▶ Go on
begin-anew = 🗑 Begin a new one
thrown-away = The draft is gone. Nobody was told.
what-is-on-button = 📅 What is on
ask-when = When is it? Choose a day, or just type, for example “Saturday 7 pm”.
ask-time = { $day }: at what time? Choose one, or just type it.
type-when = Please type the day and the time, for example “28 November 19:00” or “tomorrow 3:30 pm”.
when-past = This time does not work: it must lie ahead, within ten years. Please choose again; everything else is kept.
when-unclear = I could not read this time. Please try again, for example “Saturday 7 pm”.
which-one = Which one do you mean?
this-time = 🕖 { $when }
on-tomorrow = Tomorrow · { $day }
on-saturday = Weekend · { $day }
type-it = ⌨ Type it
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
what-to-change = What shall be changed about “{ $title }”?
step-title = Title
step-when = 🕖 Time
step-where = 📍 Place
step-many = 🪑 How many
step-words = 💬 Words
step-picture = 🖼 Picture
other-parts = ⋯ Others
announced = { $people ->
    [0] 📣 “{ $title }” is announced ✓ There is nobody else here yet.
    [one] 📣 “{ $title }” is announced ✓ One neighbour is being told.
   *[other] 📣 “{ $title }” is announced ✓ { $people } neighbours are being told.
}
    A link to pass on: { $link }
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

# Looking after it
looking-after = 🛠 <b>{ $title }</b>
    { $when }
who-comes = 👥 Who comes
who-came = ☑ Who came
call-off = ❌ Cancel it
guest-list = 👥 <b>{ $title }</b>: { $guests ->
    [0] { $people } coming
    [one] { $people } coming with { $guests } guest
   *[other] { $people } coming with { $guests } guests
}, { $maybe } maybe.
guest-coming = { $guests ->
    [0] ✓ { $name }
    [one] ✓ { $name } +{ $guests }
   *[other] ✓ { $name } +{ $guests }
}
guest-asked-again = { $guests ->
    [0] ❓ { $name } (has not answered for the new time)
    [one] ❓ { $name } +{ $guests } (has not answered for the new time)
   *[other] ❓ { $name } +{ $guests } (has not answered for the new time)
}
guest-maybe = 🤔 { $name }
guest-waiting = ⏳ { $name }
more-guests = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
moods = 😊 { $good } · 😐 { $fair } · 🙁 { $poor }
too-early-to-tick = This opens two hours before the start.
tick-who-came = <b>{ $title }</b>: { $came } of { $people } ticked. Press a name.
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
keep-it = Keep it
is-called-off = { $people ->
    [0] “{ $title }” is cancelled ✓ There was nobody to tell.
    [one] “{ $title }” is cancelled ✓ One neighbour is being told.
   *[other] “{ $title }” is cancelled ✓ { $people } neighbours are being told.
}

digest-line = 📅 “{ $title }” { $when }: { $people } coming, { $guests } guests, { $maybe } maybe, { $waiting } waiting
calendar-words = { $when }
    { $words }
