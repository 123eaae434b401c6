"""The game in a terminal: `play` reads and shows; the rest are pages and ways to type."""
