"""What belongs to a person with a card: account, sign-in and PIN."""
