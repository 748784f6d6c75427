"""Care: how it goes. The pulse of every client: his own rhythm, who waits for whom, what the signs say.

A *pulse* is one row for each client, felt anew whenever something is said; a *sign* is a warning with its evidence.
"""
