"""What machines and strangers send in English; none of it is a client."""

from __future__ import annotations

from kashuv.demo.cast import Contact, talks

NEWSLETTERS = (
    (
        "The Daily Reporter",
        "news@daily-reporter.example",
        "The media week",
        "Five stories worth reading, and who moved where.",
    ),
    (
        "PR Tools",
        "hello@pr-tools.example",
        "Seven tips for a better press release",
        "Tip three will surprise you. Also: a discount.",
    ),
    (
        "Chamber of Commerce",
        "newsletter@chamber.example",
        "This month's events",
        "Networking, a tax class, and a factory tour.",
    ),
)
AUTOMATIC = (
    (
        "Southern Bank",
        "no-reply@southern-bank.example",
        "Transfer received",
        "A transfer of 4,200 NIS has reached your account.",
    ),
    (
        "Calendar",
        "notifications@calendar.example",
        "Reminder: meeting tomorrow at 10:00",
        "At the office. Open the calendar to change it.",
    ),
    (
        "City Parking",
        "no-reply@city-parking.example",
        "Your receipt",
        "Attached is the receipt for your parking.",
    ),
)
STRANGERS = (
    Contact("Yaron Peled", "him", "yaron@print-peled.example", "03-555-0150", "Peled Print"),
    Contact("Stav Arazi", "her", "stav@media-seminar.example", "052-555-0151", "Media College"),
)
STRANGE_TALKS = talks("""
Printing
> Hello, a client gave me your number. We are a small, fast printing house. May I send you our price list?
< Hello, thank you. Please do, we keep it for the right moment.
> Sent, thank you

A talk for students
> Hello {us}, I run a course in public relations and look for a guest for one lesson in spring. Would you be interested?
< Hello, thank you for thinking of me. This season is full, let us speak again next year.
""")
