"""Knows papers that are asked for: what is made, how far it is, and when somebody has to go on with it."""
