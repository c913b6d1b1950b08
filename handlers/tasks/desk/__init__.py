"""What the team looks after once a task is open."""
