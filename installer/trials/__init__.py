"""Living with the files that offices install: the same stories under Wine and on Windows."""
