"""What the citizen checks before the clerk commits, in big letters on a screen of their own."""

KEPT = "second-screen"
"""Under what this PC remembers that the citizens have a screen: ``on``."""
