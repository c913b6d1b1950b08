"""What names a person in the privacy tables. Consent is that of whoever remains; what either said stays on record."""

from bot.identity.joined_rows import Meeting

MEETINGS = (
    Meeting("consents"),
    Meeting("consents_standing", once_per=("purpose",)),
    Meeting("takeaways", once_per=(), newest="asked_at"),
)
