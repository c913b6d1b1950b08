team = 🤝 <b>The team of { $place }</b>
who-holds = { $role }: { $names }
nobody-holds = { $role }: nobody yet
members = Everybody together: { $count }
role-resident = Neighbour
role-volunteer = Volunteer
role-lead = Lead
role-shopkeeper = Shopkeeper
role-liaison = City liaison
invite-button = ➕ Invite somebody
take-a-role = Take a role back
whose-role = Whose role has ended?
holder = { $name } · { $role }
more-people = More people
ask-take = Shall { $name } no longer have the role “{ $role }”? What this person did here stays.
take-yes = Yes, { $name } steps back
taken = Done ✓ { $name } no longer has the role “{ $role }”.
role-taken = Your role “{ $role }” at { $place } has ended. Thank you for all you did! You can go on suggesting and voting as before.
holds-no-more = This role has been taken back already.
last-lead = This is the only lead. Please invite another one first.
back = ⬅ Back
whom = Whom would you like to invite?
invite-resident = A neighbour
invite-volunteer = A volunteer
invite-lead = A lead
invite-shopkeeper = The shopkeeper
invite-liaison = A city liaison
somebody-else = Somebody else
only-leads-invite = Only leads can invite for this role. You can invite neighbours with /invite.
link-for-residents = This link leads to { $place }. Pass it on to any neighbour:
link-for-role = This link makes one person “{ $role }” at { $place }. It works once, for 24 hours. Send it to that person only:
link = 🌐 <a href="{ $link }">{ $link }</a>
telegram-link = ✈ Telegram: <a href="{ $link }">{ $link }</a>
link-used-up = This invitation has been used or is too old. Please ask for a new one.
already-are = You already have the role “{ $role }”. The link still works for somebody else.
welcome = 🎉 Welcome! You now have the role “{ $role }” at { $place }.
may-resident = You can suggest ideas, support those of others, vote and come to events.
may-volunteer = You can publish ideas and answer them, make polls and events, and write to everybody.
may-lead = You can invite people, take roles back, and do all that volunteers do.
may-shopkeeper = You decide about ideas inside the shop, and a short digest reaches you once a day.
may-liaison = You can follow what is planned, help with permits and give expert answers.
somebody-took = 🤝 { $name } has taken up an invitation and is now “{ $role }” at { $place }.
team-button = See the team
go-suggest = 💡 Suggest
go-ideas = 👍 See the ideas
go-desk = 🗂 Look after ideas
go-newpoll = 🗳 Make a poll
go-newevent = 📅 Make an event
go-invite = ➕ Invite somebody
go-team = 🤝 See the team
go-digest = 📰 See the digest
go-events = 📅 See the events
relays-button = 📡 Where else news goes
kept-aside = { $count ->
    [one] 🧰 Something I could not understand was kept. Nobody else had to wait for it.
   *[other] 🧰 { $count } things I could not understand were kept. Nobody else had to wait for them.
} Whoever runs the bot can give it to me again: python -m bot replay
backup-failed = 💾 Last night's backup could not be made. Everything goes on as usual. Please ask whoever runs the bot to make room on the disk, then: python -m bot backup
