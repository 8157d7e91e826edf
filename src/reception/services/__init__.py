"""What a clerk can do, step by step; where transactions begin and end."""
