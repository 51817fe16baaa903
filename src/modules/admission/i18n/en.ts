import type { de } from "./de.ts";

export const en: Readonly<Record<keyof typeof de, string>> = {
  title: "Rush",
  lead: "When very many people want to apply at the same time, for school places or a new subsidy, let them begin in turn. Who is filling in already can always go on.",
  "none.title": "No limit",
  "none.body": "Everybody can begin at any time.",
  "column.leistung": "Service",
  "column.places": "Places",
  "column.at-work": "filling in now",
  "column.waiting": "waiting",
  "column.change": "Change",
  remove: "Remove",
  "new.title": "Set a limit",
  "field.leistung": "Service",
  "field.leistung.error": "Choose a service of your authority.",
  "field.places": "How many may fill in at the same time?",
  "field.places.hint":
    "Counted is who has saved something in the last ten minutes. It counts at once; whoever is more waits on a page of its own.",
  "field.places.error": "Type a number from 1 to 100,000.",
  save: "Save",
  saved: "The limit counts from now on.",
  removed: "The limit is removed.",
  "error-title": "Error: {title}",
};
