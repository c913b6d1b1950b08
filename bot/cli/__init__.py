"""What an operator types, and what is checked before the program opens."""
