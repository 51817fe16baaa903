/** What the generated Vorgänge are about. All people are invented. */

export type Kind = { readonly slug: string; readonly title: string };

/** The first ones come more often. */
export const leistungen: readonly Kind[] = [
  ["bewohnerparkausweis", "Bewohnerparkausweis"],
  ["hundesteuer", "Hund anmelden (Hundesteuer)"],
  ["wohngeld", "Wohngeld"],
  ["geburtsurkunde", "Geburtsurkunde"],
  ["gewerbeanmeldung", "Gewerbe anmelden"],
  ["kfz-zulassung", "Kfz-Zulassung"],
  ["fuehrerschein-umtausch", "Führerschein umtauschen"],
  ["veranstaltung", "Veranstaltung auf öffentlichen Flächen"],
  ["unterhaltsvorschuss", "Unterhaltsvorschuss"],
  ["schuelerbefoerderung", "Schülerbeförderung"],
  ["baugenehmigung", "Baugenehmigung"],
  ["brauchtumsfeuer", "Brauchtumsfeuer anzeigen"],
].map(([slug = "", title = ""]) => ({ slug, title }));

export const givenNames: readonly string[] =
  "Anna Ben Clara David Emma Finn Greta Hannes Ida Jonas Käthe Leon Mia Noah Olga Paul Romy Samir Tilda Umut Vera Willi Xenia Yusuf Zoe Björn Jördis Özlem Łukasz Nguyen Svenja Torben Ulrike Viktor Wiebke Ahmed Birgit Cem Dörte Enno".split(
    " ",
  );

const roots =
  "Acker Berg Birken Dorn Eichen Feld Graben Hagen Hol Jäger Kirch Linden Mühl Nord Ober Peters Rosen Sand Schön Stein Tal Unter Wald Weiden Winter".split(
    " ",
  );
const ends =
  "mann feld bach hof berg stedt au holz brink kamp müller schulz".split(" ");

/** 600 family names: each is in one Vorgang of a few hundred. */
export const familyNames: readonly string[] = [
  ..."Müller Schmidt Schulz Meyer Krüger Hoffmann Schröder Lange Peters Yilmaz Großmann Weiß".split(
    " ",
  ),
  ...roots.flatMap((root) => ends.map((end) => `${root}${end}`)),
  ...roots.flatMap((root) => ends.map((end) => `${root}er-${end}`)),
].slice(0, 600);

export const streets: readonly string[] =
  "Hauptstraße Bahnhofstraße Schulstraße Gartenweg Dorfstraße Lindenallee Am Markt Seeblick Werderstraße Puschkinstraße Kirchweg Ringstraße".split(
    " ",
  );

export const town = "Musterstadt";
