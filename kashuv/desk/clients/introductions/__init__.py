"""Introductions: who was proposed from the mail, with reasons; confirmed or declined many at once; people joined and parted."""
