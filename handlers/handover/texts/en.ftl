menu-handover = What I look after, and handing it over
back = ⬅ Back
more = ⋯ More
go-today = 📋 What waits for me
see-it = 👀 Look at it
invite-button = ➕ Invite somebody

# What she holds
you-hold = 🧺 <b>{ $count ->
    [one] One thing is in your hands
   *[other] { $count } things are in your hands
}</b>
    This is what you look after at { $place }. Press one to hand it over.
holds-nothing = 🧺 Nothing is in your hands here. Thank you for all you did!
item = · { $what }
and-more-people = and { $count } more neighbours, also silent for long
and-more = · and { $count } more
pause-button = ☕ A pause
all-of-it = 🌾 Hand over all of it
what-is-left = 🧺 What is left ({ $count })
what-you-hold = 🧺 What I look after
back-to-list = 🧺 Back to the list

# One of them
thing = <b>{ $what }</b>
    In your hands since { $since }
give-button = 🤲 Give it to…
back-team = 🤝 Back to the team
back-ends = 🌾 Give it back
back-goes = 🗑 Throw it away
cannot-close = The team decides whether this needs nobody any more. You can give it back to the team.
close-button = ✓ It needs nobody any more
somebody-first = Somebody else takes it before you go: this place is never without anybody to look after it.
thing-first = <b>{ $what }</b>
not-yours = This is not in your hands any more.
gone-team = “{ $what }” is with the team ✓ It stays in their list until somebody takes it.
gone-ends = “{ $what }” has ended ✓
gone-goes = “{ $what }” is thrown away ✓
why-close = Why does “{ $what }” need nobody any more? One sentence is enough; the team reads it.
why-empty = Please write one sentence.
closed = “{ $what }” is closed ✓
thanks = 💛 Thank you for having looked after it since { $since }!
thank-you = 💛 Thank you for all you did here!
really-all = Hand over everything? { $count ->
    [0] Your role here ends.
    [one] One thing goes to the team, unsent drafts are thrown away, and your role here ends.
   *[other] { $count } things go to the team, unsent drafts are thrown away, and your role here ends.
} You stay a neighbour.
all-yes = Yes, hand over all of it
all-given = Handed over ✓ ({ $count })

# To somebody
who-takes = Who might take “{ $what }”? That person is asked first.
nobody-to-give = Nobody here has a role in which this could be looked after. Please invite somebody first.
cannot-have = Only people with the right role here can look after this.
asked-now = { $name } is asked about “{ $what }” ✓ Until the answer is yes it stays with you. You hear here.
asked-already = { $name } is asked about “{ $what }”. Until the answer is yes it stays with you.
withdraw-button = ↩ Ask somebody else
withdraw-first = Somebody is asked already. Please take that back first.
withdrawn = Taken back ✓
asked-lately = { $name } was asked about this a short while ago. Please ask somebody else.
asked-enough = That was a lot of asking for one day. Please go on tomorrow.
would-you-take = 🤲 { $name } asks: would you look after this from now on?
    <b>{ $what }</b>
take-button = ✓ I take it
no-button = No, thank you
yours-now = “{ $what }” is in your hands now ✓ Thank you!
has-taken = 🤲 { $name } looks after “{ $what }” now ✓
has-declined = { $name } cannot take “{ $what }”. It is still with you.
nobody-answered = { $name } has not answered about “{ $what }”. It is still with you.
asked-is-gone = Whoever was asked about “{ $what }” is not here any more. It is still with you.
somebody-else = 🤲 Somebody else
declined = That is fine ✓ Nobody needs a reason.
offer-over = This has been settled already.
own-draft-first = You are writing one of your own just now. Please finish it, then press again.
nobody-has = Nobody looks after this just now:
    <b>{ $what }</b>
somebody = Somebody

# What others hear
stepped-back = 🌾 { $name } has stepped back. With the team now:
somebody-closed = ✓ { $name } has closed “{ $what }”: { $reason }
waits-nobody = 🤲 Nobody looks after: { $what }
waits-for-you = 🤲 You are asked to take: { $what }
waits-keeping = 🌙 Does this place rest, or go on?
digest-nobody = 🤲 Nobody looks after { $what }

# After a long silence
still-with-us = 🌱 We have not heard from you at { $place } for a while. Are you still with us? Any answer is fine. In your hands:
still-button = 🌱 Still with you
leave-button = 🌾 Hand over
glad = 🌱 How good to have you!
how-long = ☕ How long? What you look after stays yours meanwhile.
pause-weeks = Two weeks
pause-month = A month
pause-until-day = Until a day…
until-when = Until which day? For example: 1 May, or 2027-05-01. A year at most.
paused = ☕ Until { $until } nobody asks whether you are still with us. Have a good time!
has-been-silent = 🌱 { $name } has not been here for { $days } days and did not answer. In those hands: { $count ->
    [one] one thing
   *[other] { $count } things
}. A kind word may help.
who-is-silent = Whose things would you like to look at?
all-silent = Nobody of the team is here just now. You can look after the place until somebody is.
lead-button = 🌅 I lead it for now
silent-holds = { $name } looks after { $count ->
    [one] one thing
   *[other] { $count } things
}:
take-back-yes = 🤝 To the team ({ $count })
taken-back = 🤝 While you were away the team at { $place } took over what you look after ({ $count }). You are welcome back any time.
taken-back-done = With the team now ✓ ({ $count })
not-silent = This neighbour is here again.
holds-nothing-more = There is nothing left to hand over.

# Without a team
you-are-last = 🌙 You are the last of the team. Before you go, the shopkeeper or the liaison says yes to keeping this place.
keeper-mode = While a place rests: one digest a week, no messages to everybody, and the poster says whom to ask. Ideas and questions are kept. One tap wakes it.
last-button = 🌙 I would like to go
ask-them = 🙏 Ask them
not-last = You are not the last of the team. You can simply hand over.
nobody-may-keep = There is neither a shopkeeper nor a liaison to ask. Please invite one first.
keeper-asked = 🙏 They are asked. Once one of them says yes, your role ends and you hear here.
keeper-asked-already = They are asked, and have not answered yet.
keeper-silent = Nobody has answered yet whether this place is kept. You can ask again, or speak with them.
would-you-keep = 🌙 { $name } is the last of the team at { $place } and would like to go. Would you keep the place?
last-is-gone = 🌙 The last of the team at { $place } has gone. Would you keep the place?
keep-button = 🌙 Yes, I keep it
not-yet-button = Not yet
not-yet-noted = That is fine. You can say yes here later.
keeper-not-yet = { $name } would not like the place to rest yet. Perhaps you can speak with each other.
request-over = This has been settled already.
team-again = There is a team again ✓ The place goes on as it is.
you-keep = 🌙 { $place } rests now, and you keep it. Thank you!
you-may-go = 🌾 { $name } keeps { $place } now, and your role has ended. You stay a neighbour.
rests-by-itself = 🌙 Nobody answered, so { $place } rests for now.
wake-button = 🌅 Wake the place
awake-again = 🌅 { $place } is awake again: { $name } looks after it now.
awake-already = The place is awake.
awake = 🌅 { $place } is awake again, and you lead it for now. Whom would you like to invite?
you-lead-now = 🌅 You lead { $place } from now on, since nobody else does. Thank you!
digest-rests = 🌙 { $place } has no team just now. /wake makes you its lead, and you can invite people.
record-button = 📜 What I did here
could-not-be-asked = 🌱 { $name } has not been here for { $days } days and could not be asked: no message arrives. In those hands: { $count ->
    [one] one thing
   *[other] { $count } things
}. A kind word at the door may help.
back-open = 🙋 Somebody else may do it
gone-open = “{ $what }” is open to everybody again ✓
