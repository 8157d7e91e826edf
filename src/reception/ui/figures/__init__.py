"""Figures: reports on the screen, indicators, pictures, and by what they are counted."""
