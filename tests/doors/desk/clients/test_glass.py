"""A stranger's HTML: nothing of it loads, runs, dresses up or leads away; whatever the vector."""

from __future__ import annotations

import pytest

from kashuv.desk.clients.letter.glass import behind_glass, clean

AWAY = "https://away.example/x"
VECTORS = [
    f'<img src="{AWAY}">',
    f'<img srcset="{AWAY} 2x">',
    f'<picture><source srcset="{AWAY}"><img></picture>',
    f'<body background="{AWAY}">',
    f'<table background="{AWAY}"><tr><td background="{AWAY}">x</td></tr></table>',
    f'<p style="background:url({AWAY})">x</p>',
    f"<p style=\"background-image:image-set('{AWAY}' 1x)\">x</p>",
    f"<style>@import '{AWAY}';</style>",
    f"<style>p{{background:url({AWAY})}}</style>",
    f"<style>@font-face{{font-family:x;src:url({AWAY})}}</style>",
    f'<link rel="stylesheet" href="{AWAY}">',
    f'<link rel="preload" as="image" href="{AWAY}">',
    f'<link rel="dns-prefetch" href="{AWAY}">',
    f'<base href="{AWAY}">',
    f'<meta http-equiv="refresh" content="0;url={AWAY}">',
    f'<script src="{AWAY}"></script>',
    f"<script>fetch('{AWAY}')</script>",
    f'<iframe src="{AWAY}"></iframe>',
    f'<iframe srcdoc="&lt;img src={AWAY}&gt;"></iframe>',
    f'<frameset><frame src="{AWAY}"></frameset>',
    f'<object data="{AWAY}"></object>',
    f'<embed src="{AWAY}">',
    f'<applet code="{AWAY}"></applet>',
    f'<video src="{AWAY}" poster="{AWAY}"></video>',
    f'<audio src="{AWAY}"></audio>',
    f'<track src="{AWAY}">',
    f'<input type="image" src="{AWAY}">',
    f'<form action="{AWAY}"><button>send</button></form>',
    f'<button formaction="{AWAY}">x</button>',
    f'<svg><image href="{AWAY}"/></svg>',
    f'<svg><use href="{AWAY}#x"/></svg>',
    f'<svg><style>@import "{AWAY}"</style></svg>',
    f'<svg><foreignObject><img src="{AWAY}"></foreignObject></svg>',
    f'<math href="{AWAY}">x</math>',
    f'<a href="{AWAY}" ping="{AWAY}">x</a>',
    f"<a href=\"javascript:location='{AWAY}'\">x</a>",
    f'<area href="{AWAY}">',
    f"<img src=x onerror=\"location='{AWAY}'\">",
    f"<p onmouseover=\"location='{AWAY}'\">x</p>",
    f'<noscript><img src="{AWAY}"></noscript>',
    f'<template><img src="{AWAY}"></template>',
    f'<q cite="{AWAY}">x</q>',
    f'<blockquote cite="{AWAY}">x</blockquote>',
    f'<del cite="{AWAY}">x</del>',
    f'<!--[if mso]><img src="{AWAY}"><![endif]-->',
    f'<img\tsrc\n=\n"{AWAY}"/>',
    f'<math><mtext><table><mglyph><style><img src="{AWAY}"></style></mglyph></table></mtext></math>',
    f'<svg></p><style><a id="</style><img src={AWAY}>">',
    f'<noscript><p title="</noscript><img src={AWAY}>">',
    f'<marquee behavior="{AWAY}">x</marquee>',
    f"<body onload=\"fetch('{AWAY}')\">",
    f'<?xml-stylesheet href="{AWAY}"?>',
    f'<html manifest="{AWAY}">',
    f'<td nowrap dynsrc="{AWAY}" lowsrc="{AWAY}">x</td>',
]


@pytest.mark.parametrize("vector", VECTORS)
def test_nothing_leads_away(vector):
    assert "away.example" not in clean(f"<p>Hello</p>{vector}<p>bye</p>")


@pytest.mark.parametrize("vector", VECTORS)
def test_the_page_around_it_is_sealed(vector):
    answer = behind_glass(vector, f"</title>{vector}")
    body = answer.content.decode()
    assert "<script" not in body and "<img" not in body and "style=" not in body
    assert (
        answer["Content-Security-Policy"]
        == "default-src 'none'; style-src 'none'; sandbox; frame-ancestors 'self'"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "no-referrer"


def test_words_tables_and_direction_stay():
    letter = '<div dir="rtl"><p>שלום <b>יואב</b></p><table><tr><td colspan="2">סכום</td></tr></table></div>'
    assert clean(letter) == letter.replace("<tr>", "<tbody><tr>").replace("</tr>", "</tr></tbody>")
