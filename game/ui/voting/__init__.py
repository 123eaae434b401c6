"""The vote: the sealed ballot, the hands in three calls, what the count means."""
