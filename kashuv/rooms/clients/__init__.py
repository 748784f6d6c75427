"""Clients: who they are. The client, the people at the client, how they are reached and wish to be treated.

A *client* is whoever we serve; a *person* may have no client (a stranger); an *address* is a mail
address or a phone; a *manner* is how one wishes to be treated; a *detail* is a free sentence worth
remembering; a *key date* is a day of the year that matters to them.
"""
