"""Search: any part of a name, a number or a sentence finds the thing it belongs to.

Lines are written in the same transaction as the thing. SQLite answers by FTS5 with trigrams,
PostgreSQL by pg_trgm; both find inside words, which Hebrew with its prefixes needs.
"""
