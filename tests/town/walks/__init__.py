"""Walks through every screen: no dead end, nothing of another place, nothing twice."""
