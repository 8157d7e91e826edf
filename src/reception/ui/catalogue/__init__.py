"""The catalogue on screen: finding a procedure, editing it, files in and out."""
