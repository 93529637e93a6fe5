"""Numbers fitted by scripts/fit_bands.py, which writes this file; weighing.py says what of."""

MEETS = (3.29, 2.32, -1.61, -1.82, 3.07, 0.41, 0.19, 0.95)
SURE = (0.29, 0.1, 0.3, 1.74, 0.77, -2.16, -3.46, -2.41)
SENSE = (-0.14, 0.23, 0.44, 0.64, 0.55, -2.56, -4.47, -0.96)
ANSWER = 0.81
CHOOSE = 0.47
