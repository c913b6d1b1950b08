"""From the first words or photo to an idea with a number: drafts, on behalf of others, changed by their author."""
