"""Our own archive comes home: what an export of ours wrote becomes rows again, once however often it is brought."""
