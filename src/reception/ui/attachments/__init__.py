"""Scanned papers on a dossier's page: dragged in, chosen, scanned, looked at."""
