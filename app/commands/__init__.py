"""The commands of the command line, and how they are typed, answer and end.

A module named after a command (``export``, ``importing``, ``merging`` …) has ``command()``, which makes it in
the language being spoken. What a command works with is imported when it runs: `--help` answers at once.
"""

from __future__ import annotations
