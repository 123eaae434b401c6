"""The drafting desk and the corridor share these: what a change is worth, and to whom."""
