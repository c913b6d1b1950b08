"""One update at a time: received, read, dispatched, or kept aside."""
