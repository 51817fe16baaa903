import { defineTexts } from "../../../../platform/i18n/texts.ts";

/** What to do about a place. */
export const locationErrors = {
  de: {
    "required-location":
      "Beschreiben Sie bei „{label}“ den Ort in Worten, oder setzen Sie einen Punkt.",
    "required-location-area":
      "Beschreiben Sie bei „{label}“ die Fläche in Worten, oder setzen Sie ihre Ecken.",
    location: "Geben Sie „{label}“ noch einmal ein.",
    "location-coordinates":
      "Die Koordinaten bei „{label}“ können wir nicht lesen. Geben Sie sie so ein: 53.6288, 11.4148",
    "location-corners":
      "Eine Fläche hat mindestens drei Ecken. Fügen Sie bei „{label}“ weitere hinzu, jede in einer eigenen Zeile.",
  },
  en: {
    "required-location":
      "Describe the place at “{label}” in words, or set a point.",
    "required-location-area":
      "Describe the area at “{label}” in words, or set its corners.",
    location: "Enter “{label}” once more.",
    "location-coordinates":
      "We cannot read the coordinates at “{label}”. Enter them like this: 53.6288, 11.4148",
    "location-corners":
      "An area has at least three corners. Add more at “{label}”, each in a line of its own.",
  },
};

/** Words at a place and at its map. Those with `{…}` in the map's part are filled in by the browser. */
export const locationTexts = defineTexts(
  {
    words: "Ort in Worten",
    hint: "Eine Beschreibung in Worten genügt, zum Beispiel: Puschkinstraße, auf dem Gehweg vor dem Dom. Genauer wird es mit einem Punkt auf der Karte oder mit Koordinaten.",
    "hint.area":
      "Eine Beschreibung in Worten genügt, zum Beispiel: die Wiese zwischen Rathaus und Mühlbach. Genauer wird es mit Ecken auf der Karte oder mit Koordinaten.",
    coordinates: "Koordinaten",
    "coordinates.area": "Koordinaten der Ecken",
    "coordinates.hint": "Breite und Länge, zum Beispiel 53.6288, 11.4148",
    "coordinates.hint.area":
      "Breite und Länge, eine Ecke je Zeile, zum Beispiel 53.6288, 11.4148",
    "shown.area": "Fläche mit {count} Ecken: {corners}",
    "map.name": "Karte",
    "map.help":
      "Verschieben Sie die Karte, bis das Fadenkreuz auf dem Ort steht: mit den Pfeiltasten oder den Knöpfen. Eingabetaste setzt den Punkt, Entf entfernt ihn.",
    "map.help.area":
      "Verschieben Sie die Karte, bis das Fadenkreuz auf einer Ecke steht: mit den Pfeiltasten oder den Knöpfen. Eingabetaste fügt die Ecke hinzu, Entf entfernt die letzte.",
    "map.set": "Punkt hier setzen",
    "map.set.area": "Ecke hier hinzufügen",
    "map.remove": "Punkt entfernen",
    "map.remove.area": "Letzte Ecke entfernen",
    "map.up": "Nach Norden",
    "map.down": "Nach Süden",
    "map.left": "Nach Westen",
    "map.right": "Nach Osten",
    "map.in": "Vergrößern",
    "map.out": "Verkleinern",
    "map.no-pictures":
      "Für diese Karte sind keine Kartenbilder installiert. Sie zeigt ein Gitter der Koordinaten und bekannte Orte.",
    "map.none": "Noch kein Punkt gesetzt.",
    "map.none.area": "Noch keine Ecke gesetzt.",
    "map.state": "Punkt gesetzt: {coordinates}",
    "map.state.area": "{count} Ecken gesetzt, zuletzt {coordinates}",
    "map.at": "Fadenkreuz: {coordinates}",
  },
  {
    words: "Place in words",
    hint: "A description in words is enough, for example: Puschkinstraße, on the pavement in front of the cathedral. A point on the map or coordinates make it more precise.",
    "hint.area":
      "A description in words is enough, for example: the meadow between town hall and stream. Corners on the map or coordinates make it more precise.",
    coordinates: "Coordinates",
    "coordinates.area": "Coordinates of the corners",
    "coordinates.hint": "Latitude and longitude, for example 53.6288, 11.4148",
    "coordinates.hint.area":
      "Latitude and longitude, one corner in each line, for example 53.6288, 11.4148",
    "shown.area": "Area with {count} corners: {corners}",
    "map.name": "Map",
    "map.help":
      "Move the map until the crosshair is on the place: with the arrow keys or the buttons. Enter sets the point, Delete removes it.",
    "map.help.area":
      "Move the map until the crosshair is on a corner: with the arrow keys or the buttons. Enter adds the corner, Delete removes the last one.",
    "map.set": "Set point here",
    "map.set.area": "Add corner here",
    "map.remove": "Remove point",
    "map.remove.area": "Remove last corner",
    "map.up": "North",
    "map.down": "South",
    "map.left": "West",
    "map.right": "East",
    "map.in": "Zoom in",
    "map.out": "Zoom out",
    "map.no-pictures":
      "No map pictures are installed for this map. It shows a grid of coordinates and known places.",
    "map.none": "No point set yet.",
    "map.none.area": "No corner set yet.",
    "map.state": "Point set: {coordinates}",
    "map.state.area": "{count} corners set, the last {coordinates}",
    "map.at": "Crosshair: {coordinates}",
  },
);
