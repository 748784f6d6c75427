"""Repeatable benchmarks: a made-up town of clients, the pages over it, imports, pulses, the server.

`make bench` prints one table and writes it to bench/results/. Figures are ratios within one run wherever
machines differ; absolute ones stand beside them. `python -m bench --help` tells the sizes.
"""
