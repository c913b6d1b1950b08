menu-pulse = Is it getting better here?
back = ⬅ Back
more = ⋯ More

# The questions
question-place = Does this place look and feel better than three months ago?
question-neighbours = Do you know more neighbours than three months ago?
question-shop = For you as the shopkeeper: is the shop doing better than three months ago? The team reads your answer.
short-place = It looks and feels better here
short-neighbours = I know more neighbours
short-shop = The shop is doing better (the shopkeeper says)
say-place-good = 🙂 Better
say-place-same = 😐 As before
say-place-bad = 🙁 Worse
say-neighbours-good = 🙂 Some new ones
say-neighbours-same = 😐 As before
say-neighbours-bad = 🙁 Fewer
say-shop-good = 🙂 Better
say-shop-same = 😐 As before
say-shop-bad = 🙁 Worse
say-unsaid = 🤐 I’d rather not say
invitation = 🙂 <b>{ $place }, three months later</b>
    Two questions, one tap each. Nobody sees who said what.
    { $question }
in-short = 🙂 { $place }, three months later: two questions, open until { $until }
open-label = 🙂 Answer
ask = { $number }/{ $all } · { $question }
you-said = So far you said: { $face }
too-late = This round is over. /pulse shows what came of it.
newcomer = You came after this round began; the next one asks you, too.
thanks = Thank you ✓ Until { $until } you can change it with /pulse. Then only numbers are kept, and whose they were is forgotten.

# What changed most
ask-story = 💬 And what changed most for you? A few words or a voice note, no name. You say afterwards who may read it.
no-story = That’s all for today
story-too-long = Please a little shorter: { $limit } letters at most.
voice-too-long = Please a little shorter: three minutes at most.
stories-full = So many have told something this time that it is enough. Thank you!
told-already = You have told something this time. /pulse leads to it.
whose-eyes = Who may read it?
whose-ears = Who may know of it? Your voice stays with the team in any case; for the page, somebody of the team writes down what you said.
whom-team = 👥 Only the team
whom-everybody = 🌐 Everybody, on the page, without my name
kept-team = Kept ✓ Only the team reads it, without your name.
kept-everybody = Kept ✓ The team looks first. It comes onto the public page, without your name, when the round is over and five have answered.
my-story = 💬 <b>What you told</b>
a-voice = 🎤 A voice note
not-yet = Nobody reads it before you have said who may.
for-team = Only the team reads it.
for-everybody = It may stand on the public page.
my-story-button = 💬 What I told
tell-button = 💬 Tell what changed
choose-whom = 👁 Who may read it?
take-back = 🗑 Take it back
taken-back = Taken back ✓ It is gone, here and from the page.
voice-refused = 🎤 Your voice note could not be read, so it is not kept. As long as the round runs you can tell it again: /pulse
earlier-story = ➡ An earlier one
no-such-story = That is not here any more. /pulse leads on.

# How it stands
head = 🙂 <b>Is it getting better here?</b>
explain = Every three months everybody here is asked two questions with three faces. Fewer than five are not told, and whose they were is not kept.
first-on = The first time: { $day }
next-on = Next time: { $day }
nobody-asked = A lead has switched it off: nobody is asked.
open-until = Open until { $until }
answer-button = 🙂 Answer
change-button = ✎ Change my answers
said-line = { $question }: { $face }
curve-button = 📈 How busy the shop was
on-page = 🖼 Before and after, side by side: { $link }

# What came of it
result-head = <b>{ $since } – { $until }</b>
asked-line = 💬 In the chat: { $asked } asked, { $answered } answered, { $silent } did not
answered-line = 💬 In the chat: { $answered } of { $asked } answered
paper-line = 📄 On paper, counted by hand:
count-line = { $what }: 🙂 { $good } · 😐 { $same } · 🙁 { $bad } ({ $n })
owner-line = { $what }: { $face }
owner-silent = { $what }: no answer
unsaid-line = 🤐 Rather not say: { $count }
few = Fewer than { $limit } answered, so no faces are told.
few-line = { $what }: fewer than { $limit } said, so it is not told.
apart = Chat and paper are not added up: somebody may have answered both.
card = 🙂 <b>Three months at { $place }: what people say</b>
see = 👀 See it
digest = 🙂 Is it getting better here? { $answered } of { $asked } answered: /pulse

# On paper
paper-button = 📄 On paper
paper = 📄 <b>On paper</b>
    Print sheets, let people tick, and type in how many ticks each face has. Whoever answered in the chat needs no sheet.
paper-nothing = Nothing is typed in yet for the round of { $day }.
paper-so-far = For the round of { $day } stands:
print-button = 🖨 Print a sheet
type-place = ✎ Ticks: the place
type-neighbours = ✎ Ticks: neighbours
no-round = There has been no round yet. The sheet can be printed already.
sheet-here = 🖨 One sheet for each person, without a name. Count the ticks and type them in here: /pulse
not-made = The sheet could not be made just now. Please try again in ten minutes.
ask-ticks = 📄 { $question }
    How many ticks does each face have? All sheets together, three numbers: 🙂 😐 🙁, such as 12 3 1.
ticks-stand = So far: { $good } { $same } { $bad }. What you type takes its place.
not-three = Please write three numbers, each { $most } at most: first 🙂, then 😐, then 🙁. Such as 12 3 1.
enough-corrections = This was corrected { $most } times. Please count once more together, and ask whoever runs the bot.
ticks-noted = Noted ✓ { $what }: 🙂 { $good } · 😐 { $same } · 🙁 { $bad }

# What the team reads
stories-button = 👂 What people told · { $count }
story-nobody = Nobody has told anything so far, or it was taken back.
story-card = 👂 “{ $words }”
voice-card = 👂 A voice note
may-team = Only for the team.
may-everybody = May stand on the public page, without a name.
on-page-now = ✓ Stands on the public page, from the end of the round on, if five answered.
with-team-now = ✓ Read
write-first = A voice can be recognized: write down what was said, then it can be shown.
page-full = The page has room for { $most } a quarter. Please take another one off first.
put-button = 🌐 Show it on the page
leave-button = 👥 Leave it with the team
read-button = ✓ Read
off-button = ↩ Take it off the page
listen-button = ▶ Listen
write-button = ✎ Write down
next-story = ➡ The next one
ask-written = ✎ Write down what was said, as it was said; no names.
today-story = 👂 What changed: { $words }

# Asked or not
switch-off = 🔕 Ask nobody any more
switch-on = 🔔 Ask again
switched-off = 🔕 From now on nobody is asked. A round that runs goes on to its end.
switched-on = 🔔 People are asked again. Next time: { $day }

# The sheet
sheet-title = Is it getting better here?
sheet-how = Tick one face in each line. No name. Whoever has answered in the chat needs no sheet.
sheet-story = What changed most for you? (may be left empty)
sheet-until = Please return it by { $day }.
sheet-better = better
sheet-same = as before
sheet-worse = worse
sheet-more = more
sheet-fewer = fewer
