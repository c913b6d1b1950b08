title = 🔐 <b>What I pay in instalments</b>
nothing-yet = Write down what you pay in instalments, and I remind you 7 days, one day and on the day before each date.
nothing-due = Nothing is due.
line = { $number } · { $what }
    📅 { $day }
add = ＋ Write one down
look-at-one = 🔎 Look at one
who-sees-button = 👁 Who sees it
which-one = Which one?
one = { $number } · { $what }
half-done = (half done)
unreadable = (cannot be opened here)
back = ⬅ Back
more = ⋯ More
see = 👀 See it
undo = ↩ Undo
nothing-here = There is nothing here.
for-shopkeepers = 🔐 Here a shopkeeper minds her own dates. Nobody else sees them.
shown-on-track = 🧺 { $name } says: on track
shown-needs-help = 🧺 { $name } says: I could use help

# One card
card = 🔐 { $number } · <b>{ $what }</b>
card-supplier = 🏷 { $supplier }
card-amount = 💰 { $amount }
card-paid = ✓ { $paid } of { $dates } paid
card-next = 📅 { $day }
for-the-two-of-you = Only the two of you see this.
need-to-talk = 💬 Need to talk
another-date = 📅 Another date
paid = ✓ Paid: { $day }
paid-now = ✓ Paid
erase = 🗑 Take it out

# Writing one down
ask-what = What is it? A word that you understand is enough: it goes out of the chat again.
ask-supplier = From whom do you have it?
ask-amount = How much is it each time?
leave-out = Leave it out
ask-first = When is “{ $what }” due next? For example: 3 December, or 2026-12-03
ask-rhythm = From { $day } on, how often?
once = Only this once
monthly = Every month
quarterly = Every three months
ask-count = How many times in all? Press, or write a number.
times = { $count ->
    [one] Once
   *[other] { $count } times
}
count-needed = Write a number from 1 to { $most }.
no-day = Which day? From today on, for example: 3 December, or 2026-12-03
words-needed = A word is enough.
enough = { $most } are enough. Take one out that is over.
written-already = That one is written down already.

# When a date comes
due-in-days = 🔔 Number { $number } is in { $days } days: { $day }
due-in-past = 🔔 Number { $number } was due on { $day }.
due-in-1 = 🔔 Number { $number } is tomorrow: { $day }
due-in-0 = 🔔 Number { $number } is today: { $day }
paid-noted = Noted ✓ “{ $what }”, { $day }
ask-another-date = “{ $what }” was for { $day }. Which day is it now? Only this one moves.
whom-to-talk-to = About “{ $what }”: with whom would you like to talk? A human being of the team knows only what you write.
talk-with = 💬 { $name }
talk-with-a-human = 🙋 A human being
no-helper = You have no helper. A human being is behind the other button.
helper-out-of-reach = { $name } cannot be reached just now. A human being is behind the other button.
wants-to-talk = 💬 { $name } would like to talk with you.
see-what-about = 👀 See what about
helper-hears = { $name } hears that you would like to talk ✓

# The end
really-erase = Take “{ $what }” out? It is gone then, with all its dates.
erase-now = 🗑 Yes, take it out
erased = It is gone ✓

# Who sees it
only-you = 👁 Only you see this.
you-and = 👁 Only you and { $name } see this.
you-and-asked = 👁 Only you see this. { $name } was asked to help.
who-never = It is in no digest, no list, no export and no total. 12 months after the last date it is erased.
choose-helper = 🤝 Choose a helper
end-help = ✋ Without { $name }
whom-to-ask = Whom would you like to ask? She sees what you wrote down once she says yes, and you can end it.
nobody-to-ask = There is nobody in the team yet whom you could ask.
helper-asked = { $name } was asked ✓ You hear what she says.
asked-to-help = 🤝 { $name } asks you to help mind some dates of the shop. Only the two of you would see them.
help-yes = 🤝 Yes, I help
help-no = Not me
helper-accepted = 🤝 { $name } helps you now and sees your dates.
helper-declined = { $name } cannot help just now. You could ask somebody else.
helper-ended = { $name } does not help with your dates any more. You could ask somebody else.
helper-left = Whoever helped with your dates has left. You could ask somebody else.
help-is-over = You need not help { $name } with dates any more. Thank you!
help-no-more = ✋ I do not help any more
you-help = 🤝 You help with these.
you-help-now = Thank you! You see the dates of { $name }, and hear when there is a wish to talk.
you-help-no-more = Noted ✓ You see nothing of it any more.
sign-button = 🧺 What the team sees
what-may-the-team-see = What may the team see? No date, no name of a thing, no number: only these words, for 90 days.
sign-nothing = Nothing
sign-on-track = On track
sign-needs-help = I could use help
sign-now-nothing = 🧺 The team sees nothing.
sign-now-on-track = 🧺 The team sees: on track
sign-now-needs-help = 🧺 The team sees: I could use help
toast-sign = Noted ✓
