"""HTML letters are read as a person sees them, with the earlier letter marked as quoted."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashuv.language.html import to_text
from kashuv.language.peel import peel


def test_lines_stand_as_they_are_seen() -> None:
    page = "<p>שלום&nbsp;גל,</p><div>first</div><div>second<br>third</div><ul><li>tea<li>cake</ul>"
    assert to_text(page) == "שלום\xa0גל,\n\nfirst\nsecond\nthird\n\n- tea\n- cake"


def test_what_is_not_seen_is_not_read() -> None:
    page = (
        "<html><head><title>T</title><style>p{}</style></head><body><!-- no --><script>alert(1)</script>"
        "<div style='display: none'>preview <div>text</div></div><p>seen</p><img alt='logo' src=x></body>"
    )
    assert to_text(page) == "seen"


def test_a_picture_of_a_feeling_is_read() -> None:
    assert to_text("<div>great <img alt='🎉' src='x'></div>") == "great 🎉"


def test_a_table_is_read_row_by_row() -> None:
    assert (
        to_text("<table><tr><td>Day</td><td>Hour</td></tr><tr><td>Sunday</td><td>9</td></tr></table>")
        == "Day Hour\nSunday 9"
    )


def test_gmails_earlier_letter_is_peeled_off() -> None:
    page = (
        '<div dir="rtl">מתאים לי</div><br><div class="gmail_quote"><div class="gmail_attr">בתאריך יום ג׳, 3 במרץ 2026 '
        'ב-9:05 מאת Gal &lt;<a href="mailto:gal@a.example">gal@a.example</a>&gt;:<br></div>'
        '<blockquote class="gmail_quote"><div>ביום שני?</div></blockquote></div>'
    )
    assert peel(to_text(page)).own == "מתאים לי"


def test_outlooks_earlier_letter_is_peeled_off() -> None:
    page = (
        "<div class=WordSection1><p class=MsoNormal>Fine with me<o:p></o:p></p>"
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b>From:</b> Gal &lt;gal@a.example&gt; <br>"
        "<b>Sent:</b> Tuesday, March 3, 2026 9:05 AM<br><b>To:</b> Office &lt;o@b.example&gt;<br><b>Subject:</b> Monday</p></div>"
        "<p class=MsoNormal>Monday?</p></div>"
    )
    assert peel(to_text(page)).own == "Fine with me"


def test_an_answer_inside_a_quotation_is_own() -> None:
    page = "<blockquote type=cite>When?</blockquote><p>On Sunday.</p><blockquote type=cite>Where?</blockquote><p>Here.</p>"
    assert peel(to_text(page)).own == "On Sunday.\n\nHere."


def test_an_indented_paragraph_is_no_quotation() -> None:
    page = '<div>we agreed:</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">half now</blockquote>'
    assert peel(to_text(page)).own == "we agreed:\n\nhalf now"


def test_a_marked_signature_is_peeled_off() -> None:
    page = '<div>see you</div><div class="gmail_signature" data-smartmail="gmail_signature"><b>Gal Noy</b><br>Green Studio</div>'
    peeled = peel(to_text(page))
    assert (peeled.own, "Green Studio" in peeled.signature) == ("see you", True)


@given(st.text(st.sampled_from("<>/!-=\"' &#;abdivpqscriptxstyle\n\u05e9\x00"), max_size=200))
def test_no_markup_is_too_broken(page: str) -> None:
    assert isinstance(to_text(page), str)


@pytest.mark.parametrize(
    "piece", ["<", "</", "<!", "<!--", "<?", "<a ", "<a b='", "<blockquote>", "<script>", "&#", "<![CDATA["]
)
def test_hostile_markup_takes_no_time(piece: str) -> None:
    begun = time.process_time()
    to_text((piece * 500_000)[:500_000] + ">")
    assert time.process_time() - begun < 3
