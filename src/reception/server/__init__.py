"""The server above: the exchange's protocol over HTTP, and what keeps it up under load."""
