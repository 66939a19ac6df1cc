"""What may be said next. Pure: (session, event, facts, now) -> (session, effects); (session, facts) -> screen."""
