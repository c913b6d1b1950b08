"""What comes in: received, read, dispatched, or refused kindly."""
