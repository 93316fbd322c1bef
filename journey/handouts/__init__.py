"""Prints for those who were not there: each made of the map's own marks, on pages in paper millimetres."""
