"""What the service serves over HTTP: the webhook, health, metrics, the live screen, the rehearsal's clock."""
