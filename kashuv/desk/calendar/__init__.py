"""The calendar feed: what falls due, in the member's own calendar program, by a secret link."""
