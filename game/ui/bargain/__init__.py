"""The corridor's table: what two delegations could trade, and what they have."""
