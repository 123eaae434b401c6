"""The target's own seat: what it can do, what draws it there, and what others have seen of it."""
