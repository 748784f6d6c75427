"""Where letters lie: in one long file, or one file each."""
