menu-needs = What is needed here
back = ⬅ Back
more = ⋯ More
see = 👀 See it
undo = ↩ Undo

# What is needed
title = 🧺 <b>What is needed here</b>
nothing-needed = 🧺 Nothing is needed just now. Thank you!
kind-money = 💰 { $what }
kind-material = 🧱 { $what }
kind-tool = 🔧 { $what }
kind-skill = 🙌 { $what }
kind-room = 🚪 { $what }
change = 💡 no. { $number }: { $words }
line-minimum = { $what } · { $pledges ->
    [0] nobody yet
    [one] one promise
   *[other] { $pledges } promises
}
line-good = { $what } · good to have · { $pledges ->
    [0] nobody yet
    [one] one promise
   *[other] { $pledges } promises
}
line-met = ✓ { $what }
see-met = ✓ What was found
met-title = ✓ <b>What was needed, and found</b>
of-change = 🧺 <b>What this change needs</b>
of-this-change = 🧺 What this change needs
change-needs-nothing = 🧺 Nothing is written down that this change needs.
card = <b>{ $what }</b>
level-minimum = It does not go on without it.
level-good = It would be good to have.
card-by = 📅 by { $day }
card-met = ✓ It was found.
card-givers = 🤝 { $givers }
neighbours = { $count ->
    [one] one neighbour
   *[other] { $count } neighbours
}
aside = 🧺 Needed: { $unmet } · found: { $met }
no-such-need = That is not needed any more. What is, shows /needs
no-such-change = There is no such change here.
needs-nothing = Only a change that is agreed and not done yet needs something.
look-after = 🛠 Look after it

# The team writes it down
add = ＋ Something is needed
add-another = ＋ Something else
which-kind = What does it need?
another-kind = Another kind
choose-money = 💰 Money
choose-material = 🧱 Material
choose-tool = 🔧 A tool on loan
choose-skill = 🙌 Somebody who can do something
choose-room = 🚪 A room
what-money = How much, and what for? For example: 40 yuan for brushes
what-material = What is it, and how much of it? For example: white paint, 5 litres
what-tool = Which tool?
what-skill = What should somebody be able to do?
what-room = What for should the room be, and how large?
which-level = { $what }: how much does it matter?
choose-minimum = It does not go on without it
choose-good = It would be good to have
by-when = By when? For example: 3 December, or 2026-12-03
no-date = No date
written-down = Written down ✓ { $what }. Everybody can see it now.
written-already = That one is written down already.
words-needed = A few words, please.
no-day = Which day? One to come, for example: 3 December, or 2026-12-03
enough-needs = { $most } are enough for one change. Mark what was found.

# Bringing it
bring-money = 🙋 I can give to it
bring-material = 🙋 I can bring it
bring-tool = 🙋 I can lend it
bring-skill = 🙋 I can help with it
bring-room = 🙋 I can offer it
promised-money = Thank you! { $what }: please give it to a volunteer by { $day }. Nothing is paid here. I remind you the day before.
promised-material = Thank you! { $what }: please bring it by { $day }. I remind you the day before.
promised-tool = Thank you! { $what }: please bring it by { $day }. When should you have it back? Press “Say more”.
promised-skill = Thank you! { $what }: until { $day } somebody of the team talks with you. I remind you the day before.
promised-room = Thank you! { $what }: until { $day } somebody of the team talks with you. I remind you the day before.
say-more = ✏ Say more
my-promise = 🤝 My promise
my-promises = 🤝 My promises ({ $count })
which-promise = 🤝 What you promised, and what is on loan from you:
nothing-promised = 🤝 There is nothing that you promised.
pledge-promised = 🤝 { $what }
    📅 You bring it by { $day }.
pledge-lent = 🤝 { $what }
    ✓ It is here, and goes back by { $day }.
pledge-here = 🤝 { $what }
    ✓ It is here. Thank you!
pledge-given-back = 🤝 { $what }
    ✓ You have it back. Thank you!
pledge-withdrawn = 🤝 { $what }: taken back.
another-day = 📅 Another day
back-by = ↩ Back by…
say-what = ✏ What exactly
cannot = I can’t after all
with-my-name = With my name
without-my-name = Without my name
toast-named = Your name stands there ✓
toast-unnamed = Your name does not stand there.
which-day = Which day suits you? For example: 3 December, or 2026-12-03
back-when = When should you have it back? For example: 20 December, or 2026-12-20
back-too-early = That is before the day on which you bring it.
what-exactly = What exactly do you bring?
thank-you = Thank you! { $what } ✓
taken-back = That is fine, thank you for having thought of it. { $what } is free again.
met-already = It was found in the meantime. Thank you!
here-already = It is here already. Thank you!
enough-promises = { $most } promises are open: bring one of them first. Thank you!
crowd = Many new visitors came from your network today. Please tell the team what you can bring.
team-crowd = 🚨 Within minutes { $count } new visitors promised “{ $what }”. Please have a look.
no-such-pledge = There is no such promise of yours.

# Here, and back again
it-is-here = 📥 Here: { $what }
it-went-back = ↩ Went back: { $what }
photo-of-it = { $what } is here? Please send a photo: whoever brought it gets it with the thanks.
no-photo = No photo
received = Noted ✓ { $what } is here, and whoever brought it hears your thanks. Is everything found now?
is-here = 💚 { $what } is here. Thank you very much!
given-back = ✓ It went back
went-back = ↩ The team says that you have it back: { $what }. Thank you for the loan!
went-back-noted = Noted ✓ { $what } went back.
not-here = It is not here any more.
mark-met = ✓ Everything was found
drop = Not needed any more
open-again = ↩ Still needed
noted-met = ✓ Found: { $what }. It stays where everybody can see it.
noted-dropped = Noted ✓ { $what } is not needed any more.
noted-open = 🧺 Still needed: { $what }
not-needed-met = 💚 { $what } was found in the meantime. You need not bring it. Thank you for your promise!
not-needed-any-more = { $what } is not needed any more. You need not bring it. Thank you for your promise!
move-day = 📅 The day moves
move-to-when = { $what }: to which day? As when a permit is late. Whoever promised it is asked again.
days-later = { $days } days later
moved = Noted ✓ { $what }: { $count ->
    [0] nobody has promised it yet.
    [one] whoever promised it is asked again.
   *[other] all { $count } who promised it are asked again.
}
asked-again = 📅 { $what } is needed later: by { $day }. Does that suit you?
yes-still = 👍 Yes, still
tomorrow = 🔔 { $what }: you wanted to bring it by { $day }. Does that suit you?
loan-without-day = 🔔 { $what } has been on loan since { $day }. Does it go back now?
loan-goes-back = 🔔 { $what } is on loan and goes back by { $day }.
did-it-come-back = 🔧 { $what }: do you have it back?
i-have-it = ✓ I have it back
not-yet = Not yet
is-back = Noted ✓ { $what }. Thank you for the loan!
team-knows = Thank you: the team knows it.
not-back-yet = 🔧 { $what } has not come back to its owner yet. Would you look for it?
promise-lapsed = It has been a while: { $what } is taken off the list. You are welcome to promise it again.
lender-left = 🔧 Whoever lent { $what } leaves. Please give it back today.

# The money of a change
money-of-change = 💰 The money of it
money-title = 💰 <b>The money of this change</b>
money-note = Every line stays as it was written; a correction is a line of its own. It is not the shop’s money, and nothing is paid here.
no-money = 💰 No money was given or spent for this change yet.
yuan = ¥{ $amount }
money-given = { $number }. given { $amount } · { $words }
money-spent = { $number }. spent { $amount } · { $words }
money-in-kind = { $number }. in kind { $amount } · { $words }
money-correction = { $number }. corrects line { $corrected }: { $amount } · { $words }
money-refused = (not agreed, does not count)
money-waits = (waits for a second person)
total-given = Given in all: { $amount }
total-spent = Spent in all: { $amount }
total-in-kind = In kind, as it was estimated: { $amount }
add-line = ＋ A line
look-at-line = 🔎 Look at a line
which-line = Which line?
line-number = { $number }. { $words }
line-noted = 📅 { $day }
which-money = What happened?
choose-given = Money was given
choose-spent = Money was spent
choose-in-kind = Something came in kind
how-much = How much, in yuan? For example: 40 or 12.50
without-amount = Without an amount
what-for-given = Where did it come from? No names, please: everybody reads it.
what-for-spent = What for?
what-for-in-kind = What was it? No names, please: everybody reads it.
line-stands = It stands there ✓ { $line }
line-waits = Written down ✓ { $line }. It counts once a second person of the team agrees.
i-agree = ✓ I agree
somebody-else-agrees = Somebody else of the team has to agree.
refuse = ✗ It is not right
toast-refused = It does not count ✓
line-counts = It counts already: please correct it instead.
line-is-refused = It was not agreed, and does not count. Please write a new line.
toast-agreed = Noted ✓
correct = ✏ Correct it
right-amount = Line { $number } stands at { $amount }. What is right? It becomes a line of its own.
right-already = That is what stands there.
correct-the-line = This is a correction: please correct line { $number } once more.
add-receipt = 🧾 Add a receipt
send-receipt = Please send a photo of the receipt. Only the team sees it.
receipt-kept = Kept ✓ Only the team sees it.
see-receipts = 🧾 Receipts
receipts-title = 🧾 Receipts of line { $number }, for the team only
no-receipts = There is no receipt yet.
enough-receipts = { $most } photos are enough for one line.
enough-lines = { $most } lines are enough for one change.
no-such-line = There is no such line here.

# Digests, and what waits
digest-promised = 🙋 Promised: { $what } /needs
digest-late = { $count ->
    [one] 🧺 One promise is due: /needs
   *[other] 🧺 { $count } promises are due: /needs
}
digest-money = { $count ->
    [one] 💰 A line of money waits for a second person: /today
   *[other] 💰 { $count } lines of money wait for a second person: /today
}
today-promised = 🤝 You wanted to bring { $what }
today-late = 📥 Is it here? { $what }
today-loan = ↩ Goes back: { $what }
today-money = 💰 A second person: { $line }
