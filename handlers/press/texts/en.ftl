menu-press = A sheet for newspapers and juries (the team)
menu-mypress = What of mine may stand in newspapers
back = ⬅ Back
more = ⋯ More

# The sheet
title = 📰 <b>Press and award sheet of { $place }</b>
    Two pages: the story, before and after, numbers, and what people say. Nobody is in it who did not say yes.
so-far-story = 📖 The story in words of your own: { $count } of { $all } lengths. The rest has ready-made words.
so-far-pieces = 💬 Quotes: { $quotes } · 🖼 Pictures: { $pictures } · no answer yet: { $waiting }
so-far-numbers = 🔢 Numbers that may be told: { $count }
no-numbers = 🔢 No number may be told yet: all are under five.
last-made = Made last: { $date }
the-story = 📖 The story
quotes-and-pictures = 💬 Quotes and pictures
make-it = 📰 Make the sheet
which-languages = In which languages? Each has two pages.
in-all = In all { $count } languages
in-one = In one language
in-language = In { $language }
ask-for-whom = For whom is it? Write the name of the newspaper or the jury: whoever takes her word back is told where it went.
not-known-yet = Nobody in particular
whom-too-long = Please write it on one line, with at most { $limit } letters.
no-such-language = This place does not speak that language any more.
enough-today = That is enough sheets for today. Please make the next one tomorrow.
made = 📰 The press and award sheet of { $place }, as everybody in it agreed until now.
made-asks-again = Somebody may take her word back later. Please make a new sheet each time you give one away.
some-left-out = Left out, since somebody from here may be named in it: { $found }
not-made = The sheet could not be made just now. Please send /press again in a few minutes.
to-the-sheet = ⬅ To the sheet

# The story
story-title = 📖 <b>The story</b>, in { $language }
length-short = <b>In one sentence</b>
length-middle = <b>In a few sentences</b>
length-long = <b>At length</b>
write-short = ✏ One sentence
write-middle = ✏ A few sentences
write-long = ✏ At length
ask-story = ✏ Please write it in { $language }, without anybody’s name, in at most { $limit } letters.
use-ready-made = ↩ Use the ready-made words
story-too-long = Please write something, in at most { $limit } letters.
somebody-in-it = There may be somebody in these words: { $found }. Please say it without.
story-short = At { $place } neighbours, volunteers and the corner shop change their place together.
story-middle = At { $place } neighbours, volunteers and the corner shop change their place together. Whoever has an idea sends a photo and a few words from a phone. Whose space it is answers with a reason, and everybody hears what became of it.
story-long = At { $place } neighbours, volunteers and the corner shop change their place together. Whoever has an idea sends a photo and a few words from a phone, in her own language, without an account. Volunteers put it on a board that everybody can read; neighbours add their voice. The owner decides about the shop, the city about the street, each with a reason that is on record. What was agreed is planned, built and looked after: somebody looks at it again after one, three and six months, and says honestly what is still good. Whoever made something hears before it goes.

# What is asked for
pieces-title = 💬 <b>Quotes and pictures</b>
    You choose, and the person herself is asked in her own chat. Without her yes nothing stands in the sheet; no answer within 14 days is a no.
a-quote = 💬 A quote
pictures = 🖼 Before and after
asked-so-far = 📋 What was asked for
which-quote = 💬 What was said of changes that are done. Which of it should stand in the sheet?
no-quotes = There is nothing to quote yet: nobody has said anything of a change that is done, or everybody was asked.
quoted = “{ $words }”
quote-about = Is no child in these words, and nobody else who did not say so? Then the person is asked. You are not told who it is unless she wants that.
ask-her = 📨 Ask whose words they are
changed-meanwhile = It changed just now. Please look again.
somebody-in-quote = There may be somebody in these words: { $found }. They cannot stand in the sheet.
is-asked = On its way ✓
quote-gone = This cannot be quoted any more.
which-change = 🖼 Of which change?
no-pictures = There are no pictures to ask for yet: a change must be done, and somebody must have photographed it afterwards.
change-choice = No. { $number }
look-for-children = Please look closely. Is there no child on them, and nobody’s face? Then whoever took each picture is asked.
no-child-on-them = ✓ No child, no face: ask
picture-gone = These pictures cannot be asked for any more.
enough-waiting = { $limit } questions wait for an answer. Please wait for some of them first.
enough-asked = That is enough questions for today. Please go on tomorrow.
picture-before = 🖼 No. { $number }, before
picture-after = 🖼 No. { $number }, after
asked-title = 📋 <b>What was asked for</b>
    … no answer yet · ✓ yes · ✗ no
nobody-asked = Nobody was asked yet.
entry-waiting = … { $what }
entry-yes = ✓ { $what }
entry-no = ✗ { $what }
entry-silent = ✗ { $what }
entry-taken-back = ↩ { $what }
entry-changed = ✗ { $what }
entry-left-out = ○ { $what }
said-waiting = … No answer yet. Without one it is a no.
said-yes = ✓ Yes, as: { $who }
said-no = ✗ No. She is not asked again.
said-silent = ✗ No answer within 14 days, so: no.
said-taken-back = ↩ Taken back. It is in no sheet from now on.
said-changed = ✗ It was changed or taken away since she agreed, so it is out of the sheet.
said-left-out = ○ Left out by the team.
leave-out = ○ Leave it out
put-in = ✓ Put it in again
piece-gone = That is not there any more.

# Whoever is asked
ask-quote = 📰 { $place } makes a sheet for newspapers and juries. May these words of yours stand in it, just so?
ask-terms = They may be printed in reports about the place, not in advertising. You can take it back at any time; what is printed by then stays. Are you under 18? Then please press no.
ask-picture = 📰 { $place } makes a sheet for newspapers and juries. May this picture of yours stand in it? It may be printed in reports about the place, with the name you choose, unchanged, not in advertising. You can take it back at any time; what is printed by then stays. Are you under 18? Then please press no.
yes-named = ✓ Yes, with my name: { $name }
yes-neighbour = ✓ Yes, as “a neighbour”
say-no = ✗ No
thank-yes = Thank you ✓ In the next sheet it stands as: { $who }
thank-no = All right ✓ It stands in no sheet. Nobody asks you for it again.
take-back = ↩ Take it back
taken-back = Taken back ✓ It was in no sheet, and will be in none.
taken-back-given = Taken back ✓ From now on it is in no sheet. It was in sheets that we cannot call back; the team knows and can tell them:
    { $where }
went-to = { $date }: { $whom }
went-somewhere = { $date }: for nobody in particular
team-told = 📰 Somebody took back a quote or a picture of the press sheet. The next sheet is without it. It is still in { $count ->
    [one] one sheet that was
   *[other] { $count } sheets that were
} made already; please tell whoever has one, and give them a new one from /press:
    { $where }
all-of-mine = 📋 All of mine
mine-title = 📰 <b>What of yours was asked for</b>, for newspapers and juries
    … not answered · ✓ yes · ✗ no
mine-none = 📰 Nobody has asked for your words or pictures for newspapers. If somebody does, you are asked here first.
mine-waiting = … { $what }
mine-yes = ✓ { $what }
mine-no = ✗ { $what }
mine-silent = ✗ { $what }
mine-taken-back = ↩ { $what }
is-in-sheets = It stands in these sheets:
    { $where }
in-no-sheet = It stands in no sheet so far.
yours-changed = It was changed or taken away since, so it stands in no sheet.
no-to-newspapers = You said no to newspapers for all of yours. Please change that under /privacy first, if you want.
not-yours = That is not there any more, or it is somebody else’s.
a-neighbour = a neighbour

# On paper
pdf-kind = Press and award sheet
pdf-date = As everybody in it agreed by { $date }
pdf-numbers = In numbers
pdf-few = n is how many were counted. Counts under five are not told.
pdf-middle = In a few sentences
pdf-long = At length
pdf-quotes = What people say
pdf-before = Before
pdf-after = After
pdf-photo = Photo: { $who }
pdf-said = – { $who }
pdf-licence = Pictures and quotes: free to print in reports about { $place }, unchanged and with the names given beside them; not in advertising.
pdf-foot = Whoever is quoted or took a picture agreed to this very one, and may take it back. Please ask for a new sheet before you print.
number-better = say the place has become better (n={ $n })
number-done = ideas have been carried out (n={ $n } ideas)
number-good = later looks found it still good (n={ $n } looks)
number-answered = ideas had an answer with a reason (n={ $n } ideas)
number-days = days until an answer, in the middle (n={ $n } answers)
number-voices = voices for ideas (n={ $n } people)
number-ideas = ideas on the board (n={ $n } people)
