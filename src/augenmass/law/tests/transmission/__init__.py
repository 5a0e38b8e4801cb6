"""Tests of the rules of transmission and of retention."""
