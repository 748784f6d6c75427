"""Search: clients and people by any part of a name, a phone or a mail; then what was said and promised."""
