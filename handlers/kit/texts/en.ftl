menu-kit = A kit for the next shop (leads)
back = ⬅ Back
more = ⋯ More
next-one = ➡ The next one

# The kit of this place
title = 🧳 <b>A kit for the next shop</b>
    What was done at { $place }, what it took and what did not work, for another shop to copy. Nobody is in it: a page goes in only once a lead has read it.
so-far = In it: { $inside } · nobody has looked yet: { $open }
nothing-there = There is nothing yet that another shop could copy. What is finished here shows up by itself.
go-through = 📋 Look through the pages
make-it = 🧳 Make the kit ({ $count })
from-elsewhere = 📥 Kits from elsewhere
from-elsewhere-waiting = 📥 Kits from elsewhere ({ $count })
last-made = Made last: { $date }

listing = 📋 <b>What could go in</b>
    ○ nobody has looked · ✓ in it · ✗ stays out
entry-open = ○ { $what }
entry-in = ✓ { $what }
entry-out = ✗ { $what }
entry-waiting = ○ { $what }
entry-later = … { $what }
entry-taken = ✓ { $what }
entry-declined = ✗ { $what }

page-change = 💡 Something that was changed
page-undone = ↩ Tried and given up
page-care = 🌿 When it is good
page-permit = 📄 A permit
page-task = 🙌 Something to do
page-poll = 🗳 A poll
page-curve = 📈 How busy the shop was

# What is counted of a page
fact-space = Where: { $space }
fact-step = { $step } (week { $week })
fact-undone = It was tried and given up.
fact-cost-unknown = Money: not noted
fact-cost-nothing = Money: none
fact-cost-under-100 = Money: under 100 yuan
fact-cost-under-500 = Money: under 500 yuan
fact-cost-under-2000 = Money: under 2,000 yuan
fact-cost-more = Money: 2,000 yuan or more
fact-care-day = Care day: every { $weeks ->
    [one] week
   *[other] { $weeks } weeks
}
fact-look = After { $days } days: { $found }
fact-fee = Fee: { $fee }
fact-prepared = Days to prepare it: { $days }
fact-answered = Days until the answer: { $days }
fact-permit-step = { $number }. { $step }
fact-permit-step-who = { $number }. { $step } ({ $who })
fact-needed = People: { $needed }
fact-minutes = Minutes: { $minutes }
fact-curve = Busy, four weeks a bar: { $bars }

# A lead looks at a page
ask-nobody = Is nobody in these words: no name, no nickname, no number, nothing by which neighbours would know who it was?
ask-curve = How busy the shop was is the shopkeeper's: it goes along only once she agrees. It names no number of people.
ask-the-owner = 📈 Ask the shopkeeper
owner-is-asked = The shopkeeper is asked ✓
owner-asked-already = The shopkeeper has been asked already. She decides.
no-owner = There is no shopkeeper here who could agree.
curve-asked = 🧳 The leads make a kit for the next shop. May how busy yours was go along, as bars and without any number of people?
curve-yes = ✓ It may go along
curve-no = ✗ It stays here
curve-said-yes = Thank you ✓ It goes along with the next kit. You can change your mind here.
curve-said-no = It stays here ✓ You can change your mind here.
is-in = ✓ It is in the kit.
is-in-with-pictures = ✓ It is in the kit, with its pictures.
is-out = ✗ It stays out.
too-long-now = Only its beginning is shown here. Please say it in a shorter way before it goes in.
take-it-in = ✓ Nobody is in it: put it in
say-otherwise = ✏ Say it another way
leave-out = ✗ Leave it out
toast-in = It is in the kit ✓
toast-out = It stays out
somebody-in-it = In these words there may be somebody: { $found }. Please say it without.
changed-meanwhile = Somebody changed it just now. Please read it again.
too-many-in = The kit is full: { $limit } pages. Leave one out first.
ask-pictures = Should its pictures go along? Those who sent them agreed that they may be passed on. Please look whether a child or somebody's face is on them.
with-pictures = 🖼 With these pictures
without-pictures = Only the words
ask-words = ✏ Please write it in { $language }, without anybody in it. The first line is its title; each further thing has a line of its own.
also-in = In { $language } as well: { $words }
in-language = In { $language }
words-empty = That was empty. Please write at least a title.
words-too-long = That was too long: at most { $limit } letters.
page-gone = That is not there any more. What is, shows /kit

# Making it
made = 🧳 The kit of { $place }, with { $count ->
    [one] one page
   *[other] { $count } pages
}: to read as PDF, and kit.json for another Nestbox. There a lead sends this file to the bot under /kit.
some-left-out = { $count ->
    [one] One page was left out
   *[other] { $count } pages were left out
}: a name of somebody from here stands in it now. Please look at it again.
nothing-in = Nothing is in the kit yet. Look through the pages first.
enough-today = That is enough kits for today. Please make the next one tomorrow.
not-made = The kit could not be made just now. Please send /kit again in a few minutes.

# Kits from elsewhere
brought-title = 📥 <b>Kits from elsewhere</b>
    What worked in another shop, page by page. Whatever you take becomes a draft here; nothing is said in anybody's name.
brought-none = No kit has been brought here yet. A lead of another place makes one under /kit.
one-by-one = 👀 Look at them one by one ({ $count })
all-templates = 📋 All of them
bring-one = 📎 Bring a kit
ask-file = 📎 Please send the kit as a file: the zip, or its kit.json.
file-on-its-way = 📥 Thank you. I am reading it, and write to you at once.
fault-not-a-kit = This file is no kit. A kit is a zip with kit.json in it, made by a lead under /kit.
fault-too-large = This file is too large for a kit. Nothing was taken from it.
fault-newer = This kit was made by a newer Nestbox. Please ask whoever runs this bot to update it, then send it again.
fault-broken = Something in this kit is not as it should be. Nothing was taken from it. Please ask for it again where it was made.
fault-not-fetched = I could not get your file. Please send it again.
own-kit = This kit was made here. It is for other places.
here-already = This kit is here already.
enough-brought = There are { $limit } kits here. Please put one away first.
came = 📥 The kit of { $place } is here: { $count ->
    [one] one page
   *[other] { $count } pages
}. Look at them one by one, and take what suits you.
look-now = 👀 Look at the first one
from-place = From { $place }
role-is-lacking = 🤝 About a change like this one more party answers: { $role }. Nobody is that here yet; /invite makes a link.
take-it = ✓ Take it
not-for-us = ✗ Not for us
later = Later
put-back = ↩ Put it back
taken-permit = ✓ Taken: it stands at the permit desk, in preparation.
taken-task = ✓ Taken: it waits with the tasks until somebody of the team opens it.
taken-poll = ✓ Taken: it is a draft of yours. Nobody is asked before you publish it.
taken-care = ✓ Taken: this is what good means for no. { $number } now.
taken-change = ✓ Taken: it stays here to be read. Whoever likes it suggests it in her own words.
taken-curve = ✓ Taken: it stays here to be read.
was-declined = ✗ Not for us
was-put-off = … Later
go-permits = 📄 To the permits
go-tasks = 🙌 To the tasks
go-newpoll = 🗳 To the draft
go-care = 🌿 To what we look after
go-suggest = 💡 Suggest it in my own words
toast-taken = Taken ✓
toast-declined = Not for us
toast-later = Later
toast-back = Put back
which-care = For which of your changes does this say when it is good?
no-care-yet = Every change here already says when it is good, or none is finished. Keep it for later.
care-choice = No. { $number }: { $words }
at-work-already = Somebody works with it already. Please end it there.
tasks-full = Enough tasks wait for the team. Open or drop one first.
permits-full = { $limit } permits are open here. End one first.
too-few-options = This poll has no two options to choose from. It can be read, but not taken.
template-gone = That is not here any more. What is, shows /kit
put-kit-away = 🗑 Put this kit away
ask-put-away = Put the whole kit of { $place } away? What you have taken stays.
put-away = 🗑 Yes, put it away
is-away = 🗑 The kit is put away. What you took from it stays.
today-waits = 🧳 Kit of { $place }: { $count ->
    [one] one page waits
   *[other] { $count } pages wait
}

# On paper
pdf-title = A kit for the next shop
pdf-from = { $place }, { $month }
pdf-about = What neighbours changed here, what it took and what did not work. Nobody is in it. Copy what suits you.
