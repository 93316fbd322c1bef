"""The words a user sees: which languages we speak, and a message in the language being spoken.

The language is a context variable: a print in the map's language inside a window in another is
`with speaking("nb"): ...`, and threads and tasks keep their own.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "nb", "sv", "da")
TRANSLATIONS = Path(__file__).parent / "translations"

# Norwegian has one written form here; Bokmål serves readers of Nynorsk and of the bare "no".
_NEAR = {"no": "nb", "nn": "nb"}

_language: ContextVar[str] = ContextVar("language", default="en")


def _(message: str) -> str:
    """Return the message in the language being spoken, or itself where no translation is known."""
    return _catalogue(_language.get()).gettext(message)


def _n(singular: str, plural: str, n: int) -> str:
    """Return the form of the message that goes with the number `n`, in the language being spoken."""
    return _catalogue(_language.get()).ngettext(singular, plural, n)


def in_quotes(text: str) -> str:
    """Return the text in the quotation marks of the language being spoken."""
    return _("“{text}”").format(text=text)


def listed(names: Sequence[str], most: int = 3) -> str:
    """Names as one reads them aloud: “A, B and C”, or “A, B and 4 more”."""
    if len(names) == 1:
        return names[0]
    if len(names) > most:
        more = _("{number} more").format(number=len(names) - most + 1)
        return listed([*names[: most - 1], more], most)
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])


def spoken() -> str:
    """Return the language being spoken, one of `LANGUAGES`."""
    return _language.get()


@contextmanager
def speaking(language: str) -> Iterator[str]:
    """Speak the language of ours nearest to a BCP 47 tag inside the block; gives the language spoken."""
    token = _language.set(nearest(language))
    try:
        yield _language.get()
    finally:
        _language.reset(token)


def nearest(tag: str) -> str:
    """Return the one of `LANGUAGES` nearest to a BCP 47 tag or POSIX locale; English when none is near."""
    primary = tag.replace("_", "-").replace(".", "-").split("-")[0].lower()
    language = _NEAR.get(primary, primary)
    return language if language in LANGUAGES else "en"


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("reisekart", TRANSLATIONS, [language], fallback=True)
