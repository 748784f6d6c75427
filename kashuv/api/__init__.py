"""The door for programs: what other houses' servers tell us, by hooks."""
