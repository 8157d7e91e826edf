"""Books and lists on paper: the register, handovers, calls, the day's cash."""
