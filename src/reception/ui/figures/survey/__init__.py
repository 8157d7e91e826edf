"""The survey among the figures: what it comes to, and paper sheets keyed in."""
