"""The inbox: dossiers submitted online."""
