"""Numbers: a phone number as a network dials it from anywhere, whichever way it was typed."""

from __future__ import annotations

import phonenumbers

HOME = "IL"  # where a number without a country code is dialled


def international(typed: str) -> str:
    """E.164 ("+972541234567") of "054-123-4567" or "+972 54 1234567"; empty if no phone in the world has that number."""
    try:
        number = phonenumbers.parse(typed, HOME)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number) or number.extension:
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
