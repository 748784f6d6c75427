"""The rooms, bottom to top: who we are, who they are, how letters travel, what was said, what was promised,
how it goes, what deserves me now. Each sees only the rooms below it."""
