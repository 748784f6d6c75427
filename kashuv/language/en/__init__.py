"""English: the tables and small hooks by which English letters are read."""
