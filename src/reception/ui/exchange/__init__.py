"""The exchange with the server above."""
