"""The duty roster: a week as a table, and who was there."""
