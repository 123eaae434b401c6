"""The window: widgets, layout, painting, and the screens of the game."""
