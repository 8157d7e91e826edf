"""Settings: looks, printing, the office, its people and backups."""
