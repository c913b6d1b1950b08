first-line = <b>{ $new } new, { $needs ->
    [0] nothing waits for you
    [one] { $needs } needs you
   *[other] { $needs } need you
}</b>
team-first-line = { $new ->
    [0] <b>🗂 For the team today</b>
    [one] <b>🗂 For the team today: { $new } new thing</b>
   *[other] <b>🗂 For the team today: { $new } new things</b>
}
late = This was meant for { $planned }. Sorry that it comes late.
decision = ❓ <b>{ $number }</b> { $what }
decided = { $answer } – <b>{ $number }</b> { $what }
more-decisions = { $count ->
    [one] { $count } more waits: /digest shows it.
   *[other] { $count } more wait: /digest shows them.
}
answered-yes = ✓ Yes
answered-but = ✓ Yes, but…
answered-try = 🧪 Try it first
answered-later = ⏸ Not now
say-yes = { $number } ✓
say-but = { $number } but…
say-try = { $number } try
say-later = { $number } later
trial-yes = { $number } keep
trial-but = { $number } change
trial-try = { $number } longer
trial-later = { $number } undo
why-but = On which condition? Please write it in a sentence; it stands beside your yes.
    <b>{ $number }</b> { $what }
why-try = What should be tried, and for how long? A sentence is enough.
    <b>{ $number }</b> { $what }
why-later = Why not now? Please write the reason in a sentence, so that the neighbours understand.
    <b>{ $number }</b> { $what }
no-reason = Just try it
reason-needed = Please write the reason in a few words.
already-answered = This is already answered: { $answer }
seen = 👍 Read
seen-toast = Thank you! The next digest begins here.
stop = 🔕 Stop
stopped = It does not come any more. One tap brings them back.
resume = 🔔 Resume
resumed = It comes again.
other-time = ⏰ Other time
still-here = Nothing new at <b>{ $place }</b> this week. We are still here, and write as soon as something comes.
still-here-waiting = Nothing new at <b>{ $place }</b> this week. { $count ->
    [one] { $count } thing still waits for your answer: /digest
   *[other] { $count } things still wait for your answer: /digest
}
show-waiting = 👀 What waits ({ $count })
nothing-new = Nothing new since you last looked. Have a good day!
nothing-now = Nothing new since you last looked, and nothing waits for you. Have a good day!
which-time = The digest comes at { $now }. When suits you better? Choose, or type a time such as 18:30.
at = { $when }
which-of-these = Which of these do you mean?
time-chosen = Good, the digest comes every day at { $when } ✓
not-a-time = I could not read that as a time. Please type it like this: 09:30
quiet-then = { $when } is in the quiet hours here. Please choose a time between { $end } and { $start }, for example 13:00.
menu-digest = Digest now
shop-label = <b>🏪 For the shop</b>
yard-label = <b>🏘 For the yard</b>
liaison-first-line = <b>🏛 { $place }: totals since { $since }</b>
residents-first-line = <b>💬 { $place }: you said, we did</b>
partial = Something is missing here today; it comes with the next one.
please-speak = 🤝 <b>{ $number }</b> { $what } – { $awaits ->
    [liaison] it has waited for the liaison's answer. Would somebody speak with the liaison?
    [property_manager] it has waited for property management's answer. Would somebody speak with them?
   *[shopkeeper] it has waited for the shop's answer. Would somebody speak with the shopkeeper?
}
you-please-speak = 🤝 No. { $number } still waits for { $awaits ->
    [liaison] the liaison's answer: { $what }
    Would you speak with the liaison? A word in person often helps.
    [property_manager] property management's answer: { $what }
    Would you speak with them? A word in person often helps.
   *[shopkeeper] the shop's answer: { $what }
    Would you speak with the shopkeeper? A word in person often helps.
}
open-it = 👀 Open { $number }
looked = { $count ->
    [one] 👁 The city's liaison looked at the totals once.
   *[other] 👁 The city's liaison looked at the totals { $count } times.
}
fewer = fewer than { $limit }
too-few = too few to say
or-more = { $count } or more
news-mine = 🙋 Your idea: { $news }
news-backed = 👍 With your voice: { $news }
news-others = • { $news }
ask-later = ⏳ Ask me once more tomorrow
comes-back = Good, it comes back tomorrow.
came-back-already = It came back already. You can still answer at any time.
which-digest = Which one would you like?
kind-shop = 🏪 For the shop
kind-team = 🗂 For the team
kind-liaison = 🏛 Totals for the city
kind-yard = 🏘 For the yard
which-day = It comes once a week, next on { $now }. When suits you better? Choose, or type a day and a time such as Friday 18:30.
week-chosen = Good, once a week, next on { $when } ✓
not-a-day-and-time = I could not read that as a day and a time. Please type it like this: Friday 18:30
weekly-offer = 💬 <b>You said, we did</b>: once a week, in one message, what became of the ideas. Would you like that?
weekly-yes = ✓ Yes, please
weekly-on = 💬 “You said, we did” comes once a week, next on { $when }. Nothing new: no message.
weekly-now = 👀 Show me now
weekly-ended = It does not come any more. One tap brings it back.
menu-weekly = What became of our ideas
relayed-team = 📋 <b>{ $place }</b>, for the team today:
please-speak-named = 🤝 <b>{ $number }</b> { $what } – { $awaits ->
    [liaison] it has waited for the liaison's answer. { $name }, would you speak with the liaison?
    [property_manager] it has waited for property management's answer. { $name }, would you speak with them?
   *[shopkeeper] it has waited for the shop's answer. { $name }, would you speak with the shopkeeper?
}
liaison-needs = { $count ->
    [one] <b>{ $count } waits for your answer.</b>
   *[other] <b>{ $count } wait for your answer.</b>
}
