"""Showing and asking: the only room that knows Qt."""
