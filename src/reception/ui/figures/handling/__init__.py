"""Kết quả giải quyết: II.06a on the screen, its figures opened, its periods closed."""
