"""What organisers set up and send: the questions that their conversations share."""
