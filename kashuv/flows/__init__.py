"""Flows: whole stories, told once. The only place that knows a road from end to end."""
