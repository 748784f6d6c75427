"""Findings: what was read is a proposal; a person says right or not so, with one key, and can take it back."""
