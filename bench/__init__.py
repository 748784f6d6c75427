"""Repeatable benchmarks: a made-up town of clients, its pages, pulses and a million entries, imports, the server.

`make bench` prints a table for each kind of database and writes it to bench/results/. Figures are ratios within one run
wherever machines differ; absolute ones stand beside them. `python -m bench --help` tells the sizes.
"""
