"""Numbers fitted by scripts/fit_bands.py, which writes this file; weighing.py says what of."""

MEETS = (3.28, 2.32, -1.57, -1.82, 3.02, 0.41, 0.19, 0.95)
SURE = (0.3, 0.09, 0.29, 1.68, 0.86, -2.2, -3.58, -2.39)
SENSE = (-0.13, 0.22, 0.43, 0.54, 0.69, -2.63, -4.5, -0.93)
ANSWER = 0.78
CHOOSE = 0.47
