"""The commands, one a module: each has ``command()``, which makes it in the language being spoken.

What a command works with is imported when it runs, so that `--help` answers at once.
"""

from __future__ import annotations
