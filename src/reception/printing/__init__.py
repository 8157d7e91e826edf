"""Putting it on paper: the only room that knows reportlab."""
