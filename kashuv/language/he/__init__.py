"""Hebrew: the tables and small hooks by which Hebrew letters are read."""
