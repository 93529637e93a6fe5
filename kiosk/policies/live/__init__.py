"""Values that stand in answers as the rules, the calendar and the account say at the moment of asking."""
