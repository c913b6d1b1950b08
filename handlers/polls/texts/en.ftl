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
    [0] nobody is missing.
    [one] one did not vote.
   *[other] { $abstained } did not vote.
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
preview = 👀 This is how everybody will see it. Send it?
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
in-short = 🗳 <b>{ $question }</b> – vote until { $until }
draft-gone = This draft is not here any more. /newpoll starts a new one.
manage = ⚙ Time and close
manage-what = ⚙ <b>{ $question }</b>
    Open until { $until }. What would you like to change?
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
} voted. Choose or write why. Everyone who was asked gets the result and the reason, and it cannot be opened again.
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
option-dots = { $number }. { $words } – { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
}
option-score = { $number }. { $words } – { $score } of 5 ({ $votes ->
    [one] 1 score
   *[other] { $votes } scores
})
your-reason = ✍ In your words: { $words }
you-came-later = ℹ You came after this poll began, so your vote is shown apart.
came-later = { $count ->
    [one] + 1 from a visitor who came after it began
   *[other] + { $count } from visitors who came after it began
}
crowd = { $count ->
    [one] 1 more from an address that had its share is not counted
   *[other] { $count } more from an address that had its share are not counted
}
how-dots = { $dots ->
    [one] You have one dot: give it to what matters most to you.
   *[other] You have { $dots } dots: give them to what matters to you, several to one if you like.
}
how-score = Give each option 1 to 5 points. The best average wins, if at least half of the voters scored that option.
how-consent = Is it safe to try? One objection with a reason is enough to stop it. At the close concerns and objections are read by all, without names.
results-hidden-named = 👁 After the close everybody sees the result and who voted for what.
results-live-named = 👁 Everybody can see the count and who voted for what, all the time.
wants-quorum = 👥 It counts if { $percent } % of the people active in the last 60 days vote.
answer-fine = Fine with me
answer-concern = I have a concern
answer-objection = I object
given = { $words }: { $value }
ask-concern = 🤔 What is your concern? Please write it in a line or two. Everybody will read it at the close, nobody whose it is. It counts once it is written.
ask-objection = ✋ Why is it not safe to try? Please write your reason in a line or two. Everybody will read it at the close, nobody whose it is. It counts once it is written.
reason-too-long = Please write a reason of at most { $limit } characters.
no-dots-left = { $dots ->
    [one] Your dot is given. Take it back to give it anew.
   *[other] All { $dots } dots are given. Take them back to share them anew.
}
take-dots-back = ↩ Take all my dots back
question-line = 🗳 <b>{ $question }</b>
ask-score = <b>{ $words }</b>
score-meaning = How many points? 1 is “not for me”, 5 is “wonderful”.
many-newcomers = 🚨 { $count ->
    [one] A visitor
   *[other] { $count } visitors
} who came after the poll began voted within a few minutes: “{ $question }”. They are counted apart. Does somebody know why they come?
polls-label = 🗳 Polls
show-names = 👁 Who voted for what
names-line = <b>{ $words }</b>
    { $names }
votes-are-secret = Votes in this poll are secret. Nobody sees who voted for what.
names-later = Who voted for what is shown after the close.
reasons-later = Concerns and objections are shown after the close.
reason-line = · <b>{ $answer }:</b> { $words }
more-reasons = { $count } more?
no-reasons = Nobody had a concern or an objection.
more-names = and { $count } more
show-reasons = { $count ->
    [one] 💬 The concern
   *[other] 💬 All concerns ({ $count })
}
decide = 📌 What it led to
decide-later = That can be noted once the poll is closed.
ask-decision = 📌 What did “{ $question }” lead to? Write it in a line or two, or send the number of an idea. Everyone who was asked will hear it.
leads-to-idea = 💡 { $words }
decision-too-long = Please write at most { $limit } characters.
decision-told = 📌 What the poll “{ $question }” led to:
    { $what }
decision-noted = 📌 Noted, and told to everyone who was asked.
decision-line = 📌 It led to: { $what }
idea-now = Idea { $number } – { $status }
closed-early-line = ✂ Closed early by { $name }: { $reason }
why-few = Few have voted so far
why-asked = Neighbours asked for more time
why-all-voted = Whoever wanted to vote has voted
why-overtaken = The question has settled itself
without-reason = no reason was given
passed = ✅ Passed: no objection stands.
not-passed = { $objections ->
    [one] ✋ Not passed: one objection stands.
   *[other] ✋ Not passed: { $objections } objections stand.
}
tie-dots = A tie, { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
} each: <b>{ $words }</b>
tie-score = A tie, { $score } of 5 each: <b>{ $words }</b>
winner-dots = Most dots: <b>{ $words }</b> ({ $dots })
winner-score = Best score: <b>{ $words }</b> ({ $score } of 5)
result-dots = · { $words }: { $dots ->
    [one] 1 dot
   *[other] { $dots } dots
}
result-score = · { $words }: { $score } ({ $votes ->
    [one] 1 score
   *[other] { $votes } scores
})
quorum-reached = 👥 Quorum reached: { $voters } voted, { $needed } of { $active } active people were needed.
quorum-missed = 👥 Quorum not reached: { $voters } voted, { $needed } of { $active } active people were needed.
ask-why-longer = It would stay open until { $until }. Why? Choose or write a reason; everyone who was asked will read it.
close-because = 🏁 Close: { $why }
told-longer = ⏳ This poll stays open longer, until { $until }:
    <b>{ $question }</b>
    { $name }: { $reason }
step-published = · { $at } { $name } sent it to everybody
step-extended = · { $at } { $name } left it open longer: { $reason }
digest-passed = 🏁 { $question }: passed, no objection
digest-not-passed = 🏁 { $question }: not passed
total-polls = 🗳 Polls closed: { $count }
total-voters = ✋ People who voted: { $count }
kind-consent = 🤝 No options: is it safe to try?
kind-dots = Dots to share out
kind-score = 1 to 5 points for each option
other-kinds = Dots or points, or a budget …
ask-dots = How many dots does each person get?
dots-each = { $dots ->
    [one] { $dots } dot
   *[other] { $dots } dots
}
consent-answers = In a consent round the three answers are given. To write options, please start a new poll.
change-rules = How it is counted
change-named = Secret or with names
change-quorum = How many must vote
ask-named = May everybody see who voted for what? People read it before they vote.
secret = No, votes are secret
named = Yes, with names
ask-quorum = How many must vote for the result to count? Choose, or write a percentage of the people active in the last 60 days.
no-quorum = No least number
quorum-of = { $percent } %
quorum-not-understood = Please write a number from 1 to 100, for example 25.
menu-polls = Polls
menu-newpoll = Make a poll (team)
you-had-said = You said: { $words }
so-many-said = { $count } of { $voters } said so.
today-undecided = 🗳 What did “{ $question }” lead to?
hold-draft = ✎ 🗳 { $question } (draft)
at-moment = { $at }
priced = { $words } · ¥{ $cost }
kind-time = 📅 Which time suits?
kind-budget = 💰 A budget to share out
moments-are-given = This poll asks about times. To write options, please start a new poll.
ask-moment = <b>{ $question }</b>
    Which times can people choose from? Press a day, or just type one time, for example “Friday 20:00”.
ask-hour = { $day }: at what time? Choose one, or just type it.
other-hours = ⋯ Other times
earlier-days = ⬅ Earlier
later-days = Later ➡
on-day = { $day }
another-moment = ➕ Another time
more-moments = <b>{ $question }</b>
    Another time? Or is that all?
moment-too-far = This time does not work: it must lie ahead, within a year. Please choose again; the other times are kept.
moment-over = This time is over already. Please look at the others.
closes-after-all = By then all of these times would be over. Please choose an earlier close.
how-time = Say of each time whether it suits you. Most “yes” wins, then most “if need be”.
ask-suits = <b>{ $at }</b>
    Does this time suit you?
answer-yes = ✅ Yes
answer-maybe = 🟡 If need be
answer-no = ❌ No
suits-yes = ✅
suits-maybe = 🟡
suits-no = ❌
said-of-moment = { $said } { $words }
suited = ✅ { $yes } · 🟡 { $maybe } · ❌ { $no }
option-suited = { $number }. { $words } – { $suited }
result-suited = · { $at }: { $suited }
suits-most = Suits most: <b>{ $at }</b>
    ✅ { $yes } yes · 🟡 { $maybe } if need be · ❌ { $no } no, of { $voters } who answered
suits-nobody = None of the times suits: nobody said yes or if need be to one that is still ahead.
make-event = 📅 Make an event of it
event-begun = Title and time are filled in ✓ Nobody hears of it before you send it.
event-made-already = An event was made of this poll already: /events
event-begun-by = { $name } is making an event of it just now. Please ask there.
event-begun-already = You are making another event just now. Please finish it or drop it first: /newevent
how-budget = There are ¥{ $total }: choose what you would pay for. At the close what most people chose comes first, while the money lasts.
basket-left = 💰 ¥{ $left } of ¥{ $total } left
too-dear = “{ $words }” costs ¥{ $cost }, and ¥{ $left } is left. Take something out first.
funded = { $count ->
    [0] 💰 The ¥{ $total } go to nothing: nobody chose anything.
    [one] 💰 The money pays for one of them: ¥{ $spent } of ¥{ $total }.
   *[other] 💰 The money pays for { $count } of them: ¥{ $spent } of ¥{ $total }.
} What most chose came first; of two alike the cheaper.
result-funded = ✅ { $words }, ¥{ $cost }: { $votes ->
    [one] one chose it
   *[other] { $votes } chose it
}
result-not-funded = · { $words }, ¥{ $cost }: { $votes ->
    [0] nobody chose it
    [one] one chose it, the money did not reach
   *[other] { $votes } chose it, the money did not reach
}
digest-closed-budget = 🏁 { $question }: { $count ->
    [one] the money pays for one
   *[other] the money pays for { $count }
}, ¥{ $spent } ({ $voters ->
    [one] one person voted
   *[other] { $voters } people voted
})
ask-cost = 💰 <b>{ $words }</b>
    What does it cost at most? Choose, or write an amount in yuan. People vote on this amount, also if an estimate changes later.
up-to = ¥{ $cost }
ask-total = 💰 All of it together costs ¥{ $together }, the dearest ¥{ $dearest }. How much money is there, in yuan?
amount-not-understood = Please write whole yuan, for example 500.
total-too-small = The dearest costs ¥{ $dearest }: with less money nobody could choose it. Please write more, or change the amounts.
total-too-large = Everything together costs ¥{ $together }: with that much there is nothing to decide. Please write less.
change-costs = 💰 The amounts
result-funded-many = ✅ { $words }, ¥{ $cost }: { $votes }
result-not-funded-many = · { $words }, ¥{ $cost }: { $votes }
estimated = { $words } · { $cost }
