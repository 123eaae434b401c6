"""In Blue: draft, bargain and vote in the Security Council."""

__version__ = "0.1.0"
