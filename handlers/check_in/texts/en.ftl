menu-arriving = Code for arriving (team)
back = ⬅ Back
more = ⋯ More
at-which = 🔳 At what do people arrive just now?
at-nothing = 🔳 Nobody arrives anywhere just now. A code opens two hours before an event or a shift, and closes two hours after it.
of-one = 🔳 { $title }
code = 🔳 <b>{ $title }</b>: whoever comes scans this with the camera. It counts until { $until }; then show a new one.
so-many = { $expected ->
    [0] 👥 { $there } are noted as there.
    [one] 👥 { $there } are noted as there; one said that she comes.
   *[other] 👥 { $there } are noted as there; { $expected } said that they come.
}
only-here = ⚠ This address works on this very machine only: the operator has to set WEB_URL first.
not-made = 🔳 The code could not be drawn. Please tick by hand.
renew = 🔄 A new code
for-telegram = ✈ Code for Telegram
for-web = 🌐 Code for any phone
by-hand = ☑ Tick by hand
see-it = 👀 See it
are-you-here = 🔳 Are you at “{ $title }” now?
i-am-here = ✓ I am here
noted = ✓ Welcome to “{ $title }”! You are noted as there.
noted-already = ✓ You are noted as there at “{ $title }” already.
full = “{ $title }”: all places are taken. Are you helping all the same? Then note your hours with /hours. Thank you!
for-adults = “{ $title }” is for adults only. Please look at it below, press “🙋 I’ll do it” there, and scan the code again.
by-hand-please = “{ $title }”: many newcomers came over your network, so please ask somebody of the team to tick you by hand.
crowd = 🚨 { $count } newcomers were noted as there at “{ $title }” within a few minutes. What goes beyond 5 of one network is not noted: please tick by hand.
run-out = This code has run out. Please scan the one that is on the phone at the door now.
no-code = This is no code for arriving, or not one for anything that is on now. Please scan the one at the door.
no-such-door = There is no such code. /arriving shows what is on.
too-early = “{ $title }”: arriving opens at { $when }.
is-over = “{ $title }” is over, so nobody is noted as there any more.
is-off = “{ $title }” is called off.
