import QtQuick

// One rectangle of a drawing: [x, y, width, height, radius].
Rectangle {
    property list<real> box: [0, 0, 0, 0, 0]

    x: box[0]
    y: box[1]
    width: box[2]
    height: box[3]
    radius: box[4]
    antialiasing: true
}
