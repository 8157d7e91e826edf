"""Copies by themselves, coming back from one, and saving a damaged register."""
