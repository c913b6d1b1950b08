"""What the phone page does in a real browser."""
