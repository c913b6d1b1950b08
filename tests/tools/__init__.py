"""What the tests lean on: programs that walk, measure, read strictly, furnish and write lists. No test is here."""
