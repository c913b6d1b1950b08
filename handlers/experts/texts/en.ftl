menu-experts = Ask an expert
back = ⬅ Back
more = ⋯ More

# The start
title = 🎓 <b>Ask an expert</b>
    Somebody who knows answers, without hurry. What helped before is here to read.
to-me-button = 📬 Questions to me ({ $count })
me-button = 🎓 I as an expert
me-in-field = 🎓 I as an expert: { $field }
ask-button = ❓ Ask a question
answers-button = 📖 What experts answered
my-questions-button = ⏳ What I asked
desk-button = 🗂 Questions and answers
howtos-button = 🧑‍🏫 How it is done
who-button = 👥 Who the experts are
to-experts = 🎓 To the experts
no-such-question = This question is not here (any more). /experts shows what is.
no-such-idea = That idea is not on the board.
words-needed = Please write a few words.

# Fields
field-planning = town planning
field-food = food hygiene
field-fire = fire safety
field-plants = plants
choose-planning = 🏙 Town planning
choose-food = 🍜 Food hygiene
choose-fire = 🧯 Fire safety
choose-plants = 🌱 Plants
choose-other = 📄 Something else
signed-planning = a town planner
signed-food = somebody who knows food hygiene
signed-fire = somebody who knows fire safety
signed-plants = somebody who knows plants
signed-other = somebody who knows this: { $field }
signed-named = { $who }, { $name }
label = { $field }: { $words }
line = 🎓 { $field }: “{ $words }”

# Asking
which-idea = About which of your ideas?
idea = { $number } · { $words }
needs-an-idea = Whoever has an idea on the board can ask an expert about it. What was answered is here to read for everybody.
which-field = Who would know? The question goes to an expert of this field.
no-such-field = There is no expert of this field here now.
ask-words = ❓ Your question about { $field }: please write it in a few sentences.
goes-with-idea = The idea goes along, with its photo, whose space it is and what was tried.
goes-alone = Please say what the expert needs to know.
asked-before = 📖 Somebody asked this before:
    “{ $words }”
people-asked = { $count ->
    [one] 🙋 one person asked
   *[other] 🙋 { $count } people asked
}
that-helps = 💡 That helps
another-answer = ➡ Another answer
ask-all-the-same = ❓ Ask my question
helped = { $count ->
    [one] Good. One person asked this so far.
   *[other] Good. { $count } people asked this so far.
}
name-stays-here = Your name does not go along. Once it is answered the team may let others read both, without your name.
send = 📨 Send it
add-photo = 📷 Add a photo
write-anew = ✏ Write it anew
ask-photo = 📷 Please send one photo. Only the expert, the team and the liaison see it.
photo-kept = 📷 The photo goes along ✓
see-question = 👀 See the question
sent = 📨 Your question about { $field } is with an expert. It may take some days; you hear as soon as there is an answer, and we look after it if there is none.
sent-to-nobody = 📨 Your question about { $field } is kept. There is nobody of this field here just now; the team looks for somebody.
sent-already = It was sent already. /experts shows it.
take-back = ↩ Take it back
taken-back = ↩ Taken back. Nobody needs to answer it.
enough-of-yours = { $most } questions of yours wait for an answer. Please let one be answered first.
enough-here = Many questions wait here just now. Please ask again in some days.
one-a-day = One question a day, please: an expert gives her time. Tomorrow you can ask the next one.
my-questions-title = { $count ->
    [0] ⏳ You wait for no answer.
    [one] ⏳ You wait for one answer.
   *[other] ⏳ You wait for { $count } answers.
}
waits-open = ⏳ It waits for an answer.
waits-ended = This question is over. Nobody needs to answer it.

# The card
card = ❓ <b>{ $field }</b>
    { $words }
card-idea = 💡 /{ $number } { $words }
card-space = 🧭 Whose space: { $space }
card-nothing-tried = 🧪 Nothing was tried yet.
card-tried = 🧪 Tried from { $day }: { $why }
card-after-trial = 🧪 After the trial, { $day }: { $why }
turn-expert = ❔ Asked back: { $words }
turn-asker = 💬 Said to it: { $words }
answer-asked = ❓ <b>{ $field }</b>: “{ $words }”
answer-said = 🎓 { $words }
answer-signed = – { $who }, { $day }
answer-signed-only = – { $who }
answer-photo = 📷 a photo
answer-voice = 🎤 a voice note
answer-gone = The answer was a voice note or a photo, which is not here any more.
listen = 🎤 Listen to it
no-voice-yet = The voice note is not here (yet).

# The expert
to-me-title = { $count ->
    [0] 📬 Nobody asks you anything just now.
    [one] 📬 One question waits for you. There is no hurry.
   *[other] 📬 { $count } questions wait for you. There is no hurry.
}
to-me-all = 📬 All questions to me
asked-you = 🎓 Somebody asks you about { $field }:
    “{ $words }”
    Answer when you like, in words, with a photo or a voice note.
look-at-question = 👀 Look at it
answer-button = 💬 Answer
ask-back-button = ❔ Ask something back
not-mine-button = ↪ Not my field
your-answer = 💬 Your answer to “{ $words }”:
    words, a photo with a few words, or a voice note.
answer-sent = 🎓 Thank you! Who asked reads it now. The team looks whether others may read it, too; it is signed by your field.
say-it-better = ✏ Say it better
answered-already = It is answered already.
passed-on = ↪ Thank you for saying so. Somebody else has it now, or the team looks for somebody.
not-with-you = This question is not with you (any more).
over = This question is over. Thank you!
waits-for-asker = ⏳ You asked something back; who asked has not said it yet.
what-back = ❔ What do you need to know? Who asked hears it, and answers you here.
back-sent = ❔ Asked. You hear as soon as it is answered.
enough-turns = You asked back and forth twice. Please answer as far as you can.
asker-left = Who asked is not here any more. You can still answer.

# Whoever asked
asked-back = ❔ About your question “{ $about }”, { $who } asks back:
    “{ $words }”
reply-button = 💬 Say it
your-reply = ❔ “{ $words }”
    Please write it in a few words.
reply-sent = 💬 Sent. You hear as soon as there is an answer to “{ $about }”.
replied = 💬 What you asked back about “{ $about }” is answered:
    “{ $words }”
nothing-asked-back = Nothing is asked of you (any more).
answer-came = 🎓 <b>An answer to your question</b>
    “{ $words }”
see-answer = 👀 See the answer
told-closed = Your question “{ $about }” is not with an expert any more. The team writes:
    “{ $words }”
remind-expert = { $line }
    This has waited for some days. Whenever it suits you; “Not my field” is an answer, too.
remind-asker = ❔ The expert still waits for your word about “{ $about }”. Without it she cannot answer.

# I as an expert
invitation = 🎓 <b>{ $place }</b> would like to ask you about { $field }, now and then.
invitation-how = You answer when you like, in words, with a photo or by voice. Only questions to you reach you; the answers are signed by your field, with your name only if you wish. A pause or the end of it is one tap.
accept-button = 🎓 Yes, ask me about { $field }
link-used-up = This link was used already, or is too old. Please ask for a new one.
are-already = You answer questions of this field already. /experts
are-no-expert = You are not asked as an expert here.
welcome-expert = 🎓 Thank you! Questions about { $field } reach you here from now on.
has-accepted = 🎓 { $name } answers questions about { $field } from now on.
me = 🎓 <b>Questions about { $field }</b>
me-active = Questions reach you here.
me-paused = ⏸ You pause: nothing reaches you.
me-named = Your name stands beneath your answers.
me-unnamed = Your answers are signed by your field, without your name.
pause = ⏸ Pause
go-on = ▶ Go on
show-name = 🏷 Sign with my name
hide-name = 🏷 Without my name
stop = 👋 I stop
toast-paused = You pause ✓
toast-on = Questions reach you again ✓
toast-named = Your name stands there ✓
toast-unnamed = Without your name ✓
stopped = 👋 Thank you for all you answered about { $field }! It stays here and helps others. What waited goes to somebody else.

# Inviting
who-title = 👥 <b>Who the experts are</b>. Press one to let her stop with thanks.
no-experts = 👥 There is no expert here yet. Is there somebody at the planning office, a cook, a fire officer, a gardener?
expert-active = { $name } · { $field }
expert-paused = ⏸ { $name } · { $field }
invite-button = ＋ Invite an expert
invite-field = What does she know about?
which-other = What is her field called? Two or three words, for example: electric wiring
link-made = 🔗 Please send this link to the person you mean, for { $field }. It works once, within { $days } days; she says yes herself.
link = { $link }
enough-experts = There are { $most } experts and open links here. Please let one stop first; a link that nobody opens ends after { $days } days.
ask-end = Should { $who } stop? She hears it with thanks; her answers stay.
end-yes = 👋 Yes, with thanks
ended-with-thanks = 👋 { $place } thanks you for what you answered about { $field }. Questions do not reach you any more.
toast-ended = She heard it with thanks ✓
no-such-expert = She is not an expert here any more.

# The desk
desk = 🗂 <b>Questions and answers</b>
    To look at: { $answers } · waiting for an answer: { $questions }
show = 📢 Show it beneath the idea
hide = ↩ Not beneath the idea any more
useful = 💡 Useful for the next asker
not-useful = ↩ Not for the next asker
leave-it = ✓ It stays between the two
looked = ✓ It stays between who asked and who answered.
toast-shown = Everybody reads it beneath the idea ✓
toast-not-shown = It does not stand beneath the idea ✓
toast-useful = Offered to the next asker ✓
toast-not-useful = Not offered any more ✓
no-answer-yet = There is no answer yet.
another-button = ↪ Ask somebody else
nobody-else = There is nobody else of this field here. Would you invite somebody?
toast-another = Somebody else has it now ✓
close-button = ✖ End it with a word
close-with = Why does nobody answer “{ $words }”, or where else can one ask? Who asked reads it.
closed-now = ✖ Ended. Who asked has heard it.
stands-expert = ⏳ With an expert since { $since }.
stands-asker = ⏳ The expert asked back on { $since }; who asked has not said it yet.
stands-nobody = ⏳ Nobody of this field is here, since { $since }.
told-silent = ⏳ This has been silent for ten days:
    { $line }
    Perhaps another expert would know, or a word to who asked.

# Beneath an idea
aside = 🎓 { $who }: { $words }
of-idea-button = 🎓 What experts said
ask-about-idea = ❓ Ask an expert
of-idea-title = 🎓 <b>What experts said to this idea</b>
answers-title = 📖 <b>What experts answered</b>
no-answers-yet = 📖 Nothing is here to read yet.

# What waits
today-asked = { $line }
today-answer = 💬 Answer or pass on
today-answered = An answer to look at: { $line }
today-look = 👀 Look at the answer
today-nobody = Without an expert: { $line }
today-find = 👥 Find somebody
today-silent = Silent for ten days: { $line }
today-look-after = 👀 Look after it
digest-silent = { $line } · silent since { $since }
digest-all = All of them: /experts
digest-answered = ✓ Answered: { $line }
digest-open = { $count ->
    [one] 🎓 One question waits for an expert.
   *[other] 🎓 { $count } questions wait for experts.
}
hold-question = Question { $line }

# How-to cards
howtos = 🧑‍🏫 <b>How it is done</b>
    A card for each kind of task; everybody reads it with her first one.
no-howtos = 🧑‍🏫 There is no card yet. One for each kind of task is enough: what nobody can guess, in a few sentences.
howto-missing = ＋ { $work }
howto = 🧑‍🏫 <b>{ $work }</b>
    { $words }
howto-first = 🧑‍🏫 <b>Your first one of this kind. How it is done here: { $work }</b>
    { $words }
howto-button = 🧑‍🏫 How it is done
i-read-it = ✓ I have read it
toast-read = Good ✓
howto-change = ✏ Change the card
howto-words = ✏ How is this done here: { $work }? At most { $most } letters: what one must know, what to mind, whom to ask.
howto-stands = 🧑‍🏫 <b>{ $work }</b>
    { $words }
    A picture and a voice note say more.
howto-add = 📷 Add a picture or a voice note
howto-send = 📷 Please send a photo or a voice note. A new one takes the place of the old one.
howto-kept = ✓ It goes with the card.
howto-see = 👀 See the card
howto-go-on = ✏ Go on
howto-write-anew = ✏ Write it anew
howto-remove = 🗑 Take it away
howto-ask-remove = Should the card go: { $work }?
howto-remove-yes = 🗑 Yes, take it away
toast-removed = The card is gone ✓
no-such-howto = There is no card for this kind of task.
