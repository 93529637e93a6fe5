import QtQuick

// Holds an item to a mirror: the whole glass where a language runs from right to left, and once more
// what is read as it is or stands for something real, which so comes out as drawn.
Scale {
    required property Item image

    origin.x: image.width / 2
    xScale: -1
}
