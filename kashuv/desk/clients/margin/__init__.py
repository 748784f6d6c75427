"""The margin: the client's file beside the stream, and what half a year of contact shows of his manners."""
