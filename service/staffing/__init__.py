"""What the office's own people do from the chat: results, roles, the audit log, incoming themes."""
