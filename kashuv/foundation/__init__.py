"""The ground under every room: keys, belonging, clock, secrets, folding, journal, queue. Knows no room."""
