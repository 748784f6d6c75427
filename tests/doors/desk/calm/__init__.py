"""Calm on the screen."""
