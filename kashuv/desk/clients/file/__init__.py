"""The client's file by hand: the client himself, his people, manners, days and what is worth remembering."""
