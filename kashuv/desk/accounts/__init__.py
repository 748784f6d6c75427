"""The door itself: signing in, passkeys, one-time codes."""
