"""`kashuv read`: one JSON object a line in, what was understood of it a line out."""

from __future__ import annotations

import json
import sys

from kashuv.language.peel import peel


def main(argv: list[str]) -> int:
    for line in sys.stdin:
        o = json.loads(line)
        print(
            json.dumps(
                {"id": o["id"], "reply": peel(o["text"]).own}, ensure_ascii=False
            )
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
