menu-made = What people made here
back = ⬅ Back
back-to-all = ⬅ All of it
more = ⋯ More
see = 👀 Look at it

# The register
register = 🖌 <b>What people made here</b>
nothing-yet = 🖌 Nothing is in the register yet. When something is finished, the team keeps it here with those who made it.
no-more = 🖌 That was all of it.
line = 🖌 { $what }
    📍 { $where }
add-one = ＋ Add something finished
choose-finished = What was made?
none-finished = Everything that is finished is in the register already ✓
finished-idea = { $number } · { $words }
without-words = (without words)

# The card
card = 🖌 <b>{ $what }</b>
card-where = 📍 { $where }
card-made = 🗓 In the register since { $when }
card-makers = 👥 Made by { $makers }
card-no-makers = 👥 Nobody has said yet “I made this”
made-by-children = children
made-by-others = { $count ->
    [one] one neighbour
   *[other] { $count } neighbours
}
card-wish-ask = 💬 Their wish: ask us first
card-wish-until = 💬 Their wish: let it stay until { $until }
card-wish-freely = 💬 Their wish: paint over it freely
card-agreed = 🤝 Its owner said it stays until { $until }
card-steward = 🧡 { $name } looks after it
gone-from = { $where } (gone)
state-changing = ⏳ Its owner wants to change it.
state-moved = 📦 It has moved.
state-gone = 🍂 It is gone. Its makers were told.
change-open = ⏳ Its owner wants to change it: { $why }
    Makers have until { $until }.
change-over = ⏳ Its owner wants to change it: { $why }
    The makers’ time is over.
change-urgent = 🚨 It cannot wait: { $why }

# Keeping it
keep-this = Keep this as something people made? Its makers then hear before it goes.
    🖌 { $what }
keep = ✓ Keep it
kept = Kept ✓ Whoever made it along can say so here. Please pass on the link:
undo = ↩ Undo
toast-undone = Taken out again.
not-undone = Somebody already stands with it, so it stays in the register.
what-is-it-on = What is it on? Whose wall that is decides who may change it.
somewhere-else = Somewhere else
what-else-is-it-on = What else is it on?
not-finished = That idea is not finished yet.
no-such-photo = This photo is not in the album any more.
no-such-thing = That is not in the register here (any more). /made shows what is.
no-such-spot = It cannot be put there. Please choose another spot.

# Its makers
i-made-this = 🙌 I made this
my-part = 🙌 My part in it
did-you-make = 🖌 “{ $what }” is in the register of what people made here. Did you make it? You will hear before anybody changes it.
how-did-you-make = “{ $what }”: how would you like to be named?
you-are-asked = “{ $what }”: did you make it?
you-are-named = “{ $what }”: your name stands there.
you-are-quiet = “{ $what }”: you stand there without your name.
you-are-children = “{ $what }”: you stand for the children who made it.
with-my-name = With my name
without-my-name = Without my name
for-children = 🧒 For the children
not-me = I did not make it
toast-not-me = You do not stand there any more.
part-named = Thank you! { $name } stands beside “{ $what }” ✓ You hear before it goes.
part-quiet = Thank you! You stand beside “{ $what }” without your name ✓ You hear before it goes.
part-children = Thank you! “children” stands beside “{ $what }”, and no name ✓ You hear for them before it goes.
only-makers = That is for those who made it. If you did, press “I made this” on its card.

# Wish, promise, steward
wish-button = 💬 What we wish for it
what-wish = What do its makers wish for “{ $what }”?
wish-ask = Ask us first
wish-until = Let it stay until…
wish-freely = Paint over it freely
wish-not-yours = That it may go is for those to say who made it and do not decide about its wall. Anybody of you may wish: ask us first.
toast-wish = Noted ✓
until-when = Until which day? For example: 1 October, or 2027-06-01
agreed-button = 🤝 How long it stays
how-long-it-stays = How long may “{ $what }” stay? When that day comes I ask you again.
stays-half-a-year = Half a year
stays-a-year = A year
stays-until-a-day = Until a day…
agreed-noted = Thank you! “{ $what }” stays until { $until } ✓
agreed-over = 🤝 You said “{ $what }” ({ $where }) stays until today. What now?
agreed-over-steward = 🤝 “{ $what }” was to stay until today. Its owner is being asked what comes next.
steward-yes = 🧡 I look after it
care-button = 🧡 How it is looked after
steward-of-idea = 🧡 “{ $what }” is looked after where its idea is.
steward-no = I do not look after it any more
toast-steward = Thank you! You hear when something happens to it.
toast-no-steward = Noted. Thank you for all you did!
steward-already = Somebody looks after it already. Thank you for wanting to! When she no longer does, you find the button here.
second-surface = It is on something else, too

# The owner wants to change it
i-want-to-change = 🎨 I want to change this
the-change = ⏳ How it stands
which-surface = “{ $what }”: which part would you like to change?
why-change = You decide. Why would you like to change “{ $what }”? I tell its makers, and they have { $days } days.
why-change-freely = You decide, and its makers said that it may go. Why would you like to change “{ $what }”? I tell them.
you-agreed = You had said that it stays until { $until }.
cannot-wait = 🚨 It cannot wait
why-urgent = What is the matter with “{ $what }”: damage, hygiene? The makers hear it at once, and you need not wait.
reason-needed = Please say why, in a few words: its makers will ask.
begun-already = That has been begun already. Its makers know.
not-yours = Whose wall it is decides, and this one is somebody else’s.
gone-already = It is gone already.
over-already = That is over already.
makers-hear = { $count ->
    [one] One maker hears it now.
   *[other] { $count } makers hear it now.
}
no-makers-to-hear = Nobody else has said yet that they made it.
may-from = You may change it from { $when }, sooner when all of them say it is fine. I tell you then.
may-at-once = You need not wait. Please take a last photo first.
other-owner-begun = 🎨 Somebody else who decides there, too, wants to change “{ $what }”.
too-early = Its makers have until { $until }. If it cannot wait, say why on the screen “How it stands”.

# What its makers hear and say
heads-up = 🎨 “{ $what }” ({ $where }) is to be changed. Its owner says: { $why }
    You made it, so you hear first. Nothing goes before { $until }. What would you like?
heads-up-freely = 🎨 “{ $what }” ({ $where }) is to be changed. Its owner says: { $why }
    You had said it may go. Would you like a last photo?
heads-up-urgent = 🚨 “{ $what }” ({ $where }) cannot stay. Its owner says: { $why }
    It could not wait. If you can, take a photo soon.
half-time = ⏰ Half of the time is over: “{ $what }” is to be changed after { $until }. Its owner says: { $why }
    What would you like?
say-something = 💬 What I say to it
answer-fine = ✓ It’s fine
answer-photograph = 📷 I photograph it
answer-otherwise = ⋯ Move it, or do it together
answer-move = 📦 Let us move it
answer-together = 🤝 Let us do it together
what-instead = What would you like for “{ $what }”? Its owner hears it now.
noted-fine = Thank you ✓ When all who made it say so, its owner need not wait longer.
noted-move = Noted ✓ Its owner knows now that you would move it. Talk to each other before the day.
noted-together = Noted ✓ Its owner knows now that you would like to do it together. Talk to each other before the day.
say-otherwise = Say something else
send-your-photo = Please send your photo of “{ $what }”, today or another day. All who made it get it when it goes.
photo-kept = Kept ✓ All who made it get it when it goes. One more?
photo-refused = Please send another one.
other-photo = 📷 Another photo
enough-photos = { $most } photos are enough. Thank you!
maker-wants-move = 📦 Somebody who made “{ $what }” would like to move it. Would you talk to each other?
maker-wants-together = 🤝 Somebody who made “{ $what }” would like to do it together with you. Would you talk to each other?
answers = 👥 { $makers ->
    [one] One maker
   *[other] { $makers } makers
}: { $said }
no-answers = 👥 { $makers ->
    [0] Nobody has said that they made it.
    [one] One maker, no answer yet.
   *[other] { $makers } makers, no answer yet.
}
said-photograph = 📷 { $count }
said-move = 📦 { $count }
said-together = 🤝 { $count }
said-fine = ✓ { $count }

# The end
term-over = ⏳ The makers of “{ $what }” have had their time. Now you decide.
all-fine = ✓ All who made “{ $what }” say it is fine. You need not wait longer.
photo-first = Please take a last photo before it goes: its makers get it.
it-is-gone = 🍂 It goes now
it-moved = 📦 It moves
it-stays = 🖌 It stays
last-photo = Please send a last photo of “{ $what }”. Its makers get it.
no-photo = I have no photo
really-gone = There is a last photo of “{ $what }” ✓ Is it gone now? Its makers then get the photo.
gone-now = 🍂 It is gone
gone-noted = Noted ✓ The makers of “{ $what }” get the last photo with your thanks.
where-is-it-now = Where is “{ $what }” now?
told-moved = 📦 “{ $what }” has moved: { $where }
told-stays = 🖌 “{ $what }” stays as it is ✓
told-lapsed = 🖌 “{ $what }” was not changed in all that time, so it stays. Whoever still wants to begins anew.
gone-photo = 🍂 “{ $what }” is gone now: { $why }
    This is how it looked. Thank you for having made it!
gone-without-photo = 🍂 “{ $what }” is gone now: { $why }
    There is no photo of it. Thank you for having made it!

# Digests
digest-open = 🎨 “{ $what }”: its makers have until { $until } /made
digest-over = 🎨 “{ $what }”: its makers have had their time /made
digest-lonely = { $count ->
    [one] 🖌 Of one thing in the register nobody has said “I made this”: /made
   *[other] 🖌 Of { $count } things in the register nobody has said “I made this”: /made
}
hold-thing = 🧡 { $what }
