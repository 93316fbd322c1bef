"""What click itself says in helps and usage errors, so that it speaks the user's language too."""

from __future__ import annotations

import gettext
import os

from resources.words import TRANSLATIONS, _, _n, spoken


def teach_click() -> None:
    """Let click find its words in our catalogues, in the language being spoken.

    It asks the system's gettext, which has one domain and one language for the whole process.
    """
    os.environ["LANGUAGE"] = spoken()
    gettext.bindtextdomain("reisekart", str(TRANSLATIONS))
    gettext.textdomain("reisekart")


def words_of_click() -> tuple[str, ...]:
    """The messages of click that people meet here; listed so that they come into the catalogues."""
    return (
        _("Usage:"),
        _("Options"),
        _("Commands"),
        _("Show this message and exit."),
        _("default: {default}"),
        _("required"),
        _("Error: {message}"),
        _("Try '{command} {option}' for help."),
        _("Invalid value: {message}"),
        _("Invalid value for {param_hint}: {message}"),
        _("Missing command."),
        _("Missing argument"),
        _("Missing option"),
        _("No such option {name!r}."),
        _("No such command {name!r}."),
        _("Option {name!r} does not take a value."),
        _("{value!r} is not a valid {number_type}."),
        _("{value} is not in the range {range}."),
        _n("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
        _n("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
        _n("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
        _n("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
    )
