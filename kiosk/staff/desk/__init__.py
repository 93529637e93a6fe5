"""The circulation desk: what staff lend, take back, find, keep and collect, behind their rights."""
