"""How the office is judged: indices, its own score, its targets, the review of its procedures."""
