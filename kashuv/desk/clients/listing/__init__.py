"""The list of clients: a sentence each, filtered, sorted, fifty at a time."""
