"""When to look: APScheduler's clockwork, and the leases that say who sweeps and sends bulk."""
