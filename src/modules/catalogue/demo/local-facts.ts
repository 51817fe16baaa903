import type { LocalFacts } from "./demo-leistung.ts";

const smallTownHall: LocalFacts["offices"] = {
  parking: "ordnungsamt",
  events: "ordnungsamt",
  trade: "ordnungsamt",
  tax: "kaemmerei",
  registry: "standesamt",
  citizens: "buergerbuero",
  housing: "buergerbuero",
};

export const schwerin: LocalFacts = {
  place: "Schwerin",
  movedTo: "nach Schwerin",
  parkingFeeCents: 6_000,
  parkingZones: "in einer der Parkzonen der Innenstadt",
  parkingDays: 5,
  eventFeeCents: 8_000,
  eventLeadWeeks: 6,
  tradeFeeCents: 3_100,
  certificateFeeCents: 1_500,
  housingWeeks: 8,
  offices: {
    parking: "verkehrsbehoerde",
    events: "verkehrsbehoerde",
    trade: "gewerbeamt",
    tax: "steuerabteilung",
    registry: "standesamt",
    citizens: "buergerbuero",
    housing: "wohngeldstelle",
  },
};

export const ludwigslust: LocalFacts = {
  place: "Ludwigslust",
  movedTo: "nach Ludwigslust",
  parkingFeeCents: 3_070,
  parkingZones: "in der Parkzone Schloßstraße oder Bahnhof",
  parkingDays: 4,
  eventFeeCents: 4_500,
  eventLeadWeeks: 4,
  tradeFeeCents: 2_600,
  certificateFeeCents: 1_500,
  housingWeeks: 6,
  offices: smallTownHall,
};

export const neustadtGlewe: LocalFacts = {
  place: "Neustadt-Glewe",
  movedTo: "nach Neustadt-Glewe",
  parkingFeeCents: 2_500,
  parkingZones: "in der Altstadt innerhalb der Wallanlagen",
  parkingDays: 3,
  eventFeeCents: 3_000,
  eventLeadWeeks: 4,
  tradeFeeCents: 2_500,
  certificateFeeCents: 1_500,
  housingWeeks: 5,
  offices: smallTownHall,
};

export const grabow: LocalFacts = {
  place: "Grabow",
  movedTo: "nach Grabow",
  parkingFeeCents: 2_400,
  parkingZones: "rund um den Markt",
  parkingDays: 3,
  eventFeeCents: 2_500,
  eventLeadWeeks: 3,
  tradeFeeCents: 2_500,
  certificateFeeCents: 1_500,
  housingWeeks: 5,
  offices: smallTownHall,
};

export const parchimerUmland: LocalFacts = {
  place: "einer Gemeinde des Amtes Parchimer Umland",
  movedTo: "in eine Gemeinde des Amtes Parchimer Umland",
  parkingFeeCents: 0,
  parkingZones: "",
  parkingDays: 0,
  eventFeeCents: 2_000,
  eventLeadWeeks: 4,
  tradeFeeCents: 2_000,
  certificateFeeCents: 1_500,
  housingWeeks: 6,
  offices: smallTownHall,
};
