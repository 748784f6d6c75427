"""The journal: what happened, who did it, and when. One line for each verb; never rewritten."""
