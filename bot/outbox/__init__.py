"""What leaves after the commit: rows, lanes, limits, retries, verdicts."""
