"""The drawing on the screen: marks painted with Qt."""

from __future__ import annotations

import os

# Qt hands every larger fill to several threads. For shapes as small as a map's, handing them over takes
# longer than filling them: a whole picture takes twice as long on two processors. Qt reads this once.
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
