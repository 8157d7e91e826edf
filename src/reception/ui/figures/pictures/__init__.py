"""Pictures of the figures in the window: painted, walked through by keys, told in words."""
