"""The reading room: a child process that opens and reads what strangers wrote, and may be killed at any moment."""
