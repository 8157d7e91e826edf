"""The help of the window: a page for each screen, found by F1 or by a few letters."""
