menu-translate = Say an idea in another language
back = ⬅ Back
more = ⋯ More
next = ▶ The next one
see = 👀 See it
pair = { $before } → { $after }
language-zh = Chinese
language-ug = Uyghur
language-en = English

# On the card of an idea
by-neighbour = 🌐 Translated by a neighbour; the original is behind “More”.
by-machine = 🤖 Translated by a machine ({ $host }); the original is behind “More”.
spoken-line = 🎤 A neighbour says it in { $language }: behind “More”.
written-line = ✍ Written down by a neighbour; its speaker says it is right.
say-it = 🌐 Say it in another language
write-down = ✍ Write down what is said
listen = ▶ Hear it in { $language }

# Say it in another language
which-idea = 🌐 These ideas wait for a neighbour who speaks two languages. Which one would you like to say in another?
nothing-waits = 🌐 Every idea can be read in every language of this place ✓
one-idea = { $number } · { $words }
which-language = 🌐 <b>{ $number }</b> · { $words }

    In which language would you like to say it?
there-is = ✓ { $language }: it is there; you can say it in your own way.
there-is-old = 🕰 { $language }: the words changed since. Would you like to say them anew?
say-in = { $language }
look = 👀 What there is
say-it-now = { $words }

    How does one say this in { $language }? Write it, or hold 🎤 and say it.
kept = Thank you! No. { $number } can now be read or heard in { $language }, marked “by a neighbour” ✓
take-back = ↩ Take it back
author-hears = 🌐 A neighbour said your idea no. { $number } in { $language }. More people can read it now.

# What there is
version = 🌐 <b>{ $number }</b> · { $language } · { $whose }

    { $words }
a-neighbour = a neighbour
you = you
a-machine = a machine ({ $host })
spoken-only = 🎤 It is spoken.
is-old = 🕰 The words changed since: it is not shown.
is-chosen = 📌 The team chose this one.
is-hidden = 🙈 Hidden: { $reason }
hide = 🙈 Hide this
choose = 📌 Show this one
put-away = 🙈 Put it away
put-away-done = It is away ✓ The machine is not asked for it again.
why-hide = { $words }

    Why should nobody read this? Whoever said it reads your reason.
hidden = Hidden ✓ The original is shown, or what another neighbour said.
bring-back = ↩ Bring it back
brought-back = It can be read again ✓
taken-back = Taken back ✓ The original is shown, or what another neighbour said.
yours-hidden = Your translation of no. { $number } was hidden: { $reason }
    If that is a mistake, /human helps.
yours-back = Your translation of no. { $number } can be read again.
chosen = This one is shown ✓

# A voice note
what-is-said = ✍ Please listen to no. { $number } and write down what is said, word for word. Its speaker reads it first.
written-down = Thank you! Whoever said it is asked whether that is right. After that it stands on the card.
understood = 🎤 A neighbour understood your voice note (no. { $number }):

    { $words }

    Is that right? Only then do others read it.
right = ✓ Yes, that is right
not-quite = ✏ Not quite
say-yourself = Then please write in a few words what you said. What the neighbour wrote is gone.
stands = ✓ Your words stand on the card now.
stands-later = ✓ Kept. The team looks at it, then it stands on the card.
today-understood = ✍ What you said in no. { $number }: is it right?
today-said = 🌐 No. { $number } in { $language }: is a neighbour’s translation right?

# The machine
machine-button = 🤖 May a machine translate it?
no-machine = 🤖 No machine translates here. Neighbours do: /translate
machine = 🤖 A machine at <b>{ $host }</b> can translate published ideas ({ $pairs }). It is sent the words of an idea and nothing else: no name, no picture, no voice. What a neighbour says always goes before it.
at-work = ✓ This place lets it help, with the yes of each author.
not-at-work = ▫ This place does not let it help.
you-have-not-said = You have not said yet whether it may read your ideas. Until you do, it does not.
you-said-yes = ✓ It may read your ideas.
you-said-no = ▫ It does not read your ideas.
may = ✓ It may read my ideas
may-yes = ✓ Yes, it may
may-not = ✋ No, it may not
let = Let { $host } help here
stop = ✋ Stop it here
noted = Noted ✓
may-it = 🤖 Neighbours who speak another language cannot read your idea no. { $number }. May a machine at <b>{ $host }</b> translate your ideas ({ $pairs })? It is sent their words and nothing else, and they are marked as a machine’s. You can say no at any time: /machine

# No
not-on-board = This idea is not on the board, or not any more.
not-in-this = It is written in that language already, or this place does not speak it.
without-words = It has no words yet that one could say in another language.
words-changed = Its author changed the words just now. Please open it again and read them.
words-please = Please write or say it.
same-words = These are the same words. How does one say it in the other language?
other-language = That does not look like { $language }. Please write it in { $language }.
yours-is-hidden = The team hid what you said about this. A word to /human helps.
enough-today = Thank you, that was { $limit } today! Please go on tomorrow.
enough-versions = Many neighbours have said this already. Please choose another one.
enough-written = Thank you, that was { $limit } today! Please go on tomorrow.
not-yours = That is for whoever it belongs to.
nothing-there = That is not here any more.
reason-please = Please say why.
hidden-already = Somebody hid it already.
not-this-one = This one cannot be shown now.
not-to-write-down = Nobody needs to write this down now.
answered-already = You have answered this already ✓
too-late = This idea has been answered, so its words stay as they are.
change-waits = The team still looks at your last change. Please answer once it has.
another-machine = It is another machine now. Please open /machine and read again.
