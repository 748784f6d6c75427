"""What the post thinks: when two deliveries are one letter, and what a bounce reports; pure functions."""
