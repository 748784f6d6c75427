"""Tests that tell stories, floor by floor."""
