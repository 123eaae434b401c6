"""What deals are worth."""
