"""One history of the schema, for desk and server."""
