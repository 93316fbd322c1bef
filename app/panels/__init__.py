"""The parts of the window around the map; each knows the desk and none of the others."""
