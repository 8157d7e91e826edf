"""Dossiers on screen: finding them, listing them, reading one, printing its papers."""
