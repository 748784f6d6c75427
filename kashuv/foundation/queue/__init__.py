"""What must still happen: rows with a due time and a lease, taken by any number of workers.

A job that its worker let fall (killed, unplugged) is taken over when the lease runs out, so every
job may run twice and must bear it.
"""
