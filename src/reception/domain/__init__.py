"""What the law and the desk mean: plain Python, no input or output, no clock of its own."""
