"""What happens by the clock or in the background."""
