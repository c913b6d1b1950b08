"""Ideas: suggested, looked after, decided, shown on the board."""
