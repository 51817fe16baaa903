import type { Person } from "./applications.ts";

const schwerinStreets = [
  "Lübecker Straße",
  "Wismarsche Straße",
  "Goethestraße",
  "Schelfstraße",
  "Puschkinstraße",
  "Obotritenring",
  "Hamburger Allee",
  "Werderstraße",
  "Severinstraße",
  "Lärchenallee",
] as const;

const names = [
  ["Anna", "Lehmann"],
  ["Mehmet", "Yıldız"],
  ["Sabine", "Krüger"],
  ["Thomas", "Wegner"],
  ["Olena", "Kovalenko"],
  ["Frank", "Schröder"],
  ["Ingrid", "Möller"],
  ["Ahmad", "Haddad"],
  ["Katja", "Brandt"],
  ["Lukas", "Vogel"],
  ["Marianne", "Fuchs"],
  ["Piotr", "Nowak"],
  ["Christin", "Behrens"],
  ["Stefan", "Jahn"],
  ["Fatima", "El Amrani"],
  ["Jürgen", "Paulsen"],
  ["Laura", "Engel"],
  ["Dieter", "Winkler"],
  ["Nguyen Thi", "Lan"],
  ["Birgit", "Thiel"],
  ["Robert", "Hagen"],
  ["Silke", "Arndt"],
  ["Tobias", "Kern"],
  ["Heidrun", "Pohl"],
  ["Daniel", "Sommer"],
  ["Renate", "Ziegler"],
  ["Paul", "Lorenz"],
  ["Gesa", "Hinrichs"],
  ["Sven", "Albrecht"],
  ["Miriam", "Roth"],
  ["Holger", "Bauer"],
  ["Elif", "Kaya"],
  ["Werner", "Busch"],
  ["Julia", "Kramer"],
  ["Arne", "Clausen"],
  ["Doris", "Seidel"],
  ["Felix", "Graf"],
  ["Antje", "Lange"],
  ["Marco", "Rossi"],
  ["Ute", "Bergmann"],
  ["Kai", "Martens"],
  ["Nadine", "Horn"],
  ["Rolf", "Dietrich"],
  ["Sophie", "Böhm"],
  ["Jan", "Voigt"],
  ["Petra", "Sauer"],
  ["Oliver", "Kuhn"],
  ["Maike", "Jansen"],
] as const;

const pad = (number: number) => String(number).padStart(2, "0");

/** Invented people of Schwerin; always the same for a number. */
export function schweriner(number: number): Person {
  const name = names[number % names.length] ?? names[0];
  const street = schwerinStreets[number % schwerinStreets.length] ?? "";
  const year = 1949 + ((number * 7) % 53);
  return {
    name,
    born: `${String(year)}-${pad(1 + (number % 12))}-${pad(1 + ((number * 5) % 28))}`,
    street: [street, String(1 + ((number * 13) % 94))],
    town: [number % 3 === 0 ? "19055" : "19053", "Schwerin"],
    ...(number % 2 === 0 ? { phone: `0385 555-3${pad(number)}` } : {}),
  };
}

/** The same people, living elsewhere. */
export const livingIn = (
  person: Person,
  street: Person["street"],
  town: Person["town"],
): Person => ({ ...person, street, town });
