"""Asking a citizen how satisfied they are, at the counter or on their own screen."""
