"""What keeps the service going and well: when it looks, how it is watched, restarted and stopped, what it serves."""
