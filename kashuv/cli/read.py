"""`kashuv read`: one JSON object a line in, what was understood of it a line out.

A line that cannot be read is answered with its error, and the rest goes on. Each task loads only the
part of the language core that it needs, so that the first answer comes at once.
"""

from __future__ import annotations

import json
import sys
from base64 import b64decode
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from kashuv.language.tongue import tongue_of

if TYPE_CHECKING:
    from kashuv.language.reading import Moment

Asked = dict[str, Any]
Answer = dict[str, Any]

USAGE = """usage: kashuv read < questions.jsonl > answers.jsonl

Each line is a JSON object with "id", "task" and "text"; each answer bears the "id". What the tasks also take:
  dates, all   "reference": the moment from which "tomorrow" is counted, as 2026-11-24T09:30:00+02:00 (now, if left
               out); "tz": a zone such as Asia/Jerusalem
  all          "direction": in (theirs) or out (ours); "html": true if the text is HTML
  label        "set": tone_en, politeness_en, insult_en, sarcasm_en, meeting_intent_en, request_en, question_en,
               commitment_en, question_he, sentiment_he, sentiment_survey_he or address_gender_he; "context": a list
               of what was said before
  mime         "raw_b64" in place of "text": the bytes of a letter in base64
  guard        "at": when it would leave; "attachments": a list of the names of its files
What stands in a line beside these is passed over. A line that can't be read is answered with "error".
Tasks: """


def main(argv: Sequence[str]) -> int:
    """Answers every line of the standard input, in its order, as soon as it is read."""
    if argv:
        print(USAGE + ", ".join(TASKS), file=sys.stdout if argv[0] in ("-h", "--help") else sys.stderr)
        return 0 if argv[0] in ("-h", "--help") else 2
    for line in sys.stdin.buffer:
        if line.strip():
            said = json.dumps(answer(line), ensure_ascii=False, default=_plainly)
            sys.stdout.buffer.write(said.encode("utf-8", "backslashreplace") + b"\n")
            sys.stdout.buffer.flush()
    return 0


def answer(line: bytes) -> Answer:
    """What is said to one line."""
    name = None
    try:
        asked = json.loads(line)
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, **_task(asked)(asked)}
    except Exception as error:  # one bad line may never stop the stream
        return {"id": name, "error": _in_words(error)}


def _task(asked: Any) -> Callable[[Asked], Answer]:
    if not isinstance(asked, dict):
        raise ValueError("a line must be a JSON object")
    task = asked.get("task")
    if task not in TASKS:
        raise ValueError(f"there is no task {task!r}; the tasks are {', '.join(TASKS)}")
    return TASKS[task]


def _in_words(error: Exception) -> str:
    if isinstance(error, KeyError):
        key = str(error.args[0])
        return key if " " in key else f"{key!r} is missing"
    return str(error) or type(error).__name__


def _dates(asked: Asked) -> Answer:
    from kashuv.language import dates  # loaded for this task only

    text, reference = _text(asked), _reference(asked)
    found = dates.find(text, reference, tongue_of(text))
    return {
        "dates": [
            {
                "start": _open_from(moment, reference),
                "end": moment.end,
                "grain": moment.grain,
                "kind": moment.kind,
                "span": [moment.words.start, moment.words.end],
            }
            for moment in found
        ]
    }


def _open_from(moment: Moment, reference: datetime) -> datetime | None:
    """Where the time begins; one that lasts until a deadline still to come begins when it was written."""
    if moment.kind == "before" and moment.end is not None and moment.end > reference:
        return reference
    return moment.start


def _reply_strip(asked: Asked) -> Answer:
    from kashuv.language.peel import peel  # loaded for this task only

    return {"reply": peel(_text(asked)).own}


def _speech_acts(asked: Asked) -> Answer:
    from kashuv.language.acts import acts  # loaded for this task only: it brings the models

    text = _text(asked)
    return {"acts": acts(text, tongue_of(text))}


def _label(asked: Asked) -> Answer:
    from kashuv.language import labels  # loaded for this task only: it brings the models

    return {"label": labels.label(str(asked["set"]), _text(asked), tuple(asked.get("context") or ()))}


def _flags(asked: Asked) -> Answer:
    from kashuv.language import labels  # loaded for this task only: it brings the models

    return {"flags": labels.flags(_text(asked))}


def _mime(asked: Asked) -> Answer:
    from kashuv.language.mime import open_letter  # loaded for this task only

    letter = open_letter(b64decode(asked["raw_b64"]))
    return {
        "subject": letter.subject,
        "from": [letter.from_.address] if letter.from_.address else [],
        "to": [box.address for box in letter.to],
        "date": letter.date,
        "text": letter.text,
        "attachments": [name for attachment in letter.attachments for name in attachment.names],
    }


def _guard(asked: Asked) -> Answer:
    from kashuv.language import guard  # loaded for this task only

    at = _moment(asked["at"]) if asked.get("at") else None
    concerns, hold = guard.weigh(_text(asked), at=at, attachments=tuple(asked.get("attachments") or ()))
    return {
        "concerns": [
            {
                "kind": concern.kind,
                "span": [concern.words.start, concern.words.end],
                "because": concern.because,
            }
            for concern in concerns
        ],
        "hold": hold,
    }


def _all(asked: Asked) -> Answer:
    from kashuv.language import read  # loaded for this task only

    direction = "out" if asked.get("direction") == "out" else "in"
    reading = read(
        _text(asked), reference=_reference(asked), direction=direction, html=bool(asked.get("html"))
    )
    return {"reading": asdict(reading)}


TASKS: dict[str, Callable[[Asked], Answer]] = {
    "dates": _dates,
    "reply_strip": _reply_strip,
    "speech_acts": _speech_acts,
    "label": _label,
    "flags": _flags,
    "mime": _mime,
    "guard": _guard,
    "all": _all,
}


def _text(asked: Asked) -> str:
    text = asked["text"]
    if not isinstance(text, str):
        raise ValueError("'text' must be a string")
    return text


def _reference(asked: Asked) -> datetime:
    """The moment from which "tomorrow" is counted, in the reader's zone; now if none is given."""
    reference = _moment(asked["reference"]) if asked.get("reference") else datetime.now().astimezone()
    zone = _zone(asked.get("tz"))
    return reference.astimezone(zone) if zone else reference


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone(name: str | None) -> tzinfo | None:
    """A zone by its name; an offset is already in the reference."""
    if not name or name[0] in "+-" or name[:1].isdigit():
        return None
    from zoneinfo import ZoneInfo  # loaded only where a zone is named

    return ZoneInfo(name)


def _plainly(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    raise TypeError(f"{type(value).__name__} cannot be said in JSON")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
