menu-broadcast = Write to many
what-to-say = What would you like to tell people? Send your words, a picture, or both in any order.
unfinished = You have begun to write to people: “{ $words }”
go-on = ✏ Go on
start-over = 🗑 Begin anew
words-needed = A few words are needed. Please type them.
too-long-with-picture = With a picture the words must stay under { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}. Please shorten them and send them again.
picture-kept = The picture is here ✓ Now please send the words.
words-kept = “{ $words }”
    Is that right? You can add a picture or send other words.
words-and-picture-kept = “{ $words }” 🖼
    Is that right? You can still send other words or another picture.
next = To whom? ➡
to-whom = Who should get it?
to-everyone = 👥 Everyone here
to-role = 🧰 People with a task
to-special = 🎯 Some of them
to-which-role = Which of them?
to-team = 🤝 The volunteers
to-shopkeepers = 🏪 The shopkeepers
to-liaisons = 🏛 The liaisons
to-property-managers = 🏘 Property management
to-which-people = Who should get it?
to-supporters = 💡 Around an idea
to-guests = 📅 Guests of an event
to-idea = 💡 Author, supporters and commenters of the idea
to-event = 📅 Guests of the event
which-idea = What is the number of the idea? For example 27.
no-such-idea = There is no idea { $number } here. Please check the number and send it again.
which-event = Whose guests?
no-events = There is no event just now whose guests could be written to.
event = 📅 { $title }
nobody-there = Nobody would get this. Please choose somebody else.
frame = 📣 { $place } – { $name } writes:
    { $words }
preview = <b>This is how it will look.</b> { $whom } – { $count ->
    [one] { $count } person
   *[other] { $count } people
}
preview-in = [{ $language }]
    { $message }
picture-not-ready = The picture is still being prepared. Please look again in a moment.
picture-refused = The picture could not be used. Please send another one, or go on without it.
look-again = 🔄 Look again
send = 📣 Send to { $count ->
    [one] { $count } person
   *[other] { $count } people
}
change-words = ✏ Words or picture
change-whom = 👥 Other people
going = On its way to { $total ->
    [one] { $total } person
   *[other] { $total } people
} in 30 seconds. Until then nobody has seen it.
stop = ✋ Stop
stopped = Stopped. Nobody else will get it.
progress = { $reached } of { $total } reached, { $waiting } still waiting…
report = <b>Your message: the report</b>
    People: { $total }
report-reached = ✓ Reached: { $count }
report-blocked = ✗ Not reached (blocked, paused or left): { $count }
report-unsure = ? Unsure: { $count }
report-waiting = ⏳ Waiting: { $count }
report-stopped = ✋ Stopped: { $count }
already-over = This is already over.
already-on-its-way = This message is already on its way.
already-asked = This message waits for a second person to agree.
asked-second = This goes to { $count } people. Above { $limit } a second person must agree, so we have asked. You will hear here.
nobody-to-agree = Above { $limit } people a second person of the team must agree, and there is none yet. Please invite somebody first: /invite
please-agree = <b>{ $name } wants to write this to { $count ->
    [one] { $count } person
   *[other] { $count } people
}.</b> Do you agree?
agree = ✓ Agree and send
decline = ✗ Better not
withdraw = ↩ Take it back
withdrawn = Taken back. Nothing was sent.
agreed = { $name } agreed ✓
you-agreed = Thank you! It leaves in 30 seconds.
you-declined = Thank you. It will not be sent, and we say so to whoever asked.
declined = { $name } would rather not send your message like this. Please talk about it; your draft is kept.
lead-needed = A lead has to agree to this one.
in-short = 📣 { $day }, { $name }: { $words }
read-it = 📣 { $words }
cannot-wait = 🚨 It cannot wait
of-use-until = ⏳ Of use until…
until-when = Until when is it of use? Whoever could only hear it later is not told any more. Choose, or write a day and a time.
until-button = ⏳ Until { $when }
always-of-use = ♾ Whenever it comes
is-of-use-until = ⏳ Of use until { $when }
report-late = ⌛ Not in time: { $count }
really-urgent = Some would hear this later. What cannot wait, such as no water tomorrow, goes to everybody at once, also in quiet hours and beyond two a week. A second person of the team has to release it. Ask one now?
ask-for-release = 🚨 Ask a second person
asked-for-release = A second person has been asked to release it to { $count ->
    [one] { $count } person
   *[other] { $count } people
}. You will hear here; until then nobody gets it.
please-release = <b>🚨 { $name } says that this cannot wait.</b> If you release it, it goes to { $count ->
    [one] { $count } person
   *[other] { $count } people
} at once, also to those who sleep or have had their two this week. That stays on record.
release = 🚨 Release it now
nobody-to-release = A second person of the team must release what cannot wait, and there is none yet. A lead can invite somebody: /invite. Until then it goes as shown before, and a note on the door helps.
invite = 🤝 Invite somebody
frame-urgent = 🚨 { $place } – { $name } writes, released by { $second }:
    { $words }
report-urgent = 🚨 It could not wait: released by { $name }, beyond quiet hours and two a week.
to-one-language = 🌐 Readers of one language
to-active = 🕊 Here in the last 60 days
to-readers = 🌐 Readers of { $language }
which-readers = Who reads which language?
frame-in = 📣 { $place } – { $name } writes in { $language }:
    { $words }
send-later = 🕐 Send later
change = ✏ Change something
what-to-change = What would you like to change?
other-languages = 🌐 In other languages
look = 👁 Look at it
listed-button = 🗓 Planned and on its way ({ $count })
versions = “{ $words }”
    In which language would you like to say it, too? Whoever reads another one gets your words as they are.
add-version = ➕ Add { $language }
change-version = ✏ Change { $language }
write-version = “{ $words }”
    Please write the same in { $language }.
rewrite-version = In { $language } it says now: “{ $words }”
    Please send other words.
drop-version = 🗑 Take this version out
pause = ⏸ Pause
resume = ▶ Go on
paused = Paused. Nobody else gets it until you go on.
resumed = Going on.
progress-paused = ⏸ Paused: { $reached } of { $total } reached, { $waiting } wait until you go on.
held = 💤 { $count } have had their two messages this week and get it when there is room again.
going-now = On its way to { $total ->
    [one] { $total } person
   *[other] { $total } people
} now.
you-agreed-later = Thank you! It leaves at its time: { $when }.
agreed-later = { $name } agreed ✓ It leaves at its time: { $when }.
leaves-at = 🕐 It leaves: { $when }
changed-since = This message was changed meanwhile. Please look at the newest question.
already-planned = This message is planned already. Look under “planned” to change it.
other-draft = You have begun another message. Please finish or delete that one first: /broadcast
when = When should it leave? Choose, or write a day and a time.
when-unclear = I did not understand the time. Please write it like “tomorrow 15:00” or “30 November 19:00”.
when-not = Please choose a time between one minute and six months from now.
which-time = Which time do you mean?
at = 🕐 { $when }
planned = Planned ✓ It leaves { $when }, to those who are there then. Quiet hours are kept.
    “{ $words }”
change-when = 🕐 Another time
call-off = ✗ Call it off
called-off = Called off. Nobody will get it.
called-off-by = { $name } called off your planned message: “{ $words }”
listed = { $count ->
    [0] Nothing is planned or on its way.
    [one] One message is planned or on its way.
   *[other] { $count } messages are planned or on their way.
}
listed-going = 📣 { $words }
listed-planned = 🕐 { $day } – { $words }
more = More…
is-on-its-way = 📣 On its way
quoted = “{ $words }”
only-author-changes = Only whoever wrote this can change its words. You can change the time or call it off.
nobody-was-there = Your planned message had nobody to go to, so it was not sent: “{ $words }”
planned-leaves = Your planned message: “{ $words }”
language-zh = Chinese
language-ug = Uyghur
language-en = English
hold-draft = ✎ 📣 { $words } (draft)
hold-planned = 📣 { $words } (not sent yet)
place-rests = 🌙 This place rests: nothing goes to everybody. Wake it first with /wake.
hold-gone = 📣 This is not sent, since whoever wrote it looks after it no more: “{ $words }”
