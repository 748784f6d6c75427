"""One client's page: how we are, what we owe each other, the stream as one reads letters, his file in the margin."""
