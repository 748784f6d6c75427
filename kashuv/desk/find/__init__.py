"""Find: one field for every client, person, letter and deed."""
