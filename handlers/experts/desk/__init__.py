"""The team and the liaison: who is asked, which questions wait, and which answers everybody may read."""
