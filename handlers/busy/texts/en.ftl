menu-busy = How busy the shop was
back = ⬅ Back

# A week
week = the week from { $day }
how-quiet = quiet
how-usual = as usual
how-busy = busy
say-quiet = 😌 Quiet
say-usual = 🙂 As usual
say-busy = 🎉 Busy
with-number = { $how } · { $came }
how-was = 📈 How was { $week } at the shop?
you-said = So far you said: { $said }
digest-told = 📈 { $week }: { $said } ✓
toast-quiet = Noted: quiet ✓
toast-usual = Noted: as usual ✓
toast-busy = Noted: busy ✓
noted = Noted ✓ { $week }: { $said }
    Only you and the team see it.
too-late = That week can no longer be told. /busy shows the last one.
tap-first = Please say first how the week was, with one tap: /busy
add-number = ＋ A number
change-number = ✎ Another number
how-many = How many people came in { $week }? A number is enough, and a guess is fine.
no-number = Take the number away
not-a-number = Please write one number between 0 and { $most }, in digits.

# The curve
curve = 📈 <b>How busy the shop was</b>
    { $count ->
        [one] One week told
       *[other] { $count } weeks told
    }
curve-title = How busy the shop was
curve-note = { $count ->
    [one] One week, as the owner tells it
   *[other] { $count } weeks, as the owner tells them
}
newest = Last: { $week }: { $said }
only-you = Only the owner and the team see this.
nothing-yet = 📈 Nothing yet. Every Monday the shopkeeper’s digest asks how the week was: one tap.
tell-last-week = 📈 How last week was
change-last-week = ✎ Change last week
see-curve = 👀 See the curve

# Ten minutes at the door
ten-minutes = ⏱ Count for ten minutes
ask-passing = ⏱ Stand at the door for ten minutes. How many people passed by? Children count, too.
ask-staying = { $passing } passed by. And how many stayed a while: came in, sat down, talked?
ask-children = How many of all of them were children? Nothing else is asked about people.
ask-weather = And the weather?
weather-fair = ☀ Fair
weather-wet = 🌧 Rain or snow
weather-extreme = 🥵 Too hot or too cold
no-weather = –
begin-anew = ↻ Begin anew
counted = { $passing } passed by, { $staying } stayed, { $children ->
    [one] one child
   *[other] { $children } children
} among them · { $weather }
count-noted = Noted ✓ { $line }
last-count = ⏱ Last count:
no-such-count = This count is finished or was thrown away. /busy leads to a new one.
more-children-than-people = That would be more children than people. How many were children?
enough-counts = { $most } counts a week are plenty. Thank you! Next week again.

# People stay away
alarm-owner = 📉 The last four weeks were less than half as busy as your four best in a row. That is read from { $count } answers; it does not say why.
alarm-team = 📉 At the shop, the last four weeks were less than half as busy as the four best in a row. That is read from { $count } answers of the owner; it does not say why. Only she and the team know.
there-was = In the best weeks there was: { $what }
nothing-then = Nothing stands on record for the best weeks.
suggest-again = One thing to try: something like “{ $what }” once more?
suggest-ask-owner = One thing to try: ask the neighbours what would bring them by. The team makes a poll of it.
suggest-ask-team = One thing to try: ask the neighbours in a poll what would bring them by. Please speak with the owner first.
a-word-to-the-team = 💬 A word to the team
plan-event = 📅 Plan an event
make-poll = 🗳 Make a poll
