"""Mail domains: which belong to an organisation, and which to the public at large."""

from __future__ import annotations

from functools import lru_cache

PUBLIC = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.co.il hotmail.com hotmail.co.il hotmail.co.uk hotmail.fr live.com
    msn.com yahoo.com yahoo.co.uk yahoo.co.il yahoo.fr ymail.com rocketmail.com aol.com icloud.com me.com mac.com
    proton.me protonmail.com pm.me tutanota.com gmx.com gmx.de gmx.net web.de mail.com mail.ru yandex.ru yandex.com
    zoho.com fastmail.com hey.com inbox.com qq.com 163.com 126.com free.fr orange.fr wanadoo.fr laposte.net t-online.de
    comcast.net verizon.net att.net sbcglobal.net bellsouth.net earthlink.net cox.net charter.net btinternet.com
    walla.co.il walla.com bezeqint.net netvision.net.il 012.net.il 013.net 013net.net 014.net.il 015.net.il
    zahav.net.il barak.net.il inter.net.il actcom.co.il smile.net.il internet-zahav.net nana.co.il nana10.co.il
    example.com example.org example.net isdn.net.il hotmail.it live.co.uk live.co.il windowslive.com passport.com prodigy.net
    """.split()
)
SECOND_LEVELS = frozenset("co com org net ac gov muni k12 idf edu or ne go gob mil".split())


@lru_cache(maxsize=20_000)
def own_domain(mail: str) -> str:
    """The organisation's domain of a mail address ("mail.gal.co.il" is "gal.co.il"); empty for public providers."""
    labels = mail.rpartition("@")[2].casefold().strip(". ").split(".")
    if len(labels) < 2 or not all(labels):
        return ""
    keep = 3 if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVELS else 2
    domain = ".".join(labels[-keep:])
    return "" if domain in PUBLIC else domain[:255]


def word_of(domain: str) -> str:
    """The part of a domain that names the organisation: "gal-center" of "gal-center.co.il"."""
    return domain.partition(".")[0]
