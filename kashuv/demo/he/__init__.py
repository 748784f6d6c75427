"""The firm in Hebrew."""
