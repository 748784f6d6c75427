"""Gateways: who carries our short messages; opened, tried, and closed by those who lead."""
