# /place
only-place = 📍 You are in <b>{ $place }</b>.
    To come to another place, scan the QR code on its door or open its link. To bring somebody here, pass this on:
    { $link }
your-places = Where would you like to be?
here = 📍 <b>{ $place }</b> – you are here
there = · { $place }
pass-on = To bring somebody here, pass this on: { $link }
go-there = ➡ { $place }
more-places = ⋯ More places
look-after = ⚙ Look after this place
now-here = 📍 You are in <b>{ $place }</b> now.
still-asked = A question is still open here: your next message answers it. /cancel drops it.
not-your-place = That place is not on your list. Please open its link.
belongs-toast = That belongs to { $place }.
belongs-to = That button belongs to <b>{ $place }</b>, and you are in <b>{ $here }</b> now. Nothing was changed. Go there, then press it again.
ideas-button = 👍 Ideas
places-button = 📍 My places

# What a lead sets
settings = ⚙ <b>{ $place }</b>
settings-button = ⚙ The place
line-spots = 📍 { $count ->
    [one] One spot
   *[other] { $count } spots
}, { $pictured } with a photo
line-languages = 🌐 { $names }
line-clocks = 🕐 It is { $now }
line-moderation-before = 👀 Ideas are shown when the team has published them
line-moderation-after = 👀 Ideas are shown at once, the team looks afterwards
line-quiet = 🌙 Quiet: { $hours }
line-digests = 📰 Digests: shopkeeper { $shop }, team { $team }
line-made-days = 🎨 Makers have { $days } days when what they made is to be changed
made-days-button = 🎨 Time for makers
what-made-days = time for makers
made-days = When somebody wants to change what others made, its makers have { $days } days to take a photo, move it or help. How long?
line-promise = 📬 An answer is promised within { $days } days, { $voices ->
    [one] for every idea
   *[other] from { $voices } voices on
}
line-no-promise = 📬 No date is promised for answers
promise-button = 📬 When answers come
what-answer-days = days until an answer
what-answer-voices = voices from which an answer is owed
ask-answer-days = Within how many days does an answer come? The date then stands on the card of each idea, and everybody sees when it is overdue.
ask-answer-voices = From how many voices is an answer owed?
no-promise = No promise
from-voices = { $count ->
    [one] Every idea
   *[other] From { $count } voices
}
days = { $days } days
line-money-limit = 💰 Above ¥{ $yuan } two people agree to a line of money
money-limit-button = 💰 Money and two people
what-money-limit = money and two people
money-limit = A line of the money of a change above ¥{ $yuan } counts once a second person of the team agrees. Above which amount should it be two?
yuan = ¥{ $yuan }
last-changed = <i>Last changed: { $what }, by { $who }, { $when }: { $was } → { $becomes }</i>
command-line = the operator
nothing = –
more-settings = ⋯ More settings
saved = Saved ✓
back = ⬅ Back
more = ⋯ More
name-button = ✏ Name
spots-button = 📍 Spots
languages-button = 🌐 Languages
clocks-button = 🕐 Clocks
moderation-button = 👀 Before or after
quiet-button = 🌙 Quiet hours
digest-button = 📰 Digest times
what-name = name
what-languages = languages
what-timezone = clock
what-second-clock = second clock
what-moderation = before or after
what-quiet = quiet hours
what-shop-digest = the shopkeeper’s digest
what-team-digest = the team’s digest
what-spot-added = new spot
what-spot-name = name of a spot
what-spot-space = whose space
what-spot-photo = photo of a spot
what-spot-order = order of spots
what-spot-removed = spot removed
what-spot-back = spot brought back

ask-name = It is called <b>{ $place }</b>. What should it be called? Type the new name.
name-needed = A name needs a few letters. Please type them.
name-changed = It is called <b>{ $place }</b> now ✓

moderation-before = Ideas wait until somebody of the team publishes them.
moderation-after = Ideas are on the board at once. The team finds them at the desk and looks at them afterwards.
newcomers-wait = The first idea of somebody new always waits for the team, with its photos; so does everything of somebody whose idea had to be hidden.
set-moderation-before = Publish first, then show
set-moderation-after = Show at once, look later
short-moderation-before = publish first
short-moderation-after = show at once

languages = Which languages are spoken here? Whoever reads another one reads { $first }.
spoken = ✓ { $name }
not-spoken = ＋ { $name }
one-language-at-least = At least one language stays. Please add another one first.
read-first-now = { $count ->
    [one] Saved ✓ One neighbour reads { $first } now.
   *[other] Saved ✓ { $count } neighbours read { $first } now.
}

clocks = It is { $now } here ({ $zone }). Is that right? Choose, or type the name of a time zone, for example Asia/Tashkent.
zone = { $zone }
one-clock = Only one clock
two-clocks = Beijing time beside it
no-such-zone = I do not know that time zone. Please type it like Asia/Urumqi.
no-second-clock = There is only one clock here.
clocks-changed = It is { $now } here now ✓
events-keep = { $count ->
    [one] One event that was announced keeps its moment; its hour reads differently now. Please look whether it is still meant so.
   *[other] { $count } events that were announced keep their moments; their hours read differently now. Please look whether they are still meant so.
}
digests-follow = Digests keep their hour on the new clock; nobody gets two on one day.
see-events = 📅 The events

quiet = It is quiet from { $start } to { $end }: Telegram does not ring then. Choose, or type other hours, for example 22:30-07:00.
quiet-length = Quiet hours are between 6 and 16 hours long. Please choose others.
not-quiet-hours = I could not read that. Please type it like 22:30-07:00.

digest-times = Digests come at these times to everybody who did not choose her own.
shop-digest = 🏪 Shopkeeper: { $when }
team-digest = 🗂 Team: { $when }
which-shop-digest = The shopkeeper’s digest comes at { $when }. When should it come? Choose, or type a time, for example 18:30.
which-team-digest = The team’s digest comes at { $when }. When should it come? Choose, or type a time, for example 18:30.
at = { $when }
not-a-time = I could not read that as a time. Please type it like 09:30.
quiet-then = { $when } is in the quiet hours here. Please choose a time between { $end } and { $start }.

spots = 📍 { $count ->
    [one] People point at one spot:
   *[other] People point at { $count } spots:
}
line-spot = { $number }. { $spot } · { $space }
line-pictured = { $number }. { $spot } · { $space } · 📷
numbered = { $number } · { $spot }
add-spot = ➕ A new spot
ask-spot = What is it called? Type a few words, for example: the wall beside the door.
bring-back = ↩ { $spot }
enough-spots = { $limit } spots are as many as people can choose from. Please remove one first.
spot = 📍 <b>{ $spot }</b>
    { $space }
rename = ✏ Rename
whose-button = 🧭 Whose space
photo-button = 📷 Photo
up = ⬆ Further up
remove = 🗑 Remove
ask-rename = What should <b>{ $spot }</b> be called? Type it.
usual-name = As usual: { $spot }
name-taken = There is a spot of that name already. Please choose another.
name-it-first = “{ $spot }” says whose space it is. Please give it a name of its own first.
whose = Whose space is <b>{ $spot }</b>? Now: { $space }. That decides who must agree. Ideas sent so far stay as they are.
ask-photo = Please send a photo of <b>{ $spot }</b>, without people. Neighbours see it when they choose where.
no-photo = Take the photo away
photo-kept = 📷 Thank you, that is how <b>{ $spot }</b> will be shown ✓
spot-without-photo = The spot is shown without a photo for now. Please try another one in the settings of the place.
spot-removed = <b>{ $spot }</b> is offered no more ✓ Ideas that are there keep it.
last-spot = This is the only spot. Please add another one first.
spot-gone = That spot is not on the list any more.
spot-inside = Inside the shop
spot-front = In front of the shop
spot-yard = Yard
spot-street = Street
spot-unsure = Not clear yet
space-inside = inside the shop
space-front = shopfront
space-yard = shared yard
space-street = street
space-unsure = whose space is not clear yet

menu-place = Where I am, and my other places
menu-placesettings = Settings of the place (leads)
