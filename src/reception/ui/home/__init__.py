"""Home, “Hôm nay”: the day, its figures and what is pressing."""
