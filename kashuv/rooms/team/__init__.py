"""Team: who we are. A workspace is one firm; a login opens the door; a member stands inside it in a role."""
