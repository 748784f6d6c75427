"""English words that the guard looks for in a draft of our own. The same names in every tongue's folder."""

from __future__ import annotations

# An attachment is spoken of in these words, and is then expected to be there.
ATTACHMENT = {
    r"\b(?:attached|attaching|i(?:'ve| have) attached|see (?:the )?attach(?:ed|ment)s?|(?:find|is|are) (?:the )?(?:enclosed|attached)|enclosed|in the attachment|attach(?:ment)?(?:s)? (?:is|are|below|herewith)|here(?:'s| is) the (?:file|pdf|deck|document|presentation|invoice|contract))\b": (
        0.8,
        "speaks of an attachment",
    ),
}
NO_ATTACHMENT_YET = r"\b(?:will (?:be )?attach(?:ed)?|you attached|your attach\w+|attached to (?:the wall|it|this ticket)|please attach|don't attach|without (?:the )?attach\w+|as attached earlier)\b"

BECAUSE = {
    "anger": "These words sound angry.",
    "blame": "These words lay the fault at the reader's door.",
    "sarcasm": "These words may be read as mockery.",
    "insult": "These words may hurt the reader.",
    "coldness": "These words sound cold.",
    "promise_without_date": "Something is promised, and no day is named.",
    "attachment_missing": "An attachment is spoken of, and none is there.",
}
