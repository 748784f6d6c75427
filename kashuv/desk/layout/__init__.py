"""The frame around every page: shell, style, template words."""
