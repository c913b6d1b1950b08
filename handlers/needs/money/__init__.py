"""The money of a change, open to everybody by line: what was given, what was spent, and what came in kind."""
