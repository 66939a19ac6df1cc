"""What organisers do from the chat: workshops, the timeline, announcements, the day itself."""
