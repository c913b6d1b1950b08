menu-record = What I gave here
back = ⬅ Back
more = ⋯ More
too-long = At most { $limit } letters, please.

# What I gave
record = 🌱 <b>What you gave here</b>, since { $since }
only-you = Only you see this.
nothing-yet = 🌱 Nothing stands here yet. What you take part in appears by itself.
go-events = 🗓 What is on
line-by-line = 📋 Line by line
my-certificates = 📜 My certificates
a-certificate = 📜 A certificate
all-lines = 📋 <b>What you gave here</b>, newest first
lines-of = 📋 <b>{ $name }</b>
no-more-lines = 📋 That was all of it.
sum-idea = 💡 { $count ->
    [one] one idea that was carried out
   *[other] { $count } ideas that were carried out
}
sum-made = 🖌 { $count ->
    [one] one thing made along
   *[other] { $count } things made along
}
sum-event = 🎉 { $count ->
    [one] one event prepared
   *[other] { $count } events prepared
}
sum-task = 🧺 { $count ->
    [one] one task
   *[other] { $count } tasks
}
sum-hours = ⏱ Hours: { $hours }
sum-training = 🎓 Training: { $hours }
time-hours = { $hours } h
time-minutes = { $minutes } min
time-both = { $hours } h { $minutes } min
line-idea = 💡 Idea carried out: { $words }
line-made = 🖌 Made along: { $words }
line-event = 🎉 Event prepared: { $words }
line-task = 🧺 { $words }
line-hours = ⏱ { $words }
line-training = 🎓 Training: { $words }
without-words = (without words)
several = { $what } ×{ $count }
with-time = { $what } · { $time }
on-day = { $what } · { $day }

# Asking for a certificate
which-name = 📜 A certificate says what you gave here, for a school, work or yourself. Which name should stand on it? Send it as it is on your papers, or take the one here.
use-name = { $name }
no-name = Please send a name: letters, no link, and no role.
which-period = 📜 For <b>{ $name }</b>. About which time?
period-all = All of it
period-year = This year
period-months = The last 12 months
nothing-then = In that time nothing stands in your record yet. Please choose another one.
preview = 📜 This will stand on it:
no-more-than-this = No birthday, no address, no number of a paper.
period-line = 🗓 { $since } – { $until }
ask-for-it = ✓ Ask for a signature
other-name = ✏ Another name
other-period = 🗓 Another time
asked = Asked ✓ A lead reads it and signs what is true. You hear as soon as it is here.
asked-already = 📜 Your certificate waits for a signature since { $since }.
take-back = ↩ Not now
taken-back = Taken back. It is still here if you want it later.
nobody-signs = Nobody else here can sign yet: no one signs for herself. Please ask a lead to come here first.
enough-valid = You have { $most } valid certificates here. Please withdraw one you do not need.
not-open = That is over already. /record shows how it stands.

# Signing
today-sign = 📜 Sign a certificate for { $name }?
sign-asked = 📜 { $name } asks for a certificate. Please read it when you have a moment.
sign-button = 📜 { $name }
read-it = 👀 Read it
to-sign = 📜 { $called } asks for a certificate:
you-sign-as = You sign as { $me }. Please sign only what you know to be true.
sign = ✍ It is true, I sign
asked-anew = It was asked for anew meanwhile. Please read it once more.
not-like-this = ✏ Not like this
signed = Signed ✓ { $name } has it now.
was-mistake = ↩ That was a mistake
why-not = What should be different? { $name } reads it and can ask again.
said-why-not = Sent to { $name } ✓
not-signed = 📜 Your certificate was not signed yet: { $why }
change-it = ✏ Look at it again
not-for-you = Nobody signs for herself. Somebody else has to do it.
name-first = A signature needs your name. Please send /name first.
nobody-signed = 📜 Nobody signed your certificate within 30 days. It is still here: you can ask again, or ask a human being with /human.

# The certificate
ready = 📜 Your certificate is signed ✓ Thank you for everything you gave!
get-pdf = 📄 As a PDF
get-badge = 🏅 As an Open Badge
here-pdf = 📄 Your certificate, a page for each language. Whoever reads its code sees whether it is valid, and nothing else.
here-badge = 🏅 Your Open Badge, for places that take one. It holds your name and hours, signed by { $place }.
not-made = The file could not be made just now. Please try again in a few minutes.
certificates = 📜 <b>Your certificates</b>
no-certificates = 📜 You have no certificate here yet.
certificate-button = { $name } · { $date }
for-name = 👤 <b>{ $name }</b>
signed-by = Signed by { $signer }, { $date }
state-valid = ✓ Valid
state-withdrawn = ✗ Withdrawn
somebody-gone = somebody who has left
no-such = There is no such certificate (any more).

# Withdrawing
withdraw = ✗ Withdraw it
really-withdraw = Whoever reads its code then sees “withdrawn”. It cannot become valid again; you can ask for a new one.
really-withdraw-gone = Whoever reads its code then sees “withdrawn”. It cannot become valid again.
withdraw-now = ✗ Withdraw it now
withdrawn = Withdrawn ✓
issued-here = 📜 <b>Valid certificates</b>, newest first
none-issued = 📜 No certificate is valid here at present.
why-withdraw = Why is the certificate of { $name } to be withdrawn? { $name } reads it.
told-withdrawn = 📜 Your certificate of { $date } was withdrawn: { $why }
    You can ask for a new one.
told-self-signed = 📜 Your certificate of { $date } was signed by yourself at another door, so it was withdrawn. You can ask for a new one.

# Thanks
thank-button = 💐 { $what }
today-times-1 = 💐 Thank { $name }: first time
today-times-5 = 💐 Thank { $name }: fifth time
today-times-25 = 💐 Thank { $name }: 25th time
today-years = 💐 Thank { $name }: { $count ->
    [one] one year here
   *[other] { $count } years here
}
today-again = 💐 Thank for “{ $what }”: it is still good
write-times-1 = 💐 { $name } has helped for the first time.
write-times-5 = 💐 { $name } has helped for the fifth time.
write-times-25 = 💐 { $name } has helped for the 25th time.
write-years = 💐 For { $count ->
    [one] one year
   *[other] { $count } years
} { $name } has been helping here.
write-again = 💐 “{ $what }” was looked at again, and is still good. { $names } worked on it.
last-was = Last: { $what }
sentence-please = Please write one sentence of your own. Without it nothing is sent.
left-out-button = Leave it out
left-out = Left out. Nothing was sent.
preview-thanks = To { $names }:
    { $words }
send = 💐 Send it
other-words = ✏ Other words
no-such-thanks = That is done already, or not for you. /today shows what waits.
another-writes = Another lead has written to it meanwhile. Please look at it again.
sent-to = Sent ✓ { $count ->
    [one] One person reads
   *[other] { $count } people read
} your sentence.
nobody-reached = It could not be sent: nobody of them wants messages at present. It waits here.
thanks-times-1 = 💐 { $words }
    – { $who }, for the first time you helped here. Thank you!
thanks-times-5 = 💐 { $words }
    – { $who }, for the fifth time you helped here. Thank you!
thanks-times-25 = 💐 { $words }
    – { $who }, for the 25th time you helped here. Thank you!
thanks-years = 💐 { $words }
    – { $who }, for { $count ->
    [one] one year
   *[other] { $count } years
} of helping here. Thank you!
thanks-again = 💐 { $words }
    – { $who }. “{ $what }” was looked at again, and is still good. You worked on it. Thank you!
my-record = 🌱 What I gave

# Digests
digest-due = { $count ->
    [one] 💐 One thank-you waits for a lead’s own sentence: /today
   *[other] 💐 { $count } thank-yous wait for a lead’s own sentence: /today
}
digest-asked = { $count ->
    [one] 📜 One certificate waits for a lead’s signature: /today
   *[other] 📜 { $count } certificates wait for a lead’s signature: /today
}

# On the page behind the code
valid = Valid
withdrawn-page = Withdrawn

# On the paper and in the badge
pdf-title = Certificate of Voluntary Work
pdf-helped = helped the neighbours of { $place }
pdf-hours = Hours
pdf-training = Training
pdf-more = and { $count } more
pdf-signed = Confirmed by { $signer } for { $place }, { $date }
pdf-signature = Signature
pdf-seal = Seal
pdf-check = Is it valid? The code says so.
badge-name = Voluntary work
badge-description = Work that neighbours give freely to the shop and the surroundings they share, at { $place }.
badge-criteria = Ideas carried out, things made, events prepared, tasks and hours. They stand in the record of the place and were confirmed by somebody who looks after it.
