"""Journeys as files for others: laid out on a wall's paper, painted, or written for another program."""
