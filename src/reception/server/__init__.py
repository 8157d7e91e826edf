"""Answering the desks' exchanges; the only room that knows a web framework."""
