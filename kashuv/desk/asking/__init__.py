"""Asking: fields that understand people's words: who it is about, and until when."""
