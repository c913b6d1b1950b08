"""Events, their seats and calendars, and the lists people sign up on."""
