"""Taking a task on, keeping to it or not, and what one gave."""
