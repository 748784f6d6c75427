"""Address books and tables of contacts."""
