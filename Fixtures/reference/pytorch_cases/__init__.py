"""The cases that make_pytorch.py writes, one family a module."""
