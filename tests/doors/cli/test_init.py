"""`kashuv init`: founds once, and says plainly why not."""

from __future__ import annotations

import pytest


def test_it_founds_a_workspace_and_says_what_comes_next(house):
    made = house.kashuv(
        "init",
        "--workspace",
        "רוזן ולוי",
        "--email",
        "Noa@rosen.example",
        KASHUV_PASSWORD="a long enough word",
    )
    assert made.returncode == 0
    assert "הוקם" in made.stdout  # in the tongue of the firm
    assert "noa@rosen.example" in made.stdout and "kashuv serve" in made.stdout


@pytest.mark.parametrize(
    ("words", "password", "said"),
    [
        (
            ["--workspace", "Gal", "--email", "noa@gal.example"],
            "password",
            "at least 10 characters. This password is too common",
        ),
        (["--workspace", "Gal", "--email", "noa@gal.example"], "", "KASHUV_PASSWORD"),
        (["--workspace", "Gal", "--email", "nobody"], "a long enough word", "no mail address"),
        (["--workspace", " ", "--email", "noa@gal.example"], "a long enough word", "needs a name"),
        (["--workspace", "רוזן ולוי", "--email", "noa@gal.example"], "a long enough word", "already"),
    ],
)
def test_it_refuses_in_one_sentence(founded, words, password, said):
    refused = founded.kashuv("init", *words, KASHUV_PASSWORD=password)
    assert refused.returncode == 1
    assert said in refused.stderr and refused.stderr.count("\n") == 1


def test_wrong_usage_ends_with_two(house):
    assert house.kashuv("init").returncode == 2
