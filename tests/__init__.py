"""Stories, faults and measurements: everything that holds Nestbox to its word."""
