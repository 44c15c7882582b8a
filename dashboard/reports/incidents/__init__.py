"""Knows what is told of incident lists: when they happen, by type and by place, never one by one."""
