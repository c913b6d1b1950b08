"""What leaves: calls, verdicts, limits, and what is said once more."""
