# Suggesting
send-something = 💡 What could be better? Send a photo, a few words or a voice note. A photo alone is enough.
what-is-it = Thank you, it is kept safe. Is it…
a-new-idea = 💡 A new idea
a-question = ❓ A question to the team
never-mind = ✖ Never mind
earlier-kept = <i>“{ $words }” is kept too, but not sent yet: /suggest leads back to it.</i>
greeted = 👋 Hello! What could be better at { $place }? Send a photo or a few words.
with-pleasure = 😊 Always glad to. If something at { $place } could be better, just send a photo or a few words.
draft-open = You had begun an idea: “{ $words }”
    Would you like to go on with it?
go-on = ➡ Go on with it
start-anew = 🗑 Drop it and start anew
draft-gone = This draft is not here any more. Send a photo or a few words to start anew.
already-sent = This is saved already: no. { $number } ✓
where = 📍 Where is it? Choose below or share the location. More photos or words? Just send them.
more-spots = ⋯ More spots
numbered-spot = { $number } · { $spot }
elsewhere = 🌍 Elsewhere / not sure
no-such-spot = This spot is not on the list any more. Please choose another one.
look-alikes = { $count ->
    [one] 🔎 This one may say the same. Add your voice to it?
   *[other] 🔎 These may say the same. Add your voice to one of them?
}
add-voice = 👍 Add my voice to { $number }
mine-is-different = ✨ Mine is different
voice-added = Your voice counts for no. { $number } ✓ 👍 { $voices }
    What you wrote stands below it. You will hear what becomes of it.
voice-apart = Your voice is kept with no. { $number } ✓ What you wrote stands below it.
    Many newcomers came over your network today; it is counted once the team has looked.
saved = Saved ✓ <b>no. { $number }</b>: { $words }
saved-waits = A volunteer looks at it, then everybody sees it, and you hear what becomes of it.
saved-waits-for-somebody = As soon as there is a volunteer here, somebody looks at it; then everybody sees it, and you hear what becomes of it.
saved-on-board = On the board ✓ <b>No. { $number }</b>: { $words }
    Volunteers will look at it, and you will hear what becomes of it.
added = Added to no. { $number } ✓
undo = ↩ Undo
taken-back = Taken back: no. { $number } is not sent. Nobody else has seen it.
was-taken-back = No. { $number } was taken back by its author.
too-late-to-take-back = No. { $number } is already being looked after. A volunteer can help you; see Help.
dropped = All right, nothing was sent.
suggest-something = 💡 Suggest something
question-sent = Your question is with the team ✓ The answer will come here.
question-kept = Your question is kept ✓ There is nobody in the team just now; whoever comes reads it first.
somebody-asks = 🙋 { $name } asks: { $words }
answer-questions = Answer
enough-photos = { $limit } photos are enough for one idea, thank you! The others are kept. Please choose below.
enough-today = That is { $limit } ideas in a day, wonderful! Please send the next ones tomorrow.
the-rest-is-kept = The rest of your idea is kept. You may send another photo.
nothing-left = Your idea has no picture and no words yet. Please send a photo or a few words.
send-another = 📷 Send something else

# The board
board-title = 👍 <b>Ideas</b>
line = <b>/{ $number }</b> { $words }
    { $status } · 📍 { $spot } · 👍 { $voices }
card = <b>{ $number }</b> · { $status }
    { $words }
    📍 { $spot } · 👍 { $voices }
card-trial = ⏳ On trial until { $until }
card-merged = 🔗 Now part of /{ $number }
card-reason = 💬 { $reason }
card-author = ✍ { $name }
card-paper = 📝 Voices on paper: { $count }
card-apart = 👥 + { $count } from a network that had its share today, not counted
card-poll = 🗳 Poll “{ $question }”: { $voters } voted, { $votes } for this one
card-poll-dots = 🗳 Poll “{ $question }”: { $voters } voted, this one got { $dots ->
    [one] one dot
   *[other] { $dots } dots
}
card-poll-score = 🗳 Poll “{ $question }”: { $votes ->
    [0] nobody gave it a score
    [one] { $score } of 5 on average
   *[other] { $score } of 5 on average
}
card-space = 🧭 Whose space: { $space }
card-behalf = 🙋 On behalf of { $name }
card-for-a-neighbour = 🙋 Entered by a volunteer for a neighbour
without-words = 📷 photo or voice note
at-location = { $latitude }, { $longitude }
one-by-one = 👀 Look one by one
five-more = ⬇ Five more?
narrow-button = 🔎 Sort or choose
narrow = Which ideas would you like to see?
view-new = 🆕 Newest
view-top = 👍 Most supported
view-mine = 🙋 Mine
by-status = 🚦 By status
by-spot = 📍 By spot
which-status = Which status?
which-spot = Which spot?
nothing-here = There is nothing here yet. Would you like to be the first?
that-was-the-last = That was the last one.
next-idea = ➡ Next
more = ⋯ More
back = ⬅ Back
see = 👀 See it
see-the-other = 🔗 See the other one
support = 👍 Support ({ $voices })
supporting = ✓ I support it ({ $voices })
supported = Your voice counts 👍
supported-apart = Your voice is kept ✓ Many newcomers came over your network today; it is counted once the team has looked.
unsupported = Your voice was taken back.
own-idea = This is your own idea. The neighbours' voices count here.
follow = 🔔 Follow
unfollow = 🔕 Stop following
flag = 🚩 This should not be here
flagged = Thank you. The team looks at no. { $number } first; until then it stays. ✓
flag-taken-back = All right, no. { $number } is not flagged by you. ✓
flag-answered = 🚩 The team has looked at no. { $number }, which you flagged: it stays. Thank you for looking out!
enough-flags = You have flagged { $limit } ideas today, thank you. Is there more? Please ask a human.
change = ✎ Change it
what-to-change = What should no. { $number } say? Send the new words, or a new photo. Now: “{ $words }”
what-to-change-on-record = What should no. { $number } say? Send the new words, or a new photo; the record keeps how it was. Now: “{ $words }”
changed = No. { $number } is changed ✓
changed-on-record = No. { $number } is changed ✓ The record says how it was.
change-waits = Your change of no. { $number } is kept ✓ A volunteer looks at it first; until then it reads as before.
one-photo-please = One photo, please: it takes the place of the old one.
not-yours-to-change = Only its author changes no. { $number }. You can comment.
too-late-to-change = No. { $number } has an answer already, so its words stay. You can comment.
card-as-written = ✍ The words as they were written: “{ $words }”
card-change = ✎ Its author would like it to say: “{ $words }”
card-change-photo = ✎ Its author would like to show this photo instead
card-changed = ✎ Changed by its author on { $when }; the record says how it was.
take-change = ✅ Take the change
leave-change = ✖ Leave it as it was
change-settled = The change of no. { $number } is settled already.
change-taken = ✎ Your change of no. { $number } is on the board ✓
change-left = ✎ No. { $number } stays as it was: a volunteer did not take the change. You can comment, or ask a human.
change-taken-by-you = The change is on the board ✓ Its author hears it.
change-left-by-you = It stays as it was ✓ Its author hears it.
card-flags = 🚩 { $count ->
    [one] One neighbour says
   *[other] { $count } neighbours say
} that this should not be here.
followed = You will hear what becomes of it 🔔
unfollowed = You will not hear of it any more.
listen = 🔊 Listen
no-voice = The voice note is not here yet. Please try again in a moment.
whole = <b>{ $number }</b> · { $words }
    Pass it on: <code>{ $link }</code>
whole-in-both = <b>{ $number }</b> · { $read }

    The words as they were written:
    { $words }
    Pass it on: <code>{ $link }</code>
in-its-own-words = 🌐 In its own words; in yours it stands behind “Say it in another language”.
read-as = 🌐 { $words }
asked-and-answered = ❓ { $question }
    💬 { $answer }
comments-button = 💬 Comments ({ $count })
comments = { $count ->
    [0] No. { $number } has no comments yet. Write the first one.
    [one] The comment on no. { $number }. Write yours below.
   *[other] The newest comments on no. { $number }. Write yours below.
}
comment-line = <b>{ $name }</b>: { $words }
comment-saved = Your comment on no. { $number } is saved ✓
five-comments-more = ⬆ Five more?
hide-a-comment = 🚫 Hide or bring back a comment
which-comment = Which comment on no. { $number }?
hide-this = 🚫 { $words }
bring-this-back = ↩ Bring back: { $words }
why-hide-comment = Why should this comment be hidden? Its author will read the reason.
    “{ $words }”
comment-hidden = The comment is hidden ✓ Whoever wrote it reads the reason.
comment-back = The comment is back ✓ Whoever wrote it hears so.
see-comments = 💬 See the comments
hidden-comment-line = 🚫 <s>{ $name }: { $words }</s>
    Reason: { $reason }
your-comment-hidden = 🚫 A volunteer has hidden your comment “{ $words }”.
    Reason: { $reason }
your-comment-back = ↩ Your comment “{ $words }” can be read again.
comment-hidden-already = This comment is hidden already.
comment-seen-already = This comment is not hidden.
no-such-comment = This comment is not here. See the others.
comment-news = { $count ->
    [one] 💬 A new comment on your idea:
   *[other] 💬 { $count } new comments on your ideas:
}
comment-news-line = <b>/{ $number }</b> { $words }
comment-news-more = And { $count } more.
read-comments = 💬 Comments on { $number }
how-often = ⏰ How often do I hear
hears-daily = New comments on your ideas come to you in <b>one message a day</b>. What would you rather have?
hears-weekly = New comments on your ideas come to you in <b>one message a week</b>. What would you rather have?
hears-off = You are <b>not told</b> of new comments on your ideas. What would you rather have?
rhythm-daily = ☀ Once a day
rhythm-weekly = 📅 Once a week
rhythm-off = 🔕 Not at all
rhythm-chosen = Noted ✓
a-neighbour = A neighbour
no-such-idea = This idea is not here. See the board for the others.
no-such-number = There is no idea { $number } here. Check the number, or look at the board.
not-on-board = No. { $number } is not on the board just now.
not-supportable = No. { $number } cannot be supported right now.

# The life of an idea
status-draft = ✏ Draft
status-new = 🆕 New
status-open = 🟢 Open
status-agreed = ✅ Agreed
status-agreed-but = ☑ Agreed with conditions
status-trial = 🧪 On trial
status-not-now = ⏸ Not now
status-planned = 🗓 Planned
status-under-way = 🔨 Under way
status-done = 🎉 Done
status-looked-again = 🔁 Looked at again
status-merged = 🔗 Joined with another
status-hidden = 🚫 Hidden
status-withdrawn = ↩ Taken back
spot-inside = Inside the shop
spot-front = The shop front
spot-yard = The yard
spot-street = The street
spot-unsure = Not sure
decides-inside = This is the shop's own space: only the shopkeeper can answer. It stands in the shopkeeper's digest.
decides-front = This is the shop front: the shopkeeper and the city's liaison answer. It stands in the shopkeeper's digest.
decides-front-alone = This is the shop front: the shopkeeper answers. It stands in the shopkeeper's digest.
decides-yard = This is the yard: the volunteers' team and property management answer. It stands in property management's digest.
decides-yard-alone = This is the yard: the volunteers' team answers here.
decides-street = This is the street: the city's liaison answers here. It stands in the liaison's digest.
decides-unsure = It is not clear whose space this is. Please settle that first, then it can be decided.
news = 📣 No. { $number } “{ $words }”: <b>{ $status }</b>
news-by = 🗣 Said by: { $who }
news-with-reason = 📣 No. { $number } “{ $words }”: <b>{ $status }</b>
    💬 { $reason }
news-undone = ↩ A step was taken back. No. { $number } “{ $words }” is again: <b>{ $status }</b>
news-merged = 🔗 No. { $number } “{ $words }” now belongs to no. { $target }, which says the same. Your voice counts there.
no-such-step = No. { $number } is “{ $status }” now, so this step does not fit.
somebody-was-first = { $name } was first: no. { $number } is “{ $status }” now.
not-the-last-step = No. { $number } has moved on since. Only the last step can be undone.
undo-the-other-first = No. { $number } was joined with another one. Please undo that first.
reason-needed = Please give a reason: the people concerned will read it.
step-undone = Undone ✓ No. { $number } is again: { $status }. It stays on record.
undo-last = ↩ Back to: { $status }
where-to = No. { $number } is <b>{ $status }</b>. What now?
why = No. { $number } → { $status }. Why? Write a sentence; everyone concerned will read it.
anything-to-tell = No. { $number } → { $status }. Anything you would like to tell everybody? You may leave it out.
nothing-to-tell = Leave it out
without-reason = Go on without a reason
moved = No. { $number } is now: { $status } ✓ Everyone concerned hears it.
after-photo = 🎉 No. { $number } is done! Do you have a photo of how it looks now?
no-photo = No photo, tell everyone
after-photo-kept = Thank you ✓ Everyone concerned with no. { $number } gets the photo as soon as it is ready.
news-goes-without-picture = The news goes out without a picture.

# The answer of whoever's space it is
answer-idea = 🗣 Answer it
what-do-you-say = What do you say? Everyone concerned hears your answer.
answer-yes = ✅ Yes
answer-but = ☑ Yes, but…
answer-more = ⋯ Try it first, or not now
answer-try = 🧪 Try it first
answer-later = ⏸ Not now
why-but = Yes, but what has to be kept in mind? A sentence is enough.
why-try = A trial until { $until }. What should people know about it? A sentence is enough.
why-later = Why not now? A sentence is enough; it helps people understand.
decided = No. { $number }: { $status } ✓ Everyone concerned hears it.
decision-line = { $words } · 👍 { $supporters }
answered-yes = ✅ Yes
answered-but = ☑ Yes, with a condition
answered-try = 🧪 Try it first
answered-later = ⏸ Not now
answer-line = 🗣 { $role }: { $answer }
answer-line-why = 🗣 { $role }: { $answer } 💬 { $reason }
answer-noted = No. { $number }: your answer “{ $answer }” is on record ✓ The other party's answer counts too.
other-party-gone = Nobody is there for the other party any more, so your answer counts.
answer-taken-back = Your answer on no. { $number } is taken back ✓ It stays on record.
your-answer-needed = 🗣 No. { $number } “{ $words }” needs your answer as well. The other party said: { $answer }
how-long = Until when should no. { $number } be tried? Choose below or type a date, for example 24 December.
until = 🧪 Until { $when }
not-a-date = I cannot read that date, or it does not fit. Please type a day within the next year, for example 24 December.
decided-trial = No. { $number } is on trial until { $until } ✓ Everyone concerned hears it.
trial-over = 🧪 The trial of no. { $number } “{ $words }” is over. What becomes of it? Without an answer within a week it is undone.
trial-keep = ✅ Keep it
trial-change = ☑ Change it…
trial-undo = ↩ Undo it
trial-more = ⋯ Try longer, or undo
trial-longer = 🧪 Try it longer
what-becomes-of-it = How did the trial go? Everyone concerned hears your answer.
why-change = What has to change? A sentence is enough.
why-undo = Why is it undone? A sentence is enough; it helps people understand.
news-trial-undone = ↩ The trial of no. { $number } “{ $words }” has been over for a week and nobody answered, so it is undone: <b>⏸ Not now</b>
decision-trial = 🧪 Trial over: { $words } · 👍 { $supporters }

# The desk
desk-empty = 🗂 Nothing is waiting. Thank you!
desk-only-questions = 🗂 No idea is waiting, but somebody waits for an answer.
open-questions = 🙋 Questions to a human ({ $count })
see-the-board = 👍 See the board
desk-waiting = { $overdue ->
    [0] 🗂 Waiting: { $count }
    [one] 🗂 Waiting: { $count }, longer than a week: { $overdue }
   *[other] 🗂 Waiting: { $count }, longer than a week: { $overdue }
}
desk-one = 🗂 Looking after
may-be-same = 🔎 May be the same as /{ $number }: a photo looks alike.
look-after = 🗂 Look after it
publish = ✅ Put it on the board
published = No. { $number } is on the board ✓
join-first = { $count ->
    [one] 🔎 Another idea may say the same as no. { $number }. Join them? Everybody keeps her voice, and it can be undone.
   *[other] 🔎 Other ideas may say the same as no. { $number }. Join it with one? Everybody keeps her voice, and it can be undone.
}
publish-different = ✅ It is different: put it on the board
looked-at = 👀 Seen, it may stay
looked-at-toast = No. { $number } stays ✓
move-along = 🚦 Move it along
ask-author = ❓ Ask the author
merge = 🔗 Join with another
hide = 🚫 Hide it
hold-a-picture = ✋ A child on a picture: hold it back
correct-spot = 📍 Correct the spot
reply = 💬 Reply to the author
put-off = ⏭ Later, the next one
count-them = 👥 Count the { $count } apart: they are neighbours
counted-in = Counted ✓ No. { $number } has 👍 { $voices } now.
counted-apart-again = They stand apart again ✓ No. { $number } has 👍 { $voices }.
many-voices = 🚨 { $count } newcomers supported no. { $number } “{ $words }” within a few minutes. What goes beyond 5 of one network a day is not counted. Guests of a fair who share one Wi-Fi? Then count them.
bring-back = ↩ Bring it back
next-at-desk = 🗂 The next one
own-idea-asked = No. { $number } is your own idea, so you need not ask. Just add what is missing.
what-to-ask = What would you like to ask the author of no. { $number }?
author-asked = ❓ { $name } asks about your idea no. { $number } “{ $words }”: { $question }
answer-button = Answer
question-on-its-way = Your question about no. { $number } is on its way ✓
author-not-reached = Your question about no. { $number } is saved, but its author cannot be reached just now.
your-answer = “{ $question }”
    Please write, speak or send a photo.
answered-already = You have answered this already. Thank you!
answer-kept = Thank you ✓ Your answer stands with no. { $number }.
author-answers = 💬 The author of no. { $number } answers: { $answer }
    <i>You asked: { $question }</i>
what-to-reply = What would you like to say to the author of no. { $number }? It will stand below the idea.
team-replies = 💬 { $name } from the team about your idea no. { $number } “{ $words }”: { $reply }
reply-sent = Your reply stands below no. { $number } ✓
why-hide = Why should no. { $number } be hidden? Its author will read the reason.
hidden = No. { $number } is hidden ✓ Its author reads the reason.
which-spot-for = Where does no. { $number } belong? Whose space it is decides who answers.
spot-corrected = The spot is corrected ✓
merge-into-which = Which idea should no. { $number } join? Choose below or type its number.
merge-into = 🔗 Join with { $number }
type-a-number = Please type the number of the other idea, for example 27.
not-into-itself = An idea cannot join itself. Please type another number.
merged = No. { $number } now belongs to no. { $target } ✓ 👍 { $voices }
    Nobody loses a voice, and nothing is deleted.

# The record
record-button = 📜 The record
record = 📜 <b>The record of no. { $number }</b> · { $status }
record-space = 🧭 { $space }: { $who }
votes-inform = Votes inform; whoever answers here decides.
five-entries-more = ⬇ Five earlier ones?
entry = { $when } · { $what } · { $who }
entry-why = { $when } · { $what } · { $who }
    💬 { $reason }
entry-sent = 💡 Suggested
entry-sent-for-a-neighbour = 💡 Written down for a neighbour
entry-undone = ↩ Back to: { $status }
entry-space = 🧭 { $before } → { $after }
entry-joined = 🔗 /{ $number } joined
entry-changed = ✎ Words changed (below: as it was)
entry-changed-photo = ✎ Photo changed
entry-answer-back = ↩ Answer taken back
role-resident = a neighbour
role-volunteer = volunteer
role-lead = lead
role-shopkeeper = shopkeeper
role-liaison = the city's liaison
role-property-manager = property management or community office
role-together = both answers together
role-clock = nobody answered in time
take-steps-back = ↩ Take steps back
how-far-back = No. { $number } is <b>{ $status }</b>. Back to where? The later steps are undone with it; all of them stay on record.
back-to = ↩ { $status } ({ $when })
why-back = { $count ->
    [one] One step is undone, and no. { $number } is again: { $status }. Why? Everyone concerned reads it.
   *[other] { $count } steps are undone, and no. { $number } is again: { $status }. Why? Everyone concerned reads it.
}
nothing-to-take-back = There is no step of no. { $number } that you can undo.
news-undone-because = ↩ Taken back. No. { $number } “{ $words }” is again: <b>{ $status }</b>
    💬 { $reason }
please-tell = 🙋 You wrote this down for { $name }. Please pass it on.

# Whose space
space-inside = Inside the shop
space-front = Shopfront
space-yard = Shared yard
space-street = Street
space-unsure = Not sure
who-inside = the shopkeeper answers
who-front = the shopkeeper and the city's liaison answer together
who-front-alone = the shopkeeper answers
who-yard = the volunteers' team and property management answer together
who-yard-alone = the volunteers' team answers
who-street = the city's liaison answers
who-unsure = first it has to be settled whose it is
whose-space-button = 🧭 Whose space
whose-space = No. { $number } counts as: <b>{ $space }</b>. Whose space is it really? The spot stays.
why-this-space = No. { $number } → { $space }. Why? A sentence; it stays on record.
space-drawn = No. { $number } counts as: { $space } ✓ Now { $who }.
space-is-so-already = It is so already. Please choose another one.

# Neighbours without a phone
on-behalf = 🙋 For somebody without a phone
on-whose-behalf = On whose behalf? Type the name the person wishes, or choose:
just-a-neighbour = 🙋 A neighbour
did-she-agree = Did { $name } say that we may write it down and show it? Without a yes nothing is kept.
she-agreed = ✓ Yes, write it down and show it
she-did-not = ✖ No
not-written-down = All right, nothing was written down.
send-hers = 💡 Please send the words or a photo, as the neighbour would.
name-too-long = That name is too long. Please type a shorter one.
paper-button = 📝 Voices on paper ({ $count })
paper-voices = { $mine ->
    [0] 📝 Neighbours without a phone who support no. { $number }: { $count }. Each tap stands for one person who told you so.
    [one] 📝 Neighbours without a phone who support no. { $number }: { $count }, one noted by you. Each tap stands for one person who told you so.
   *[other] 📝 Neighbours without a phone who support no. { $number }: { $count }, { $mine } noted by you. Each tap stands for one person who told you so.
}
one-voice-more = ➕ One more
one-voice-less = ↩ Cross out my last one
voices-noted = Noted by you: { $count } ✓

# Digests
digest-new = 💡 New: { $numbers }
digest-queue = 🗂 Ideas waiting at the desk: { $count }
digest-flagged = 🚩 Flagged by neighbours ({ $count }): { $numbers }
digest-late = ⏰ Waiting longer than a week ({ $count }): { $numbers }
digest-became = <b>/{ $number }</b> { $words } → { $status }
digest-became-why = <b>/{ $number }</b> { $words } → { $status } 💬 { $reason }
total-ideas = 💡 New ideas: { $count }
total-voices = 👍 Voices given: { $count }
total-answers = 🗣 Answers to ideas: { $count }
total-days = ⏱ Days to an answer, on average: { $count }

menu-suggest = Suggest something
menu-ideas = Ideas of the neighbours
menu-desk = Look after ideas (team)
menu-behalf = For somebody without a phone (team)

# A role that nobody holds
vacant-inside = Nobody is the shopkeeper here yet, so nobody can answer. A lead can invite one: Tools of the team.
vacant-front = Nobody is the shopkeeper here yet, so this waits. A lead can invite one: Tools of the team.
vacant-street = Nobody is the city's liaison here yet, so nobody can answer. A lead can invite one: Tools of the team.
nobody-is-shopkeeper = 🏪 Nobody is the shopkeeper here yet. Waiting for one ({ $count }): { $numbers }
nobody-is-liaison = 🏛 Nobody is the city's liaison here yet. Waiting for one ({ $count }): { $numbers }
nobody-is-property-manager = 🏘 Nobody is here for property management or the community office yet. The team answers for the yard alone ({ $count }): { $numbers }
link-for-shopkeeper = 🔗 A link for the shopkeeper
link-for-liaison = 🔗 A link for the liaison
link-for-property-manager = 🔗 A link for property management
ask-the-operator = There is no lead either. Whoever runs the bot can make a link: <code>{ $command }</code>
look-after-it = 🧡 I’ll look after it
keep-as-made = 🖌 Keep as made by people
today-idea = 💡 { $number } · { $words }
today-open = 🗂 Look at { $number }
today-decide = 👉 Answer { $number }
band-tiny = under ¥100
band-small = ¥100–500
band-middle = ¥500–2,000
band-large = ¥2,000–10,000
band-more = more than ¥10,000
card-cost = 💰 The team’s estimate: { $cost }
cost-button = 💰 What it costs
ask-cost = 💰 What does no. { $number } cost, roughly? Everybody sees it on the card.
ask-cost-now = 💰 No. { $number }: { $cost } so far. What does it cost, roughly? Everybody sees it on the card.
cost-unknown = Not known after all
cost-kept = 💰 { $cost } ✓
cost-taken-back = The estimate is taken off the card ✓
cost-changed-often = This estimate was changed very often. Please leave it as it is.
entry-cost = 💰 Estimate: { $cost }
entry-cost-back = 💰 Estimate taken back
