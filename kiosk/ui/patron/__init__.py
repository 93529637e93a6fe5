"""The patron's touch interface in Qt Quick."""
