"""The acts on a dossier: which may be done now, what each asks, and doing it from the keyboard."""
