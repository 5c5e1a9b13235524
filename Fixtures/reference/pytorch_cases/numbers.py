"""Numbers that every language makes alike."""

import torch


class Numbers:
    """The linear congruential generator of Knuth and Lewis: state = 1664525 * state + 1013904223 (mod 2^32).

    The upper 24 bits make an even number from -1 up to but not including 1 that is exact in single precision.
    """

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return (self.state >> 8) / 2**23 - 1

    def exact(self, *shape, scale=1.0):
        """A tensor in single precision; a scale is a single-precision factor."""
        count = torch.Size(shape).numel()
        return torch.tensor([self.next() for _ in range(count)], dtype=torch.float32).reshape(shape) * scale

    def tensor(self, *shape, low=-2.0, high=2.0):
        """A tensor of numbers of three decimals between two limits, in double precision."""
        count = torch.Size(shape).numel()
        values = [round(low + (high - low) * (self.next() + 1) / 2, 3) for _ in range(count)]
        return tensor(values).reshape(shape)


def tensor(values):
    """A tensor in double precision of numbers as single precision rounds them."""
    return torch.tensor(values, dtype=torch.float32).double()
