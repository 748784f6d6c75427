"""Calendars: meetings that took place, and birthdays that come back."""
