"""Step machines of the patron side: a frozen state and an event give the next state and what to do; no Qt."""
