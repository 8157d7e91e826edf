"""Signing in, and the cover while a desk is locked."""
