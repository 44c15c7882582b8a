"""Knows tables, heat tables and maps as shapes that PowerPoint can edit."""
