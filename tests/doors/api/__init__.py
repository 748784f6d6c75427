"""What the door for programs answers."""
