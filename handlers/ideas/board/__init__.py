"""The board, as everybody sees it: lists, the card of an idea, what stands behind it, what is said below it."""
