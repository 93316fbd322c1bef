"""The program people start: the command line, and what it wires together."""

from __future__ import annotations

VERSION = "0.1.0"
"""What `reisekart --version` says and prints tell; the same as in pyproject.toml."""
