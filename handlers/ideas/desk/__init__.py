"""The team's desk: what waits for it, one card at a time, and what it can do with an idea."""
