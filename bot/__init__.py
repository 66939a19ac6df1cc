"""Telegram: what comes in, what goes out, and at which pace. Alone knows python-telegram-bot."""
