"""The database, what the schema must say, and what the clock wakes."""
