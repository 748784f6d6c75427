"""Today: who needs me, why, and the next step."""
