"""Knows the place in the head of a page for who is signed in; at a desk it stays empty."""

from layouts.components.markup import tag

WHO = "who-asks"  # forms have fields with the id "who"
WHO_PLACE = tag("div", id=WHO, class_="who")
