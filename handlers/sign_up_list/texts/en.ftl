menu-lists = Lists for a WeChat group (team)
back = ⬅ Back
more = ⋯ More
which-list = 📋 A group list of what? I write it for you to copy into the group; afterwards you paste it back here.
nothing-ahead = 📋 Nothing is ahead that people could sign up for. Make an event or a task first.
of-one = 📋 { $title }

# The list that goes out
out-title = 📋 { $title }
out-when = 🕖 { $when }
out-where = 📍 { $where }
out-answered = { $count ->
    [one] 👥 One neighbour has signed up in Nestbox already.
   *[other] 👥 { $count } have signed up in Nestbox already.
}
out-free = { $count ->
    [one] 🪑 One more place
   *[other] 🪑 { $count } more places
}
out-full = 🪑 All places are taken. Whoever writes here stands in line.
out-link = 👉 { $link }
out-line = { $number }. { $name }
out-guests = { $name } +{ $guests }
out-children = { $children ->
    [one] { $name } with { $children } kid
   *[other] { $name } with { $children } kids
}
out-both = { $children ->
    [one] { $name } +{ $guests } with { $children } kid
   *[other] { $name } +{ $guests } with { $children } kids
}

# Back again
paste-back = 👆 Copy the list above into the group for “{ $title }”. Has the group filled it in? Then copy it there and paste it here.
result = 📋 <b>{ $title }</b>: I read your list. Nothing is booked yet.
new-ones = 🆕 New: { $count }
changed-ones = 🔢 With another number: { $count }
changed-line = { $name }: { $before } → { $now }
gone-ones = ➖ Not on the list any more: { $count }
same-ones = ✓ As noted already: { $count }
themselves = 👤 Signed up in Nestbox themselves, and stay as they said: { $count }
twice = 👥 Noted by a list, and signed up in Nestbox too. One and the same? Then paste the list without her: { $count }
beside = 💬 Words beside a name, which I do not read: { $count }
beside-line = { $name }: { $words }
unread = ❓ Not understood, and not booked: { $count }
unread-line = “{ $line }”
line = • { $words }
and-more = { $count ->
    [one] … and { $count } more
   *[other] … and { $count } more
}
nothing-new = Nothing needs booking.
book = ✓ Book them ({ $count })
take-off = ➖ Who is gone ({ $count })
booked = { $count ->
    [0] ✓ “{ $title }”: your list is noted.
    [one] ✓ “{ $title }”: one neighbour of the list is booked.
   *[other] ✓ “{ $title }”: { $count } neighbours of the list are booked.
}
changed-too = { $count ->
    [one] 🔢 One comes with another number.
   *[other] 🔢 { $count } come with another number.
}
waiting = { $count ->
    [one] ⏳ In line for a seat; I tell you when one is free:
   *[other] ⏳ { $count } are in line for a seat; I tell you when one is free:
}
no-room = { $count ->
    [one] ✗ No room, not booked or changed; please tell her:
   *[other] ✗ No room for { $count }, not booked or changed; please tell them:
}
undo = ↩ Take it back
see-it = 👀 See it
look-again = 📋 See the list again
undone = { $count ->
    [0] ↩ “{ $title }”: nothing of your list was left to take back.
    [one] ↩ “{ $title }”: one booking of your list is taken back.
   *[other] ↩ “{ $title }”: { $count } bookings of your list are taken back.
}
really-gone = { $count ->
    [one] ➖ She came to “{ $title }” by a list and is not on this one. Did you paste all of it? Then take her off.
   *[other] ➖ { $count } came to “{ $title }” by a list and are not on this one. Did you paste all of it? Then take them off.
}
take-off-now = ➖ Take off ({ $count })
leave-them = Leave them
taken-off = { $count ->
    [one] ➖ “{ $title }”: one neighbour is taken off. If it was a mistake, paste the list again.
   *[other] ➖ “{ $title }”: { $count } neighbours are taken off. If it was a mistake, paste a list with them again.
}

# What cannot be
no-such-list = This is not here any more. /lists shows what is ahead.
is-closed = It has begun or is called off, so no list is taken any more.
paste-gone = This list is forgotten, as every list is after a day. Please paste it again.
too-long = That is too long for one list. Please paste it in parts.
of-another = This list is not the one of “{ $title }”: its link leads elsewhere. Please choose what it belongs to: /lists
no-names = I found no numbered names. Each neighbour needs a line that begins with a number, such as “1. Aygul +1”.
still-blank = Nobody has written a name yet: all numbers are empty.
enough-for-today = These were { $most } lists within a day. Please come back tomorrow.
booked-already = All of it is booked already
undone-already = It was taken back already
nobody-gone = Nobody who came by a list is missing on this one.
