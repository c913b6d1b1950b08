"""Who comes: answers, seats, the waiting line, and the list at the door."""
