"""Bringing: mail, contacts, calendars and chats come in by the browser; looked at first, carried by the worker, told in full."""
