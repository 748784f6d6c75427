"""What machines and strangers send in English; none of it is a client."""

from __future__ import annotations

from kashuv.demo.cast import Character, Contact, talks

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
UNKNOWN = (
    Character(
        "Stern Ceramics Ltd", "", "noa",
        (Contact("Maya Stern", "her", "maya.stern@stern-ceramics.example", "052-555-0160", "Potter"),), ("the autumn kiln",),
    ),
    Character(
        "Bar-Yam Architects Ltd", "", "noa",
        (Contact("Doron Bar-Yam", "him", "doron@baryam.example", "054-555-0161", "Partner"),), ("the library in Acre",),
    ),
    Character(
        "Green Path Tours Ltd", "", "noa",
        (Contact("Ruth Amsalem", "her", "ruth@green-path.example", "050-555-0162", "Guide"),), ("the winter walks",),
    ),
    Character(
        "Maya Stern", "", "noa",
        (Contact("Maya Stern", "her", "maya.stern@private-post.example", "052-555-0160"),), ("the autumn kiln",),
    ),
)  # fmt: skip
UNKNOWN_TALKS = talks("""
A profile of the studio
> Hello {us}, we open {topic} to visitors this year. Does that interest a newspaper?
< Hello {c}, it does. Pictures of the work would help.
> Here are six of them, taken last week.
< Lovely. They went to the editor of the weekend section.

The library
> Hello {us}, {topic} has won a prize, and we have never told anybody.
< Congratulations, {c}! A short text about the prize is enough for a beginning.
> The text is attached, half a page.
< Read and sent on, thank you.

Winter walks
> Hello, a colleague of yours spoke well of you. We guide {topic} and look for advice on press.
< Hello {c}, gladly. What do people love most on the walks?
> The breakfast in the field, always.
< Then that is the picture to begin with.

From home
> Hello {us}, I write from my private mail, the studio's is full. The pictures may be used freely.
< Thank you {c}, noted.
""")
