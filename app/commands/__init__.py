"""The commands of the command line, and how they are typed, answer and end.

``check``, ``demo``, ``export``, ``importing``, ``new`` and ``show`` each have ``command()``, which makes the
command in the language being spoken. What a command works with is imported when it runs, so that `--help`
answers at once.
"""

from __future__ import annotations
