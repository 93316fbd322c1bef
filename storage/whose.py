"""Who edits and on which machine, as far as the system knows."""

from __future__ import annotations

import getpass
import socket
from functools import cache

from journey.clean import one_line


@cache
def login_name() -> str:
    """The name that somebody is known by on this machine; empty where nobody is."""
    try:
        return one_line(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


@cache
def machine_name() -> str:
    """The name of this machine on its network."""
    return one_line(socket.gethostname())
