"""An event is made, or changed, one question at a time."""
