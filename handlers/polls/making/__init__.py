"""A poll before it is published: its question, its options, its rules."""
