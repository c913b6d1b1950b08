"""After the idea: made things, tasks, permits, care, money, thanks, and leaving well."""
