"""Clients: the list, one client's page, and who was proposed from the mail."""
