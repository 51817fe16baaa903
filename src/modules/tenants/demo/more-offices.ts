import { citizenOfficeHours, specialistHours } from "./demo-hours.ts";
import type { OfficeLine } from "./office-line.ts";

const byAppointment = "Bitte vereinbaren Sie vorher einen Termin.";

const health: OfficeLine = [
  "gesundheitsamt",
  "Gesundheitsamt",
  "Hier geht es um Impfungen, Belehrungen und die Gesundheit von Kindern.",
  specialistHours,
  byAppointment,
];
const foreigners: OfficeLine = [
  "auslaenderbehoerde",
  "Ausländerbehörde",
  "Hier geht es um Aufenthalt und Einbürgerung.",
  specialistHours,
  byAppointment,
];
const environment: OfficeLine = [
  "umweltamt",
  "Umwelt und Natur",
  "Hier geht es um Wasser, Boden, Bäume und Tiere in der Natur.",
  specialistHours,
];

/** Schwerin is a county of its own. */
export const countyOfficesOfSchwerin: readonly OfficeLine[] = [
  [
    "kfz-behoerde",
    "Kfz-Zulassung und Führerscheine",
    "Hier melden Sie Fahrzeuge an und bekommen den Führerschein.",
    citizenOfficeHours,
    byAppointment,
  ],
  [
    "ordnungsamt",
    "Ordnungsamt",
    "Hier geht es um Waffen, Lärm und Sicherheit.",
    specialistHours,
  ],
  [
    "bauordnung",
    "Bauordnung und Denkmalpflege",
    "Hier beantragen Sie eine Baugenehmigung.",
    specialistHours,
    byAppointment,
  ],
  [
    "sozialamt",
    "Soziales und Pflege",
    "Hier geht es um Hilfen zum Leben und zur Pflege.",
    specialistHours,
  ],
  [
    "jugendamt",
    "Jugendamt",
    "Hier geht es um Unterhalt, Elterngeld und Hilfen für Familien.",
    specialistHours,
  ],
  health,
  foreigners,
  environment,
];

export const furtherOfficesOfCounty: readonly OfficeLine[] = [
  [
    "veterinaeramt",
    "Veterinär- und Lebensmittelamt",
    "Hier geht es um Tiere und um Betriebe mit Lebensmitteln.",
    specialistHours,
  ],
  health,
  foreigners,
  environment,
];
