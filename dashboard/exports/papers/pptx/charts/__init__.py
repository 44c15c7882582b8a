"""Knows the charts of the papers as charts that PowerPoint can edit."""
