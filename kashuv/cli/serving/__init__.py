"""Serving: the web server, the background worker beside it, and what stands ready before the first page."""
