"""Sentences in the receiver's language, and times in the clocks of a place."""
