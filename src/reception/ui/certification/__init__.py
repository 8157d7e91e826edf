"""Certification (chứng thực) over the counter: one scan, two figures, Enter."""
