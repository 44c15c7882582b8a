"""Knows incident lists as offices draw them: a row an incident, with its time, place and offence."""
