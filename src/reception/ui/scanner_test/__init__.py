"""Trying a scanner: what came in, how fast, what was understood, what is wrong."""
