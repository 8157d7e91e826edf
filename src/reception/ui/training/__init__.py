"""Practice in a window of its own: starting it, its coloured band, throwing its data away."""
