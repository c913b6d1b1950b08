"""The database: one transaction at a time, SQLite or PostgreSQL, and its migrations."""
