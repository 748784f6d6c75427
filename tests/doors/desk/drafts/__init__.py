"""Writing on the screen."""
