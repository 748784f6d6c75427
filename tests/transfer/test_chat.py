"""A chat export from any phone: whose words, when, and what WhatsApp itself has said."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.transfer.arriving import boxes as archives
from kashuv.transfer.arriving import cutting, gathering
from kashuv.transfer.arriving.chat import boxes, export, lines
from kashuv.transfer.arriving.pieces import Piece, Unfit

ZONE = ZoneInfo("Asia/Jerusalem")


def cut(text: str, title: str = "WhatsApp Chat with Yoav Gal", us: tuple[str, ...] = ("Noa",)) -> list[Piece]:
    return list(export.cut(export.opened(text, title, us), "chat", ZONE))


def said(text: str, **known) -> list[tuple[str, datetime, str, str]]:  # type: ignore[no-untyped-def]
    told = [piece.said for piece in cut(text, **known) if piece.said]
    return [(one.direction, one.at, one.who[0].name, one.text) for one in told]


MORNING = datetime(2026, 11, 24, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "24/11/2026, 14:05 - Yoav Gal: hello",
        "11/24/26, 2:05\u202fPM - Yoav Gal: hello",
        "24.11.2026, 14:05 - Yoav Gal: hello",
        "24.11.26, 14:05 - Yoav Gal: hello",
        "[24/11/2026, 14:05:00] Yoav Gal: hello",
        "\u200e[24.11.2026, 14:05:00] \u200fYoav Gal: hello",
        "[11/24/26, 2:05:00 PM] Yoav Gal: hello",
        "2026-11-24, 14:05 - Yoav Gal: hello",
        "24/11/2026, 2:05 אחה״צ - Yoav Gal: hello",
    ],
)
def test_every_way_to_write_a_moment(line: str) -> None:
    assert lines.is_chat(line + "\n")
    assert said(line + "\n") == [("in", MORNING, "Yoav Gal", "hello")]


def test_day_and_month_are_told_apart_by_the_whole_chat() -> None:
    assert said("05/06/2026, 10:00 - Yoav Gal: a\n17/06/2026, 10:00 - Yoav Gal: b")[0][1].month == 6
    assert said("05/06/2026, 10:00 - Yoav Gal: a\n05/17/2026, 10:00 - Yoav Gal: b")[0][1].day == 6
    assert (
        said(
            "01/02/2026, 10:00 - Yoav Gal: a\n02/02/2026, 10:00 - Yoav Gal: b\n01/03/2026, 10:00 - Yoav Gal: c"
        )[2][1].month
        == 3
    )
    assert said("5/6/26, 2:05 PM - Yoav Gal: a")[0][1].month == 5


def test_a_message_of_many_lines_and_our_own() -> None:
    told = said("24/11/2026, 14:05 - Noa: one\n\ntwo: three\n24/11/2026, 14:06 - Yoav Gal: yes\n")
    assert [(way, text) for way, _, _, text in told] == [("out", "one\n\ntwo: three"), ("in", "yes")]
    assert told[0][2] == "Yoav Gal"


def test_what_whatsapp_says_is_nobodys() -> None:
    pieces = cut(
        "24/11/2026, 14:05 - Messages and calls are end-to-end encrypted.\n"
        "24/11/2026, 14:05 - ההודעות והשיחות מוצפנות מקצה לקצה\n"
        "24/11/2026, 14:05 - Yoav Gal: \u200eMessages and calls are end-to-end encrypted.\n"
        "24/11/2026, 14:05 - Noa changed the subject to Plans: all of them\n"
        "24/11/2026, 14:05 - Yoav Gal: I added a line\n"
    )
    assert [piece.left_out for piece in pieces] == [True, True, True, True, False]


def test_the_same_words_in_one_minute_are_two_messages_and_twice_exported_they_are_the_same() -> None:
    text = "24/11/2026, 14:05 - Yoav Gal: ok\n24/11/2026, 14:05 - Yoav Gal: ok\n"
    first = [piece.said.identity for piece in cut(text) if piece.said]
    longer = cut(text + "24/11/2026, 14:09 - Yoav Gal: more\n", title="WhatsApp Chat with Yoav Gal (2)")
    assert len(set(first)) == 2
    assert [piece.said.identity for piece in longer if piece.said][:2] == first


class TestWhoWeAre:
    def test_the_one_who_is_not_the_title(self) -> None:
        assert said("24/11/2026, 14:05 - נועה: a\n24/11/2026, 14:06 - Yoav Gal: b", us=())[0][0] == "out"

    def test_in_a_group_by_name_or_number(self) -> None:
        group = "24/11/2026, 14:05 - +972 52-765-4321: a\n24/11/2026, 14:06 - Yoav: b\n24/11/2026, 14:06 - Dalia: c"
        told = said(group, title="The project", us=("052-7654321",))
        assert [way for way, *_ in told] == ["out", "in", "in"]

    def test_a_member_who_has_a_longer_name_there(self) -> None:
        told = said("24/11/2026, 14:05 - Noa Rosen: a\n24/11/2026, 14:06 - Yoav Gal: b", title="_chat")
        assert [way for way, *_ in told] == ["out", "in"]

    def test_where_there_is_no_telling_it_is_asked(self) -> None:
        with pytest.raises(Unfit, match="--me"):
            cut(
                "24/11/2026, 14:05 - A: a\n24/11/2026, 14:06 - B: b\n24/11/2026, 14:06 - C: c",
                title="Group",
                us=(),
            )

    def test_a_stranger_appears_by_his_number(self) -> None:
        (piece,) = cut("24/11/2026, 14:05 - +972 54-123-4567: hi", title="+972 54-123-4567")
        assert piece.said and piece.said.who[0].phones == ("+972 54-123-4567",)


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    whole = "24/11/2026, 14:05 - Yoav Gal: x\n" + text
    assert cut(whole)[0].said is not None or cut(whole)[0].refused


class TestBox:
    def box(self, file: Path, **inside: bytes) -> Path:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as box:
            for name, content in inside.items():
                box.writestr(name.replace("__", "."), content)
        return file

    def pieces(self, file: Path, out: Path) -> list[Piece]:
        (source,) = archives.unpacked(gathering.gather([file]), out)
        assert source.kind == "chat"
        return list(cutting.pieces(source, "", cutting.Firm(ZONE, ("Noa",))))

    def test_files_travel_with_their_message(self, tmp_path: Path) -> None:
        text = "[24/11/2026, 14:05:00] Yoav Gal: \u200e<attached: plan.jpg>\n[24/11/2026, 14:06:00] Noa: thanks\n"
        file = self.box(
            tmp_path / "WhatsApp Chat - Yoav Gal.zip", _chat__txt=text.encode(), plan__jpg=b"picture"
        )
        first, _ = self.pieces(file, tmp_path / "out")
        assert first.said and first.said.files == (("plan.jpg", "image/jpeg", b"picture"),)

    def test_a_file_that_is_missing_is_only_named(self, tmp_path: Path) -> None:
        text = "24/11/2026, 14:05 - Yoav Gal: plan.pdf (file attached)\n"
        file = self.box(
            tmp_path / "WhatsApp Chat with Yoav Gal.zip",
            **{"WhatsApp Chat with Yoav Gal__txt": text.encode()},
        )
        (piece,) = self.pieces(file, tmp_path / "out")
        assert piece.said and piece.said.files == () and "plan.pdf" in piece.said.text

    def test_a_text_that_swells_is_left_closed(self, tmp_path: Path) -> None:
        file = self.box(tmp_path / "x.zip", _chat__txt=b"24/11/2026, 14:05 - A: x\n" + b"\0" * 60_000_000)
        with pytest.raises(Unfit, match="swells"):
            boxes.chat_of(file)
