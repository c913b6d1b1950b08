menu-tasks = What needs a hand
menu-newtask = New task (team)
back = ⬅ Back
back-to-all = ⬅ All tasks
more = ⋯ More
see = 👀 Look at it
undo = ↩ Undo

# The list
list-head = 🧤 <b>What needs a hand</b>
list-none = 🧤 Nothing needs a hand just now. Would you like to hear when something does?
list-button = 🧤 All tasks
line = 🧤 <b>{ $title }</b> · 👥 { $taken } / { $needed }
    { $when }
line-stand-in = 🔄 Somebody looks for a stand-in.
one-date = { $title } · { $day }
mine-button = 🙋 My tasks ({ $count })
proposals-button = 📥 Found to be done ({ $count })
aside = 🧤 Tasks that need a hand: { $count }
lend-a-hand = 🧤 Lend a hand

# The card
card = 🧤 <b>{ $title }</b>
when-due = 🗓 until { $day }
when-at = 🕖 { $when }
card-weekly = 🔁 every week
card-monthly = 🔁 every month
card-where = 📍 { $where }
card-idea = 💡 for idea no. { $number }
card-event = 📅 for “{ $event }”
card-bring = 🎒 { $bring }
card-safety = ⚠️ { $safety }
card-work = { $work }
card-skilled = 🎓 It wants somebody who knows how.
card-adults = 🔞 For adults only
card-people = 👥 { $taken } of { $needed } do it
card-minimum = 🙏 It takes { $minimum } at least.
card-off = ❌ <b>It is off</b>
card-off-because = ❌ <b>It is off</b>: { $reason }
hours = { $hours } h
mine-claimed = ✓ You do it
mine-stand-in = 🔄 You do it until somebody takes your place
mine-done = ✓ You did it: { $hours }
mine-missed = You were not there
mine-excused = You could not come
mine-asked-again = ❓ Its time changed. Do you still do it?
noted-for = { $name } (noted by { $by })
this-is-for = 🤝 This is about { $name }, whom you noted. Please ask her.
this-is-for-list = 📋 This is about everybody you noted by the group list. Please tell the group.
over-for-list = 📋 This is about everybody you noted by the group list.
all-there = ✓ All were there · { $hours }
one-by-one = 🤝 One by one
all-noted = { $count ->
    [one] Noted ✓ “{ $task }”: one neighbour of the list, { $hours }. Thank you!
   *[other] Noted ✓ “{ $task }”: { $count } neighbours of the list, { $hours } each. Thank you!
}

# Kinds of work
work-hands = 💪 Carry and clean
work-plants = 🌱 Plants
work-craft = 🔨 Build and paint
work-children = 🧒 With children
work-words = 💬 Languages, phones, reading
work-food = 🍲 Cook and bring food

# Taking it on
claim = 🙋 I’ll do it
another-day = 📅 Another day
pass-on = 👋 I know somebody
arriving = 🔳 Code for arriving
state-there = there ✓
tick-there = 👥 <b>{ $task }</b>: { $there } of { $taken } there. Press a name.
is-there = ☑ { $name }
not-there = ☐ { $name }
nobody-to-tick = Nobody has taken it on.
group-list = 📋 List for WeChat
my-task = 🙋 My task
taken-on = Thank you! You do it: <b>{ $task }</b>
    { $when }
    I remind you a day and two hours before.
safety-usual = ⚠️ Only do what you feel safe with, and nothing on ladders or with electricity alone.
whom-to-ask = 💬 Questions, tools, something broken: /human reaches the team.
only-grown = “{ $task }” is for adults only. Are you 18 or older?
grown-yes = Yes, I am
just-taken = The last place was just taken. What about one of these?
just-taken-last = The last place was just taken. Nothing else needs a hand just now.
which-day = 📅 What suits you better?
nothing-else = Nothing else needs a hand just now.
is-off = This is off.
is-over = This is over.
enough-for-now = { $most } at a time is plenty. Thank you! When one is done, there is room again.
enough-at-first = At first { $most } are plenty. Thank you! Once their days are over, there is room again.
crowd = Many new visitors came from your network today. Please ask the team to note you.
team-crowd = 🚨 Within minutes { $count } new visitors took places of “{ $task }”. Please have a look.
who-could = 👋 Who could do it? <b>{ $task }</b>
    { $when }
pass-on-link = Pass this on: { $link }
pass-on-telegram = ✈ Telegram: { $link }
note-somebody = 📝 Somebody without a phone
whose-name = Who is it? Write the name, once she said yes. Only the team reads it.
name-too-long = Please write a name of at most { $most } letters.
noted-already = She is noted for this already.
noted = Noted ✓ { $name } does “{ $task }”
    { $when }
    I remind you, so please tell her.
note-another = 📝 One more
undo-note = ↩ Not after all
no-such-task = There is no such task here (any more). /tasks shows what there is.

# My tasks
mine-head = 🙋 <b>My tasks</b>
mine-none = You have nothing on your list. /tasks shows what needs a hand.
not-yours = This is somebody else’s task.
not-yours-any-more = This is not yours any more.
still-yes = ✓ Yes, still
find-stand-in = 🔄 Find me a stand-in
cant = ✗ I can’t
toast-still = Thank you! It stays yours.
has-begun = It has begun already.
stand-in-sought = 🔄 I ask whoever wants to hear of such tasks: <b>{ $task }</b>
    { $when }
    It stays yours until somebody takes it; then you hear.
stand-in-shown = 🔄 It stands among what needs a hand: <b>{ $task }</b>
    { $when }
    It stays yours until somebody takes it; then you hear.
given-back = Thank you for saying so. Somebody else can do “{ $task }” now.
given-back-for = { $name } is not noted for “{ $task }” any more.
relieved = 🎉 Somebody takes your place: “{ $task }”
    { $when }
    You are free then.
in-a-day = ⏰ Soon: “{ $task }”
    { $when }
    Do you still do it?
in-hours = ⏰ Almost time: “{ $task }”
    { $when }
    Do you still do it?

# Afterwards
how-did-it-go = 🧤 Was “{ $task }” done? Thank you! How long did it take?
done-hours = ✓ Done, { $hours }
done-already = ✓ It is done
other-hours = ⏱ Another time
could-not = I could not come
how-many-hours = How long did “{ $task }” take you? Choose, or write the hours, such as 1.5
hours-unclear = I did not understand the hours. Write a number up to 12, such as 1.5
done-noted = Thank you! Noted ✓ “{ $task }”: { $hours }
done-for = 🤝 Noted for { $name }.
why-not = What came between you and “{ $task }”? A few words, or none; only the team reads it.
without-reason = Without a reason
excused-noted = Noted ✓ That happens to everybody. Next time, then!
not-yet = You can say so once it has begun.
too-late-to-tell = That is more than seven days ago, and is not changed any more.
lead-noted = A lead noted this. If it is not so, tell the team: /human
given-button = ⏱ What I gave
given-head = ⏱ <b>What you gave</b>: tasks { $tasks }, in all { $hours }. Only you see it all together; the team sees who did which task. Leads see hours without a task for seven days, to correct them.
given-none = ⏱ Nothing is noted of you yet. Only you will see it all together.
given-training = 🎓 Training: { $hours }
given-line = • { $what }: { $hours }
add-hours = ＋ I helped, without a task
add-training = 🎓 I learned something
correct-hours = ✏️ Correct hours
how-long-helped = How long did you help? Choose, or write the hours.
how-long-training = How long was the training? Choose, or write the hours.
what-helped = What did you do? A few words.
what-training = What did you learn? A few words.
enough-hours = That was noted { $most } times today. Tomorrow there is room again.
hours-noted = Noted ✓ “{ $what }”: { $hours }. Thank you!
toast-taken-back = Taken back.
ask-less = 💛 It did not work out three times, and that is fine: life is full. Would you like us to ask you less? Nobody else reads this.
less-yes = Yes, ask me less
less-no = No, it’s fine
less-noted = Noted ✓ I ask you nothing until you say so. What needs a hand stands in /tasks all the same.
more-noted = Noted ✓ It stays as it is.

# Tell me when
watch-button = 🔔 Tell me when…
watch-head = 🔔 What would you like to hear of when it needs somebody?
watch-told = You hear of: { $work }
watch-on = 🔔 { $work }
watch-off = 🔕 No more: { $work }
toast-watch = You will hear of it.
toast-unwatch = No more of this.
watch-opened = 🔔 You wanted to hear of this: { $work }
    { $card }
watch-missing = 🔔 Somebody is missing here:
    { $card }
in-short = 🧤 <b>{ $task }</b>: { $when }
claim-this = 🧤 { $task }

# Making a task
new-button = ＋ New task
ask-title = What is to be done? A few words, such as “Water the flowers at the door”.
draft-found = You began “{ $title }”. Go on with it?
go-on = ▶ Go on
begin-anew = 🗑 Begin anew
ask-kind = How is “{ $title }” done?
kind-once = 🗓 Once, until a day
kind-slot = 🕖 From … to …
kind-standing = 🔁 Again and again
ask-when-once = Until when? Choose a day, or write one, such as “28 November”.
ask-when-slot = When? Choose, or write it, such as “Saturday 15:00–17:00”.
ask-when-standing = When is the first time? Choose, or write it, such as “Saturday 15:00–16:00”.
when-past = That time will not do: it must be to come. Please choose again.
when-unclear = I did not understand that time. Please write it again, such as “Saturday 15:00–17:00”.
which-one = Which one do you mean?
ask-every = How often?
every-week = 🔁 Every week
every-month = 🔁 Every month
ask-work = What kind of work is it? Whoever wants to hear of such work is told.
ask-needed = How many are needed? Choose, or write a number.
so-many = 👥 { $count }
ask-bring = What is to be brought, and which tools are there? A line.
ask-safety = What is to be minded, so that nobody is hurt? A line.
ask-spot = Where is it?
no-spot = No spot
ask-minimum = How many does it take at least? The team hears when two days before there are fewer.
ask-skilled = Does it want somebody who knows how?
skilled-yes = 🎓 Yes
skilled-no = No, anybody can
ask-adults = Is it for adults only?
adults-yes = 🔞 Adults only
adults-no = No, for everybody
nothing-of-it = Nothing of the kind
what-to-change = What is to change about “{ $title }”?
step-title = ✏️ Name
step-kind = 🔁 How it is done
step-when = 🕖 When
step-work = 💪 Kind of work
step-needed = 👥 How many
step-minimum = 🙏 At least
step-bring = 🎒 What to bring
step-safety = ⚠️ What to mind
step-spot = 📍 Where
step-skilled = 🎓 Skill
step-adults = 🔞 Adults only
preview = 👀 This is what everybody sees:
open-task = 📣 Open it
change = ✏️ Change
throw-away = 🗑 Throw away
thrown-away = Thrown away; nobody was told.
open-already = It is open already.
opened = 📣 “{ $task }” is open ✓
told-watchers = 🔔 Told of it: { $count }
toast-changed = Changed ✓
more-do-it = More people do it already.
proposals-head = 📥 This was found to be done. Who opens it, makes it a task for everybody.
proposals-none = 📥 Nothing waits here.
proposal = 🧤 { $title }
proposed-head = 📥 Found to be done. Opened, it looks like this:
ask-on = 🔁 “{ $title }” runs until { $until }. Should it go on for half a year?
goes-on = ✓ It goes on
ends = It ends then
goes-on-noted = Noted ✓ “{ $title }” goes on until { $until }.
ends-noted = Noted ✓ “{ $title }” ends with its last date.

# Looking after it
look-after = 🛠 Look after it
looking-after = 🛠 <b>{ $task }</b>
    { $when }
who-button = 👥 Who does it ({ $count })
who-head = 👥 <b>{ $task }</b>: { $taken } of { $needed }
who-line = { $name }: { $state }
state-claimed = does it
state-stand-in = looks for a stand-in
state-asked-again = not sure yet about the new time
state-done = done, { $hours }
state-missed = was not there
state-excused = could not come
correct-how = What is true? Choose, or write the hours.
was-there = ✓ Was there, { $hours }
mark-excused = Could not come
mark-missed = Was not there
toast-corrected = Noted ✓
corrected = ✏️ { $name } noted for you: “{ $task }”, { $hours }. If that is not so, tell the team: /human
too-late-to-correct = That is more than seven days ago, and stays as it is.
entries-head = ✏️ Hours without a task of the last seven days:
entries-none = ✏️ No hours without a task in the last seven days.
entry-line = { $name } · { $what } · { $hours }
correct-entry = How many hours are right? Write them.
move = 🕖 Another time
move-when = “{ $task }” is { $when }. When is it now?
date-is-there = There is a date of it then already.
move-noted = Noted ✓ “{ $task }” is now { $when }. Asked again: { $people }
moved = 🕖 “{ $task }” has a new time:
    { $when }
    Do you still do it?
call-off = ❌ Call it off
why-off = Why is “{ $task }” off? Everybody who does it reads this: { $people }
off-noted = “{ $task }” is off ✓ Told: { $people }
called-off = ❌ “{ $task }” is off
    { $when }
    { $reason }
end-all = ❌ All later dates, too
ended = “{ $title }” has ended ✓
team-short = 🙏 “{ $task }” needs hands: { $taken } of at least { $minimum }
    { $when }
    Whom do you know?
list-now-yours = 📋 The group list of “{ $task }” is yours now
    { $when }
    Whoever noted it has left; please tell the group what there is to tell.
noted-now-yours = 🤝 { $name } has no phone and does “{ $task }”
    { $when }
    Whoever noted her has left; please tell her what there is to tell.

# Digests
digest-short = 🧤 “{ $task }”: { $taken } of { $needed } · { $when } /tasks
digest-proposed = 📥 Found to be done, not open yet: { $count } /tasks
total-tasks = 🧤 Tasks done: { $count }
total-hours = ⏱ Hours given: { $count }
today-how-it-went = ⏱ How did it go? { $task }
today-asked-again = ❓ New time, still yes? { $task }
today-short = 🙏 Lacks hands: { $task }
today-proposed = 📥 Found to be done: { $title }
calendar-words = { $when }
    { $bring }
    { $safety }
calendar-open = 🧤 { $title } ({ $taken }/{ $needed })
calendar-mine = 🧤 { $title }
hold-task = 🙋 { $title }
