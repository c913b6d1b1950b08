"""The expert: what is asked of her, her answer, what she asks back, and that she pauses or stops."""
