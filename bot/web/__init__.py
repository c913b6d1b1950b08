"""The pages everybody may open, and what protects them."""
