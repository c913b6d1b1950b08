privacy = 🔒 <b>{ $place }</b> keeps what you sent and how you answered, under the name you have here.
    { $ideas } ideas · { $pictures } pictures and voice notes · votes in { $votes } polls
telegram-abroad = Telegram keeps what you write there outside of the country as well. The same town without Telegram: { $link }
consents-button = ✅ What I agreed to
take-along = 📦 My data as a file
leave-button = 🚪 Delete me
more-button = What exactly?
back = ⬅ Back
what-is-kept = <b>What is kept:</b> your name and language here, your ideas, comments, pictures and voice notes. Also your votes, whether you find it better here (until that round is over) and what you told of it, which events you come to, what you said you made, tasks you took on and your hours, thanks and certificates, what you said in another language, and what you agreed to. No phone number, no address.
    <b>Who sees it:</b> what you send to the board is for everyone, without your name; where a lead opened the data, also as a table. How you voted in a secret poll is shown to nobody. The team sees your name.
    <b>How long:</b> until you delete yourself. What was sent to you is forgotten after 7 days, backups after 30.
    <b>Rights:</b> look, correct, take along, withdraw, be forgotten – here, at any time.
consents = What you agreed to. Each one stands for itself: a no to one changes nothing about the rest.
one-by-one = One by one ➡
next-one = The next one ➡
yes-messages = ✅ Messages
no-messages = ▫ Messages: no
yes-photos = ✅ Showing my pictures
no-photos = ▫ Showing my pictures: no
yes-shop = ✅ To those who decide
no-shop = ▫ To those who decide: no
yes-city = ✅ To the city
no-city = ▫ To the city: no
yes-press = ✅ To newspapers and media
no-press = ▫ To newspapers and media: no
consent-messages = <b>Messages</b>
    We may write to you by ourselves: news of your ideas, polls, events. Without it you hear only what you ask for here.
consent-photos = <b>My pictures</b>
    Others may see the pictures you send: on the board, its page, in digests and albums. Without it they are kept but shown to nobody. What already lies in other people's chats stays there.
consent-shop = <b>To those who decide</b>
    Your ideas may be put before whoever decides about that spot, for an answer: the shopkeeper, the city's liaison, property management or the community office. Without it they are in none of their digests.
consent-city = <b>To the city</b>
    Your ideas may be passed on to the city's offices, without your name.
consent-press = <b>To newspapers and media</b>
    Your ideas and pictures may be passed on to newspapers and media, and to other shops that want to do the same, without your name.
standing-given = ✅ Yes, since { $when } (text { $version }, { $language })
standing-withdrawn = ▫ No, since { $when } (text { $version }, { $language })
standing-since-arrival = ✅ Yes, since you agreed to the notice at the start
never-asked = ▫ Not asked yet, so: no
withdraw = Withdraw it
give = Yes, I agree
machine-button = 🤖 A machine that translates
press-button = 📰 What of mine was asked for
consent-given = Noted: yes ✓
consent-withdrawn = Noted: no ✓
your-file = 📦 Everything of yours that is here. Only you get this file; keep it safe.
stays-a-day = It stays here for one day.
not-made = Your file could not be made just now. Please try again in ten minutes.
taken-just-now = Your file was made a moment ago. Please wait ten minutes for another one.
readme = Everything this town keeps about you. data.json: your entries, one list for each kind, times in UTC. said.json: what you said in the web chat. photos, voices, files: what you sent. Other people's data is not in it.
readme-small = There are so many pictures that the small ones were taken; ask the team for the large ones.
readme-left-out = There was no room for { $count ->
    [one] one file
   *[other] { $count } files
}; ask the team for it.
before-leaving = <b>Delete me</b>
    Goes for good, now: your name, words, pictures, answers, roles and this conversation.
    Stays: your votes, as numbers without a person, and the numbers of your ideas.
    It cannot be undone. What others already have in their chats stays with them.
leave-all = Delete everything now
leave-ideas = Delete me, leave { $count ->
    [one] one supported idea
   *[other] { $count } supported ideas
} as a neighbour's
gone-web = You are deleted ✓ Nothing more will come. Take care!
gone-telegram = You are deleted ✓ Nothing more will come. What is written in this chat lies with Telegram: delete the chat there as well. Take care!
menu-privacy = My data and consents
hand-over-first = 🤲 Hand over first
you-hold = In your hands here: { $count ->
    [one] one thing
   *[other] { $count } things
}. You may go at once; then the team, or whoever keeps the place, is asked to take over.
