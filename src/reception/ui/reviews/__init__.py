"""What two desks left for a person to decide."""
