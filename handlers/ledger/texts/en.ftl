menu-ledger = Who decided?
see = 👀 See who decided
nothing-yet = ⚖ When the first month with ideas is over, it stands here who decided.
earlier = ⬅ The month before
later = ➡ The month after

# A month
head = ⚖ <b>Who decided in { $month }?</b>
title = Who decided in { $month }?
chart-note = { $count } decisions
explain = Fewer than five are not told, so that nobody is meant. “Vote” means: the neighbours had voted for it, and so it was done.
few-decisions = Fewer than { $limit } decisions: by whom is not told.
share-owner = owner { $count }
share-team = team { $count }
share-vote = vote { $count }
share-city = city { $count }
share-several = several together { $count }
by-owner = Owner
by-team = Team
by-vote = Vote
by-city = City
by-yard = Property management
by-several = Several together
fewer = fewer than { $limit }
silence = 🤐 Waited too long without an answer: { $count }
answered = ✉ { $count } ideas had their first answer: half of them within { $median ->
    [one] one day
   *[other] { $median } days
}, the longest after { $oldest ->
    [one] one day
   *[other] { $oldest } days
}
voices = 👍 { $voices } voices, the first one of a neighbour: { $first }
undone = ↩ Undone: { $count }
hidden = 🙈 Hidden: { $count }
against = 🗳 No. { $number } “{ $words }”: the vote was for it, the answer was not now: { $reason }
no-reason = no reason was given
without-words = (without words)
digest = ⚖ { $month }, who decided: { $shares } /ledger

# The slide back
slide = ⚖ Two months running owner and team decided nearly everything alone: { $alone } of { $decided } last month. Only the two of you hear this. A vote, or a talk with whoever it is about, would change it.

# The promise
promised = 📬 An answer is promised by { $when }
overdue = ⏳ The answer was promised by { $when } and is overdue
digest-overdue = ⏳ Longer without an answer than the { $days } days promised: { $numbers }

# Months
month = { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
