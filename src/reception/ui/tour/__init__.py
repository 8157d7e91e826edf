"""The first day at the desk: a few steps that point at the real things on the home page."""

SEEN = "tour/{login}"
"""Under what this PC remembers that a person has seen the tour."""
