"""What is forgotten, erased, or held back until somebody looked at it."""
