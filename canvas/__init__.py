"""The drawing on the screen: marks painted with Qt."""
