"""The outbox: what waits, what leaves, and what a person must look at, each with its evidence."""
