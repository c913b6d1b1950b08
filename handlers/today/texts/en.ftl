menu-today = What needs me today
nothing = 🌿 Nothing waits for you just now.
waiting = { $count ->
    [one] 📋 <b>One thing waits for you</b>
   *[other] 📋 <b>{ $count } things wait for you</b>
}
line = { $days ->
    [0] { $what }
    [one] { $what } · since yesterday
   *[other] { $what } · for { $days } days
}
more = ⋯ More
go-desk = 🗂 Look after ideas
go-ideas = 👍 See the ideas
back = ⬅ Back
beside = ⋯
somebody = somebody
not-today = 🕰 Not today
share = 🤝 Share it out
when-again = When do you want to see it again?
in-days = { $days ->
    [one] Tomorrow
   *[other] In { $days } days
}
later-toast = Put off ✓ The others still see it.
give = 🤝 Who does it?
add-note = 📝 A note for the team
for-everybody = ↩ For everybody again
i-take-it = 🙋 I do it
whose-is-it = Who does it? After five days it is everybody’s again.
not-of-the-team = This person is not in the team any more. Please choose somebody else.
given-to-you = 🤝 { $name } asks you to look after this: { $what }
shared-toast = Done ✓
what-note = 📝 What should the team know? Only the team reads it.
noted = Noted ✓ Only the team reads it.
see-list = 📋 What needs me today
is-with = 🙋 With { $name }
note = 📝 { $name }: { $words }
done-meanwhile = This does not wait any more.
