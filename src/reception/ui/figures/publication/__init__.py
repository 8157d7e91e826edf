"""Making a month's results public from the window."""
