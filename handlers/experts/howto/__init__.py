"""How-to cards: how a kind of task is done, shown with somebody's first task of the kind."""
