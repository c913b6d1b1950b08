elsewhere = 📱 You speak to us through: { $doors }
    You can carry on in Telegram or on another phone, as the same person with the same ideas and one vote.
door-telegram = Telegram
door-web = web chat
several = { $door } × { $many }
at-telegram = in Telegram
at-web = in the web chat
at-other-phone = on another phone
make-link = 🔗 A link for elsewhere
sign-out-button = 🚪 Sign out other phones
part-button = ↩ Undo the joining
link-made = Open this link where you would like to carry on. It works once, within 15 minutes, and then we ask you here.
    Please do not pass it on: it is for yourself.
link = 🌐 <a href="{ $link }">{ $link }</a>
telegram-link = ✈ Telegram: <a href="{ $link }">{ $link }</a>
too-many-links = That was a lot of links for one day. Please try again tomorrow, or ask a human being with /human.
link-over = This link is used up or more than 15 minutes old. Please make a new one with /elsewhere where you made it.
same-door = You are here already. Please open the link on your other phone or in Telegram.
already-one = You are the same person at both already ✓
ask-join = You are <b>{ $name }</b> { $at } too. Join the two?
    What you did here comes along. Where you answered at both, your latest answer counts, once.
    Say yes only if you made this link yourself: whoever is there will read and do everything as you, with your roles.
yes-join = Yes, I made this link
no-join = No
now-confirm = Almost there. Now please say yes { $at }, where you made the link. The number { $number } stands there too.
is-it-you = Your link was opened { $at } by “{ $name }”. The screen there shows the number <b>{ $number }</b>. Is that you?
    After a yes, whoever is there reads and does everything as you, with your roles.
confirm = Yes, I see { $number } there
refuse = No, that is not me
declined-there = Your link was opened, and the answer was no. Nothing was changed.
nothing-changed = All right, nothing was changed.
refused-here = Good that you looked. Nothing was changed, and the link is closed.
refused-there = It was not confirmed where the link was made. Nothing was changed.
joined = Done ✓ You are one person here and { $at }. Votes, support and answers count once, and messages come to where you spoke last.
    For 30 days one tap undoes this.
undo = ↩ Undo
cannot-part = This cannot be undone any more, or already is. /elsewhere shows what can be.
parted = Undone ✓ Each has back what it had. What you did since the joining stays with the one it was added to.
parted-there = The joining was undone at your other door. You have here again what you had before.
lead-told = 🤝 { $name } ({ $roles }, { $place }) now also speaks to us { $at }.
role-volunteer = volunteer
role-lead = lead
role-shopkeeper = shopkeeper
role-liaison = liaison
role-property-manager = property or community office
ask-sign-out = { $count ->
    [one] One web chat of yours is open elsewhere.
   *[other] { $count } web chats of yours are open elsewhere.
} They end at once, and nobody can read or write there any more. Nothing of yours is lost.
sign-out-yes = 🚪 Sign out now
signed-out = { $count ->
    [one] Done ✓ One web chat was signed out.
   *[other] Done ✓ { $count } web chats were signed out.
}
no-other-phone = No other web chat of yours is open.
back = ⬅ Back
menu-elsewhere = Carry on elsewhere
