"""One entry by itself: the letter as it was sent, behind glass; its attachments; how it was read."""
