"""What the clients room thinks: names, domains, noise, sameness; pure functions on plain values."""
