"""The program as people start it: a process with its own clock and scheduler; the tests only wait and look."""
