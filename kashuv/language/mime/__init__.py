"""Opens a letter as it came over the wire: bytes in, an `OpenedLetter` out, whatever the bytes are.

Only a letter beyond the limits is refused, with `TooMuch`; a broken one is read as far as it can be and
says in `defects` what was wrong with it.
"""

from kashuv.language.mime.letter import Attachment, Mailbox, OpenedLetter, TooMuch
from kashuv.language.mime.opening import open_letter, part

__all__ = ["Attachment", "Mailbox", "OpenedLetter", "TooMuch", "open_letter", "part"]
