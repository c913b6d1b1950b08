"""A poll while it runs: votes, those of newcomers, and counts that change in place."""
