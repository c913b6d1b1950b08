# The machine's own sentences.
back = ⬅ Back
home = 🏠 Home
help = ❓ Help
old-button = This button is old. Please go Home and start from there.
not-allowed = Sorry, that step is for others here. Ask a volunteer if you need it.
something-broke = Sorry, something went wrong on our side. What was saved before is still there. Please try once more.
not-saved = It could not be saved just now. Please send it again a little later.
interrupted = I was interrupted, sorry. Here it is once more:
unknown-command = I do not know { $command }. Help shows what I can do.
not-understood = I did not quite understand. Please say it another way, or choose below.
expected-words = Thank you! Here I need a few words. Please type them.
expected-photo = Thank you! Here I need a photo. Please send one.
expected-voice = Thank you! Here I need a voice note. Hold the microphone and speak.
expected-location = Thank you! Here I need a place. Please share the location with 📎.
expected-file = Thank you! Here I need a file. Please send it with 📎.
expected-number = Thank you! Here I need a number, for example 3.
too-long = That is a little too long. Please keep it under { $limit ->
    [one] { $limit } character
   *[other] { $limit } characters
}.
relay-open = Open: { $link }
relay-open-button = Open
group-private = Talk to me in private
picture-too-many-pixels = This picture is too large to open. Please send a smaller one, or a screenshot of it.
picture-not-a-picture = This file is not a picture I know. Please send a photo.
picture-broken = This picture arrived damaged. Please send it once more.
picture-too-large = This picture is too big a file. Please send it as a photo, not as a file.
picture-enough-today = That is all the pictures I can take from you today. Please send this one tomorrow; words are welcome.
picture-waits-for-room = There is little room here just now, so your picture waits. It is kept and comes in by itself; words arrive as always.
picture-kept-back = This picture is being kept back for now
picture-gone = This picture is not here any more
agree-first = Before more fits here, please agree first. What you sent until now is kept for you.
agree-first-button = ✓ Read and agree
not-all-kept = Not all that you sent before fitted here. Please send what is missing once more.
edited-cannot = Changing a sent message changes nothing here. Please send it again as a new one.
page-unknown = Nothing is to be found at this address. The chat is at the front page.
page-wrong-method = This address cannot be used in this way.
page-too-much = This is too much at once. Please send less, or in several parts.
page-unreadable = This could not be read. Please try again.
page-broke = Something went wrong on our side. Please try again in a little while.
page-crowded = Very many are here just now. Please try again in a minute.
metrics-private = These figures are not for everybody. Whoever operates this program finds in docs/proxy.md how to read them.
neighbour-numbered = Neighbour { $number }
only-a-name = “{ $name }” (a name)
with-badge = { $name } ({ $badge })
badge-volunteer = volunteer
badge-lead = lead
badge-shopkeeper = shopkeeper
badge-liaison = city liaison
badge-property-manager = property or community office
name-asked = 🙋 You stand here as <b>{ $name }</b>. You may say what the neighbours call you, or leave it so.
tell-my-name = 🙋 Say my name
name-has-letters = A name needs letters. What do people call you?
name-is-link = A name is no address. What do people call you?
name-is-role = That word says what somebody looks after here. Please say what people call you; a role is shown beside it by itself.
# What will become of a message to many, and what did not fit into two a week.
forecast = 📣 { $parts }
forecast-now = { $count ->
    [one] { $count } hears it now
   *[other] { $count } hear it now
}
forecast-nobody = nobody is here to hear it
forecast-nobody-now = nobody hears it now
forecast-today = { $count } at { $time }
forecast-day = { $count } on { $day }
forecast-later = { $count } later
forecast-late = { $count } not in time
forecast-unwilling = { $count } would rather not have such news
forecast-why = Nobody gets more than two such messages a week; the rest comes in one when there is room.
also-this-week = 🗞 <b>{ $place }: also this week</b>
also-more = { $count ->
    [one] And { $count } more: see /events and /polls.
   *[other] And { $count } more: see /events and /polls.
}
# How moments are shown.
clock-beijing = Beijing time
clock-xinjiang = Xinjiang time
two-clocks = { $first } { $first_clock } ({ $second } { $second_clock })
day-and-time = { $day }, { $time }

# What people type when they mean a time, with "|" between; times.py reads it, nobody sees it.
read-today = today|tonight|this morning|this afternoon|this evening
read-tomorrow = tomorrow|tmrw
read-in-two-days = day after tomorrow
read-in-three-days = in three days|in 3 days
read-this-week = this week|this
read-next-week = next week|next
read-week-after-next = after next
read-morning = am|a.m.|a.m|morning
read-noon = noon|midday
read-afternoon = pm|p.m.|p.m|afternoon
read-evening = evening|tonight|night
read-half = half past
read-beijing = beijing
read-xinjiang = xinjiang|urumqi|ürümqi|local time
read-not-yet = week|weeks|month|months|year|years|days|hour|hours|minutes|yesterday|last|ago|quarter|past|holiday|christmas|new year|new year's|easter|eve|thanksgiving|spring festival|nowruz|ramadan|eid|weekend|day after|day before|fortnight
read-around-an-hour = at|on|from|about|around|o'clock|oclock|sharp|time|the|in|of
read-quarter = a quarter|quarter
read-past = past|after
read-to = to|till
read-monday = mon|monday
read-tuesday = tue|tues|tuesday
read-wednesday = wed|weds|wednesday
read-thursday = thu|thur|thurs|thursday
read-friday = fri|friday
read-saturday = sat|saturday
read-sunday = sun|sunday
