"""The reception desk of a commune's one-stop shop (Bộ phận Một cửa)."""

__version__ = "0.1.0"
