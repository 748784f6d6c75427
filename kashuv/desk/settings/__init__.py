"""Settings: the workspace, the member, calendar and morning letter."""
