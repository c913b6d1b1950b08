"""bot/: what would be the same in any other town."""
