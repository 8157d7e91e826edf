"""The first run: from an empty folder to an office that can receive."""
