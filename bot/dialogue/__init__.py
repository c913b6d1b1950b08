"""What a feature speaks with: its contents, its actions, and the one who is speaking."""
