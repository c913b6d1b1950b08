# Pictures that are held back.
menu-held = Pictures held back (team)
back = ⬅ Back
more = More
somebody = somebody
by-itself = by itself, since the same picture was held before

# What it is a picture of.
of-idea = a picture of idea no. { $name }
of-event = a picture of “{ $name }”
of-broadcast = a picture sent to many
of-spot = the picture of a spot
of-made = a last photo of something made
of-need = a photo of something that was brought
of-something = a picture

# Looking for the one that is meant.
no-pictures = There is no picture to look at here.
look = 🖼 Picture { $number } of { $count }: { $what }. Is a child on it? Hold it until a guardian has agreed; nobody sees it until then.
hold = ✋ Hold this one back
earlier = ◀ Earlier
later = Next ▶
not-here = This picture is not shown here any more.
is-held = ✋ Held back: { $what }. Nobody sees it until a guardian agrees. Whoever sent it knows. Without an agreement it is removed on { $until }.
called-back = { $count ->
    [one] { $count } message that showed it is being changed.
   *[other] { $count } messages that showed it are being changed.
}
not-called-back = { $count ->
    [one] { $count } message could not be changed and still shows it.
   *[other] { $count } messages could not be changed and still show it.
}
out-of-reach = { $count ->
    [one] { $count } message is more than 30 days old and cannot be called back; it may still show it.
   *[other] { $count } messages are more than 30 days old and cannot be called back; they may still show it.
}
see-it = See where it stands
see-all = ✋ All that is held back

# /held
waiting = { $count ->
    [one] ✋ <b>{ $count } picture is held back</b> until a guardian agrees.
   *[other] ✋ <b>{ $count } pictures are held back</b> until a guardian agrees.
}
nothing-waits = ✋ No picture is held back. Do you see a child on one? You can hold it until a guardian has agreed.
choice = { $days ->
    [0] { $what } · today
    [one] { $what } · { $days } day
   *[other] { $what } · { $days } days
}
look-for-one = 🖼 Look through the pictures
agreed-button = ✓ Agreed to
card = ✋ <b>Held back</b>: { $what }, sent by { $sender }
    Since { $day }, by { $name }
    Removed on { $until } unless a guardian agrees
has-agreed = ✓ A guardian has agreed
ask-release = Did a guardian of every child on it say yes to you? Then everybody sees it again. That you were told is on record with today’s date; the guardian’s name is not kept.
release = ✓ Yes, show it again
released = ✓ Everybody sees it again: { $what }. Should a guardian change their mind, you can hold it back at once.
remove = 🗑 Remove it
ask-remove = Remove the picture for good? It cannot be brought back.
remove-now = 🗑 Yes, remove it
removed = 🗑 Removed: { $what }. Whoever sent it knows.
settled = This has been settled already. /held shows how things stand.
agreed = { $count ->
    [one] ✓ A guardian agreed to { $count } picture. Did somebody change their mind?
   *[other] ✓ Guardians agreed to { $count } pictures. Did somebody change their mind?
}
none-agreed = Nothing was agreed to so far.
agreed-card = ✓ <b>Agreed</b>: { $what }
    On { $day }, told to { $name }
hold-again = ✋ A guardian changed their mind: hold it back

# To whoever sent it.
yours-is-held = 💛 Thank you for { $what }. A child may be on it, so we keep it to ourselves until a guardian has agreed. Has one? Tell the team, then everybody sees it again. Otherwise it is removed on { $until }.
yours-is-back = 💛 A guardian has agreed: everybody sees it again, { $what }. Thank you for your patience!
yours-is-removed = 💛 We have removed it as no agreement came: { $what }. Everything else you sent is still here. A picture without children is always welcome.
to-the-team = 🙋 Tell the team

digest-soon = { $count ->
    [one] ✋ { $count } picture held back is removed within two days unless a guardian agrees (/held)
   *[other] ✋ { $count } pictures held back are removed within two days unless a guardian agrees (/held)
}
today = ✋ Held back: { $what }
