"""Channels: how a server or a gateway is reached. What crosses the network stands here and nowhere else in the room."""
