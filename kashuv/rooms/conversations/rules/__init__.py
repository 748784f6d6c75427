"""What the conversations room thinks: which letters belong together, what is worth showing; pure functions."""
