#!/usr/bin/python3
"""Network kernel density by brute force: every path is walked on its own, the kernel itself is integrated by
Gauss-Legendre quadrature. Written from Okabe, Satoh & Sugihara (2009); shares nothing with the C but the definition.

usage: network_kde.py > ../unit/analyse/network_kde.h        the figures of test_network_density.c
"""
import math

import numpy

NODES, WEIGHTS = numpy.polynomial.legendre.leggauss(24)
ERF4 = math.erf(4 / math.sqrt(2))  # the Gaussian is cut at 4 h and scaled
KERNELS = {
    "quartic": (1, lambda u: 15 / 16 * (1 - u * u) ** 2),
    "epanechnikov": (1, lambda u: 3 / 4 * (1 - u * u)),
    "gaussian": (4, lambda u: numpy.exp(-u * u / 2) / math.sqrt(2 * math.pi) / ERF4),
    "triangular": (1, lambda u: 1 - u),
    "uniform": (1, lambda u: 0.5 + 0 * u),
}


class Network:
    """Edges (node, node, length); end 2i is the begin of edge i, 2i + 1 its end."""

    def __init__(self, edges):
        self.edges = edges
        self.at = {}
        for i, (a, b, _) in enumerate(edges):
            self.at.setdefault(a, []).append(2 * i)
            self.at.setdefault(b, []).append(2 * i + 1)

    def paths(self, event, reach, continuous):
        """(edge, position where the path enters, direction, distance then, factor) of every stretch."""
        edge, offset = event
        yield edge, offset, -1, 0.0, 1.0
        yield edge, offset, 1, 0.0, 1.0
        stack = [(2 * edge, offset, 1.0), (2 * edge + 1, self.edges[edge][2] - offset, 1.0)]
        while stack:
            end, distance, factor = stack.pop()
            if distance >= reach:
                continue
            ends = self.at[self.edges[end // 2][end % 2]]
            d = len(ends)
            for other in ends:
                if d == 1:
                    share = 1.0
                elif continuous:
                    share = 2 / d if other != end else -(d - 2) / d
                else:
                    share = 1 / (d - 1) if other != end else 0.0
                if share:
                    length = self.edges[other // 2][2]
                    start, way = (length, -1) if other % 2 else (0.0, 1)
                    yield other // 2, start, way, distance, factor * share
                    stack.append((other ^ 1, distance + length, factor * share))

    def density(self, events, kernel, h, continuous, most=25.0):
        """Per edge the mean density of each of its equal parts of at most `most`."""
        reach, k = KERNELS[kernel][0] * h, KERNELS[kernel][1]
        out = [[0.0] * math.ceil(length / most) for _, _, length in self.edges]
        for event in events:
            for edge, start, way, distance, factor in self.paths(event, reach, continuous):
                step = self.edges[edge][2] / len(out[edge])
                for j in range(len(out[edge])):
                    low, high = sorted(((j * step - start) * way, ((j + 1) * step - start) * way))
                    low, high = max(low, 0.0), min(high, reach - distance)
                    if low < high:
                        at = distance + (low + high) / 2 + (high - low) / 2 * NODES
                        out[edge][j] += factor * float(WEIGHTS @ k(at / h)) / h * (high - low) / 2 / step
        return out


def grid(unit):
    """4 x 4 nodes and edges of one length: rows from the south, then columns from the west."""
    edges = [((x, y), (x + 1, y), unit) for y in range(4) for x in range(3)]
    return Network(edges + [((x, y), (x, y + 1), unit) for x in range(4) for y in range(3)])


# A triangle A B C, a dead end at B, a loop at C, a ring and a short street on their own.
KITE = Network([("A", "B", 60.0), ("B", "C", 80.0), ("A", "C", 100.0), ("B", "D", 50.0), ("C", "C", 120.0),
                ("R", "R", 80.0), ("S", "T", 3.0)])
KITE_EVENTS = [(2, 35.0), (4, 10.0), (3, 50.0), (5, 5.0), (6, 1.0), (1, 0.0)]


def rows(network, events, kernel, h):
    for continuous in (False, True):
        values = network.density(events, kernel, h, continuous)
        mass = sum(v * edge[2] / len(part) for part, edge in zip(values, network.edges) for v in part)
        assert abs(mass - len(events)) < 1e-9 * len(events), (kernel, mass)
        flat = [f"{v:.13g}" for part in values for v in part]
        print(f"    {{ /* {kernel}, {'continuous' if continuous else 'discontinuous'} */")
        for i in range(0, len(flat), 6):
            print("     " + ", ".join(flat[i:i + 6]) + ",")
        print("    },")


if __name__ == "__main__":
    print("/* network_kde.h - densities of lixels by brute force; written by tests/oracle/network_kde.py. */")
    print("/* Unit edges, an event at (1, 1.5), bandwidth 2. */\nstatic const double unit_grid[2][24] = {")
    rows(grid(1.0), [(16, 0.5)], "quartic", 2.0)
    print("};\n/* The same 50 times as large, two lixels an edge. */\nstatic const double grid[2][48] = {")
    rows(grid(50.0), [(16, 25.0)], "quartic", 100.0)
    print("};\n/* The kite: bandwidth 130, of the gaussian 32.5. */\nstatic const double kite[10][23] = {")
    for name in KERNELS:
        rows(KITE, KITE_EVENTS, name, 32.5 if name == "gaussian" else 130.0)
    print("};")
