"""The life of an idea once it is public: answers, trials, steps, steps taken back, and the record of all of it."""
