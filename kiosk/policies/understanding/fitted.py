"""Numbers fitted by scripts/fit_bands.py, which writes this file; weighing.py says what of."""

MEETS = (3.37, 2.32, -1.67, -1.86, 3.23, 0.42, 0.18, 0.98)
SURE = (0.3, 0.1, 0.29, 1.66, 0.9, -2.16, -3.56, -2.45)
SENSE = (-0.12, 0.22, 0.44, 0.55, 0.7, -2.68, -4.49, -0.93)
ANSWER = 0.8
CHOOSE = 0.39
