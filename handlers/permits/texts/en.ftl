menu-permits = Permits, by date
back = ⬅ Back
more = ⋯ More
to-all = ⬅ All permits
see-permit = 👀 Look at the permit
see-idea = 👀 Look at the idea
see-step = 👀 Look at the step
see-city = 👀 How it stands with the city

# The desk
desk = 🏛 <b>Permits</b>: what has a day comes first.
desk-empty = 🏛 <b>Permits</b>: nothing is under way. When a change needs one, begin it here; whoever sees the idea then reads how it stands.
by-date = 🗓 All, by date
begin = ＋ Begin one
handed-over = 📮 Handed over to the city
listed = 🏛 <b>Permits by date</b>
none-yet = 🏛 There is no permit yet.
line = 🏛 { $what }
    { $state }
of-idea = 🏛 No. { $number }, “{ $words }”: { $count ->
    [0] no permit is needed so far, as far as anybody wrote down.
    [one] one permit.
   *[other] { $count } permits.
}
permits-button = 🏛 Permits
city-button = 📮 With the city

# Beginning
for-which-idea = Which idea needs a permit? Any other: open its card and press “More”.
without-idea = 🏪 The shop alone, no idea
idea = { $number } · { $words }
which-kind = What is it about? Each begins with a list of steps.
kind-sign = 🪧 Sign above the door
kind-seating = 🪑 Seats outside
kind-green = 🌿 Using a green space
kind-food = 🍜 Change of the food licence
kind-fire = 🧯 Fire safety
kind-other = 📄 Something else
toast-begun = Begun ✓
enough-open = { $limit } permits are open here. Please finish one first.
enough-of-idea = This idea has { $limit } permits already.

# The card
called = { $kind } · { $what }
called-by-idea = { $kind } · no. { $number } { $words }
card = 🏛 <b>{ $what }</b>
card-status = <b>{ $status }</b>
    { $state }
card-idea = 💡 Idea { $number }
card-number = № { $words }
card-office = 🏢 With: { $words }
card-office-words = 💬 They say: { $words }
card-conditions = 📎 Conditions: { $words }
card-applied = 📤 Handed in on { $when }
card-completed = 🏁 The work was finished on { $when }
card-whose-shop = 👤 Asked for by the shop
card-whose-team = 👤 Asked for by the team
card-whose-city = 👤 Asked for by an office itself
card-fee-none = 💴 Costs nothing
card-fee-small = 💴 Costs up to 1,000 yuan
card-fee-large = 💴 Costs more than 1,000 yuan
card-steps = ☑ { $done } of { $all } steps are done
card-next = 👉 Next: { $step }
check-locally = ⚠ Check locally: what an office wants differs from city to city. These steps are only a beginning.
no-such-permit = That permit is not here (any more). /permits shows what is.
no-such-step = That step is not there any more.
not-on-board = That idea is not on the board.
words-please = Please write a few words.

# How it stands
status-finding-out = 🔎 Finding out
status-preparing = 📝 Preparing
status-handed-in = 📤 Handed in
status-questions = ❓ Questions back
status-granted = ✅ Granted
status-conditions = ☑ Granted with conditions
status-refused = ✖ Refused
status-expired = ⌛ Expired
status-not-needed = 👌 Not needed
thread = 🏛 { $kind }: { $state }
state-finding-out = finding out what it takes
state-preparing = being prepared
state-not-needed = no permit is needed
the-city = the city
is-with = with { $office }, day { $day }
asks-back = { $office } has questions, day { $day }
expected-by = expected by { $until }
was-expected = was expected by { $until }
next-step = next: { $step }
state-granted = granted on { $when }
state-conditions = granted with conditions: { $conditions }
state-refused = refused by { $who }; one can still ask: { $other }
state-expired = expired on { $when }
valid-until = valid until { $until }

# Moving along
move-along = ➡ How it goes on
where-to = 🏛 { $what }: { $status }. What is it now?
stands-elsewhere = It stands at “{ $status }” by now, so that does not follow.
who-refused = Who refused “{ $what }”? Please name the office, not a person: everybody who sees the idea reads it.
by-office = 🏢 The office it was with
whom-else = Whom else can one ask? A refusal is seldom the last word.
ask-hotline = 📞 12345
which-conditions = Under which conditions was “{ $what }” granted?

# Days
day-expected = 🗓 When it is expected
day-expires = 🗓 How long it is valid
ask-day-expected = Until when does the office want to answer “{ $what }”? You are reminded then. Write a day, or press.
ask-day-expires = Until when is “{ $what }” valid? You are reminded 60, 30 and 7 days before. Write a day, or press.
in-days = In { $days } days
day-unknown = Nobody knows
for-a-year = For a year
for-good = For good
which-day = Please write a day to come, such as 3 March or 2027-03-03.
no-day-now = As it stands now, it has no such day.
handed-in-earlier = 📤 It was handed in earlier
how-many-days-ago = How many days ago was it handed in? Please write a number, such as 12.
completed = 🏁 The work is finished
completed-undo = ↩ The work is not finished

# Written down
write-number = № Number
write-office = 🏢 Whom it is with
write-office-words = 💬 What they say
write-description = ✏ What it is for
write-conditions = 📎 Conditions
write-refused-by = ✖ Who refused
write-ask-else = 👉 Whom else to ask
ask-number = Under which number does the office keep it?
ask-office = Whom is it with? Please name the office, not a person: everybody who sees the idea reads it.
ask-office-words = What do they say, in their own words?
ask-description = What is it for, in a few words?
ask-conditions = Under which conditions? Everybody who sees the idea reads them.
ask-refused-by = Who refused? Please name the office, not a person.
ask-ask-else = Whom else can one ask?
whose = 👤 Who asks for it
ask-whose = In whose name is “{ $what }” asked for?
whose-shop = 🏪 The shop
whose-team = 🧡 The team
whose-city = 🏛 An office itself
fee = 💴 What it costs
ask-fee = What does “{ $what }” cost?
fee-none = Nothing
fee-small = Up to 1,000 yuan
fee-large = More than 1,000 yuan
remove = 🗑 Take it out
ask-remove = Take “{ $what }” out of the list, with its steps and documents?
remove-now = 🗑 Take it out
stays-on-record = It has been handed in, so it stays on record.
toast-removed = Taken out.

# Steps
steps-button = ☑ Steps · { $done }/{ $all }
steps = ☑ <b>{ $what }</b>
line-done = ✓ { $step }
line-open = ☐ { $step }
step-done = ✓ Done: { $step }
open-step = { $step }
add-step = ＋ Another step
which-step = What else has to be done?
enough-steps = There are { $limit } steps. Please take one out first.
toast-done = Done ✓
is-done = ✓ It is done
not-done = ↩ It is not done
document = 📷 Its document
who = 👤 Whose turn it is
until = 🗓 Until when
words = ✏ In other words
remove-step = 🗑 Take it out
who-shop = the shop
who-team = the team
who-liaison = the liaison
due = by { $until }
with-document = 📎
whose-turn = Whose turn is it: “{ $step }”?
until-when = Until when: “{ $step }”? Please write a day.
no-due = No day
photo-of-document = Please send a photo of the document for “{ $step }”. Only the team and the liaison see it.
document-kept = Kept ✓ Only the team and the liaison see it.
document-refused = The document is not kept. Please send another photo of it.
no-document = 🗑 Without the document
other-words = How should it be called: “{ $step }”?
step-sign-1 = ask the urban management office what applies to signs here
step-sign-2 = business licence and lease, copied
step-sign-3 = drawing with size, colour and lamp
step-sign-4 = hand in the form and the drawing
step-sign-5 = wait for somebody to come and look
step-seating-1 = ask the neighbourhood office whether the pavement may be used
step-seating-2 = ask the house above whether it agrees
step-seating-3 = plan that leaves 1.5 m and the blind track free
step-seating-4 = hand in the plan with hours and season
step-seating-5 = pay the fee and hang out the permit
step-green-1 = ask whose green space it is: park office or housing estate
step-green-2 = photos and a plan of what changes and what comes back
step-green-3 = consent of those who live beside it
step-green-4 = hand in the request
step-green-5 = agree on the day it is put back
step-food-1 = ask the market office which changes need a new licence
step-food-2 = licence, health cards and lease, copied
step-food-3 = plan of the kitchen with its new things
step-food-4 = hand in the change online or at the counter
step-food-5 = be there when they come and look
step-fire-1 = ask the fire brigade or the neighbourhood office what has to be shown
step-fire-2 = have extinguishers and cables looked at
step-fire-3 = plan with ways out and extinguishers
step-fire-4 = hand in the statement of fire safety
step-fire-5 = put right what was found
step-other-1 = ask which office it belongs to
step-other-2 = gather what they want to see
step-other-3 = hand it in

# Who hears
news = 💡 { $number } · { $words }
    { $line }
remind-expected = ⏰ Today was the day, { $until }: { $what }. Have they answered?
remind-week-after = ⏰ A week late: { $what }. It was expected by { $until }. A call often helps.
remind-expires-60 = ⏰ In 60 days it ends: { $what }, on { $until }. Now is a good time to ask for a longer one.
remind-expires-30 = ⏰ In 30 days it ends: { $what }, on { $until }.
remind-expires-7 = ⏰ In 7 days it ends: { $what }, on { $until }.
told-ended = ⌛ It is valid no more: { $what }.
digest-line = 🏛 { $what }: { $state }
digest-all = All permits: /permits
digest-open = { $count ->
    [one] 🏛 One permit is open: /permits
   *[other] 🏛 { $count } permits are open: /permits
}
today-expected = 🏛 { $what }: the day has passed
today-permit = ➡ Look at the permit
today-step = ☑ { $step }: the day has passed
today-do-step = ☑ Look at the step
today-uncertain = 📮 { $number } · { $words }: nobody knows whether the city has it
today-city = 📮 Look into it

# The city
city-of = 📮 <b>{ $number } · { $words }</b>
not-handed-over = It has not been handed over to the city.
handed-over-all = 📮 <b>Handed over to the city</b>
nothing-handed-over = 📮 Nothing has been handed over yet. An idea in the street has a button for it: open its card and press “More”.
hand-over = 📤 Hand it over now
copy = 📋 Copy for 12345
i-have-a-number = № I have a number
they-answered = 💬 They have answered
other-number = № Another number
it-is-there = ✓ It is there: number
it-is-not-there = ✖ It is not there
take-back = ↩ Take it back
which-service = What is it to them? This is what the city takes in.
no-services = The city’s list is not there at the moment. Please try again later, or copy it for 12345.
service-is-gone = The city does not take that in any more. Please choose again.
preview = This goes to the city, without anybody’s name:

    { $words }
preview-where = 📍 { $where }
preview-with-photo = 📷 With a link to its first photo.
preview-without-photo = 📷 Without a photo.
hand-over-now = 📤 Hand it over
toast-on-its-way = On its way ✓
on-its-way = 📤 On its way. You hear as soon as the city has it.
on-its-way-already = It is on its way already.
toast-taken-back = It stays here.
enough-today = { $limit } a day are enough. Please go on tomorrow.
uncertain = ❔ Nobody knows whether it arrived: the city did not answer. We look there for { $mark } for a day. It is not sent twice by itself.
thread-uncertain = 📮 Sent to the city; whether it arrived is being looked into
did-you-look = Have you looked at the city’s page, or called? Handing it over again makes a second report if the first one arrived.
again-now = 📤 It did not arrive: once more
to-copy = <code>{ $words }

    { $place } · { $where } · { $number }</code>
at-the-shop = beside the shop
photo-to-pass-on = 📷 { $number }/{ $all }
which-number = Which number did they give you for no. { $number }? It then stands with the idea.
what-did-they-say = What did they answer to no. { $number }? Whoever follows the idea hears it.
over-already = That is over already.
not-there-any-more = That is not there any more.
author-has-not-agreed = Its author has not agreed that her ideas go to the city, so it stays here.
ask-author = 🙋 Ask the author
toast-author-asked = The author is asked once.
toast-asked-before = The author was asked already.
author-out-of-reach = Its author cannot be reached at the moment, so it stays here.
may-it-go = 📮 May no. { $number }, “{ $words }”, go to the city’s offices? Without your name. You decide under “My data”.
to-consents = 🔒 My data
thread-city = 📮 With the city, day { $day }, no. { $number }: { $status }
thread-called = 📞 With 12345, day { $day }, no. { $number }: { $status }
no-number-yet = (to come)
they-say = “{ $words }”
they-said = They say: “{ $words }”
why-and-said = { $why } They say: “{ $words }”
city-open = being looked at
city-closed = closed
city-investigating = being investigated
city-in-progress = being worked on
city-action-scheduled = planned
city-planned = planned
city-fixed = put right
city-no-further-action = nothing more is done
city-not-councils-responsibility = not theirs to decide
city-duplicate = known already
city-internal-referral = passed on inside the city
city-nothing-heard = nothing was heard for a year
told-refused = 📮 { $number } · { $words }: the city has not taken it. { $why } Nothing arrived, so it can be handed over again or copied for 12345.
told-uncertain = ❔ { $number } · { $words }: nobody knows whether the city has it. We look there for { $mark } for a day. It is not sent twice by itself.
why-refused = Their system refused it.
why-key = Their system does not know our key. Whoever runs the bot can look into it.
why-private = The address leads into a private network. Whoever runs the bot can look into it.
why-certificate = Their certificate is not to be trusted. Whoever runs the bot can look into it.
why-address = The address is none. Whoever runs the bot can look into it.
why-unreachable = Their system could not be reached for three days.
why-busy = Their system was too busy for three days.
why-closed = Whoever runs the bot has closed this way.

# In one's own calendar
calendar-expected = 📄 An answer is expected: { $what }
calendar-expires = 📄 Ends: { $what }
