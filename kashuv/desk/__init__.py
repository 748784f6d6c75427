"""The desk: the provider's pages. A folder for each room, view and template side by side."""
