which-language = 您好！请选择语言。
    ياخشىمۇسىز! تىلنى تاللاڭ.
    Hello! Please choose your language.
notice = <b>{ $place }</b> keeps what you send here and your votes, so that the neighbours, the volunteers and those who decide here can see them.
    You can take yourself out again at any time.
agree = I agree ✓
language-chosen = English ✓
home = 🏠 <b>{ $place }</b>
    What would you like to do? You can also just send a photo or a few words.
suggest = 💡 Suggest
ideas = 👍 Ideas
events = 📅 Events
polls = 🗳 Polls
more-button = ⋯ More
help-button = ❓ Help
more = What else?
what-new = What would you like to create?
make-new = ➕ Make something new
new-poll = 🗳 A poll
new-event = 📅 An event
invite = 🤝 Invite somebody
today = 📋 What needs me today
after = 🌱 After the idea
what-after = 🌱 What was made, and what goes on
together = 🤝 Helping along
came = 🧱 What came of it
in-my-hands = 🗝 In my hands
tasks = 🧤 What needs a hand
made = 🖌 What people made here
record = 🌱 What I gave
experts = 🎓 Ask an expert
go-certificates = 📜 Certificates
permits = 🏛 Permits
needs = 🧺 What is needed here
instalments = 🔐 What I pay in instalments
shop-dates = 🔐 The shopkeeper’s dates
busy = 📈 How busy the shop was
ledger = ⚖ Who decided?
translate = 🌐 Say ideas in another language
go-machine = 🌐 A machine that translates
pulse = 🙂 Is it getting better here?
care = 🧡 What is looked after
broadcast = 📣 Write to many
digest = 📰 Digest now
digest-time = ⏰ When the digest comes
settings-button = ⚙ Settings
privacy-button = 🔒 My data
elsewhere-button = 📱 Carry on elsewhere
back = ⬅ Back
help = Here you tell <b>{ $place }</b> what could be better. Send a photo or a few words, and people hear what becomes of it.
    /suggest – an idea
    /ideas – what others proposed
    /events – what is on
    /polls – what is being decided
    /made – what people made here
    /needs – what is needed here
a-human = 🙋 A human being
ask-human = What would you like to ask? Write it, say it or send a photo. Somebody from the team will answer.
human-receipt = Thank you, your question is with the team ✓ You will hear here.
human-receipt-nobody = Thank you, your question is kept ✓ There is nobody in the team just now; whoever comes reads it first, and you will hear here.
still-asks = 🙋 { $name } has waited for an answer since yesterday: { $words }
waits-for-a-lead = 🙋 { $name } has waited for two days, and nobody has answered: { $words }
    Would you answer, or ask somebody to?
not-forgotten = Your question is not forgotten: the leads have it now. You will hear here.
    <i>You asked: { $words }</i>
digest-question = 🙋 { $name } asks: { $words }
digest-questions = { $count ->
    [one] 🙋 { $count } question waits for an answer: /questions
   *[other] 🙋 { $count } questions wait for an answer: /questions
}
somebody-asks = 🙋 { $name } asks: { $words }
answer = Answer
answer-this = 🙋 { $words }
your-answer = “{ $words }”
    Please write your answer.
human-answers = 🙋 { $name } answers: { $words }
    <i>You asked: { $question }</i>
listen = 🔊 Listen
no-voice-yet = The voice note is not here yet. Please try again in a moment.
answer-sent = Your answer is on its way ✓
answer-kept = Your answer is saved, but this person cannot be reached just now.
questions = { $count ->
    [0] Nobody is waiting for an answer.
    [one] One question is waiting.
   *[other] { $count } questions are waiting.
}
question-gone = This question is not here any more.
already-answered = Somebody has answered this already. Thank you!
cancelled = Cancelled, nothing was changed. Where to now?
nothing-to-cancel = There is nothing to cancel. Where to now?
unknown-link = This link does not lead anywhere any more. Please ask for a new one.
menu-start = Start
menu-help = Help
menu-cancel = Cancel
tools-button = 🧰 Tools of the team
tools = 🧰 What would you like to look after?
tools-waiting = ⏳ What waits for an answer
tools-people = 🤝 The team and the place
tools-outside = 📡 Poster, news elsewhere, data
go-questions = 🙋 Questions to the team
go-behalf = ✍ For somebody without a phone
go-held = ✋ Pictures held back
go-team = 🤝 The team and its roles
go-place = ⚙ Settings of the place
go-poster = 🖨 The poster to print
go-relays = 📡 Where else news goes
go-export = 📦 Data as a file
go-kit = 🧳 A kit for the next shop
go-press = 📰 A sheet for newspapers
go-open-data = 📂 Open data
menu-tools = Tools of the team
menu-questions = Questions to the team (team)
handover = 🤲 What I look after
wake = 🌅 Wake the place
team-answers = The team answers this.
canned-answer = 💬 A ready-made answer
which-ready-made = Which one? Whoever asked reads it in their own language.
ready-suggest = 💡 Please suggest it
ready-suggest-words = Thank you! Please send it with “Suggest”, so that everybody can see and support it.
ready-seen = 👀 We have read it
ready-seen-words = Thank you, we have read it. If we need to know more, we ask you here.
ready-counter = 🏪 Ask at the counter
ready-counter-words = Please ask at the counter of the shop: the people there can help you best with this.
