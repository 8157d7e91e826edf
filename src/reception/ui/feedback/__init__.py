"""Feedback: what was said, by when it is answered, and every act by keyboard."""
