"""Calendars: meetings that took place or are agreed, and birthdays that come back."""
