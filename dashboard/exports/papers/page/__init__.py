"""Knows papers as one page that needs no server: opened from a memory stick or an e-mail, it asks for nothing."""
