"""The firm in English."""
