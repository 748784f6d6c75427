"""Mailboxes on the screen."""
