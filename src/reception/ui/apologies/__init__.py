"""Apologies: drafts that stand ready, approval, and telling people."""
