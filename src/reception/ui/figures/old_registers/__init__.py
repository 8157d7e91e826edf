"""Old registers: what was taken over from them, taking another one over, taking it back."""
