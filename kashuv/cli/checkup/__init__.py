"""The check-up: what the doctor looks at, each look with what it found and what to do."""
