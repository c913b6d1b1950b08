polls = 🗳 <b>Polls</b>
no-polls = There is no poll just now. When there is one, you will hear here.
make-one = ➕ Make a poll
open-line = <b>{ $question }</b>
    ⏳ open until { $until } · { $voters ->
        [0] no votes yet
        [one] one person has voted
       *[other] { $voters } people have voted
    }
closed-line = <b>{ $question }</b>
    🏁 closed · { $voters ->
        [0] nobody voted
        [one] one person voted
       *[other] { $voters } people voted
    }
open-label = 🗳 { $words }
closed-label = 🏁 { $words }
more-polls = { $count } more
back = ⬅ Back
new-poll = 📣 { $place } would like to know what you think.
sheet = 🗳 <b>{ $question }</b>
    { $how } { $results }
    ⏳ until { $until }
how-single = Choose one.
how-several = Choose as many as you like.
results-hidden = The result is shown after the close. Nobody sees who voted for what.
results-live = The count is open all the time. Nobody sees who voted for what.
option-line = { $number }. { $words }
option-votes = { $number }. { $words } – { $votes }
your-choice = ✓ Your vote: <b>{ $words }</b>
no-choice-yet = You have not voted yet.
so-far = { $voters ->
    [0] No votes yet.
    [one] One person has voted so far.
   *[other] { $voters } people have voted so far.
}
vote = 🗳 Vote
my-option = ✓ { $words }
counted = Your vote counts: { $words }. You can change it until the close.
taken-back = Your vote is taken back. You can vote again until the close.
closed-already = This poll is closed. Thank you! The result is under Polls.
poll-gone = This poll is not here any more. /polls shows the others.
reminder = ⏰ You have not voted yet, and there is still time until { $until }:
    <b>{ $question }</b>
result = 🏁 <b>{ $question }</b>
winner = Most votes: <b>{ $words }</b> ({ $votes })
tie = A tie, { $votes } each: <b>{ $words }</b>
nobody-voted = Nobody voted this time.
result-line = · { $words }: { $votes }
result-share = · { $words }: { $votes } ({ $share } %)
turnout = { $voters ->
    [0] No votes
    [one] One person voted
   *[other] { $voters } people voted
}, { $abstained ->
    [0] nobody abstained.
    [one] one abstained.
   *[other] { $abstained } abstained.
}
ask-question = What do you want to ask? Please write the question in one line.
question-too-long = The question is a little long. Please keep it under { $limit } characters.
unfinished = There is an unfinished poll: “{ $question }”. Go on with it?
go-on = Go on
start-over = Start a new one
ask-options = <b>{ $question }</b>
    What can people choose? Write 2 to { $most } options, each on its own line or one after another. Numbers of ideas work too, for example: 27 31
more-options = <b>{ $question }</b>
    Another option? Or is that all?
options-full = <b>{ $question }</b>
    That is as many options as fit.
that-is-all = That’s all ✓
take-last-back = ↩ Remove the last one
too-few = Two options are the least. Please write another one.
left-too-long = ⚠ This option is too long, please shorten it to 100 characters: “{ $words }”
left-double = ⚠ This option is there already: “{ $words }”
left-too-many = ⚠ Twelve options are the most, so this one was left out: “{ $words }”
no-such-idea = There is no idea no. { $number } on the board. Please check the numbers and send them again.
ask-kind = How may people vote?
kind-single = One option each
kind-several = Several options each
ask-until = Until when can people vote? Choose, or write a day and a time. All three close at { $evening }.
until-tomorrow = Tomorrow evening
until-three-days = In three days
until-a-week = In a week
this-time = { $time }
which-time = Which of the two do you mean?
time-not-understood = I could not read that time. Please write it like “Friday 20:00”.
time-past = That time is over. Please choose a later one.
too-far = A poll can stay open for 90 days at most. Please choose an earlier time.
ask-live = May people see the count while the poll is open?
hidden = Only after the close
live = Yes, all the time
preview = 👀 This is how everybody will see it. Shall it go out?
publish = 📣 Send it to everybody
change = ✏ Change something
drop = 🗑 Drop it
dropped = Dropped. Nobody has heard of it.
what-to-change = What would you like to change?
change-question = The question
change-options = The options
change-rest = Choice, time and count
ask-other-question = So far: “{ $question }”. Please write the new question.
published = The poll is open ✓
draft-gone = This draft is not here any more. /newpoll starts a new one.
manage = ⚙ Time and close
manage-what = ⚙ <b>{ $question }</b>
    Open until { $until }. What shall change?
longer = { $days ->
    [one] ⏳ One day longer
   *[other] ⏳ { $days } days longer
}
extended = It stays open longer ✓
moved-already = The time has just been changed. Please look again.
close-now = 🏁 Close it now
ask-close = Close “{ $question }” now? { $voters ->
    [0] Nobody has
    [one] One person has
   *[other] { $voters } people have
} voted. Everyone who was asked gets the result, and it cannot be opened again.
close-yes = Close and tell everybody
digest-soon = 🗳 { $question } – closes { $until }, { $voters ->
    [one] one vote
   *[other] { $voters } votes
}
digest-closed = 🏁 { $question }: { $winner } ({ $voters ->
    [one] one person voted
   *[other] { $voters } people voted
})
digest-closed-open-end = 🏁 { $question }: no clear winner ({ $voters ->
    [one] one person voted
   *[other] { $voters } people voted
})
digest-closed-several = { $count ->
    [one] 🏁 One poll has closed: /polls
   *[other] 🏁 { $count } polls have closed: /polls
}
menu-polls = Polls
