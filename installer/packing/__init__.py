"""How a checkout becomes the files that offices install. Only the standard library is needed."""
