import type { SaveTextInput } from "../use-cases/save-text.ts";

export type DemoText = Omit<SaveTextInput, "id" | "seenVersion">;

/** Of the installation: what every authority may use as it is. */
export const baseTexts: readonly DemoText[] = [
  {
    kind: "module",
    name: "Kontakt",
    leistungSlug: undefined,
    subject: "",
    body: "Haben Sie Fragen? Rufen Sie uns an ({{Telefon}}), oder schreiben Sie uns ({{E-Mail}}). Nennen Sie dabei das Aktenzeichen {{Aktenzeichen}}.",
  },
  {
    kind: "remedy",
    name: "Widerspruch",
    leistungSlug: undefined,
    subject: "",
    body: "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch erheben. Richten Sie ihn schriftlich, elektronisch nach § 3a Abs. 2 VwVfG oder zur Niederschrift an: {{Absender}}.",
  },
  {
    kind: "remedy",
    name: "Widerspruch (Kommunalabgaben)",
    leistungSlug: undefined,
    subject: "",
    body: "Gegen diesen Bescheid können Sie innerhalb eines Monats nach seiner Bekanntgabe Widerspruch erheben (§§ 69, 70 VwGO). Richten Sie ihn schriftlich oder zur Niederschrift an: {{Absender}}. Der Widerspruch schiebt die Zahlung nicht auf (§ 80 Abs. 2 Satz 1 Nr. 1 VwGO).",
  },
  {
    kind: "letter",
    name: "Bewilligung, allgemein",
    leistungSlug: undefined,
    subject: "Bewilligung: {{Leistung}}",
    body: "Guten Tag {{Antragstellende Person}},\n\nwir bewilligen Ihren Antrag vom {{Eingangsdatum}}.\n\n## Gründe\n\nDie Voraussetzungen liegen vor.\n\n{{Baustein: Kontakt}}\n\nMit freundlichen Grüßen\n{{Sachbearbeitung}}",
  },
];

const parkingGrant = `Guten Tag {{Antragstellende Person}},

Sie haben am {{Eingangsdatum}} einen Bewohnerparkausweis beantragt. Wir entscheiden:

1. Sie erhalten einen Bewohnerparkausweis für das Fahrzeug mit dem Kennzeichen {{Kennzeichen}}.
2. Der Ausweis gilt vom {{Ab wann soll er gelten?}} bis {{Gültig bis}}.
3. Sie zahlen eine Gebühr von {{Gebühr}}.

## Was Sie beachten müssen

- Legen Sie den Ausweis gut lesbar hinter die Windschutzscheibe.
- Der Ausweis gilt auf den Plätzen für Bewohner in Ihrem Wohngebiet. Einen bestimmten Platz sichert er nicht zu.
- Ziehen Sie um, oder wechselt Ihr Fahrzeug? Sagen Sie uns das sofort.

## Gründe

Sie wohnen in dem Gebiet und sind dort gemeldet. Damit liegen die Voraussetzungen vor (§ 45 Abs. 1b Nr. 2a StVO). Die Gebühr folgt aus § 6a Abs. 5a StVG und unserer Gebührenordnung.

{{Baustein: Kontakt}}

Mit freundlichen Grüßen
{{Sachbearbeitung}}`;

const parkingRefusal = `Guten Tag {{Antragstellende Person}},

Sie haben am {{Eingangsdatum}} einen Bewohnerparkausweis für das Kennzeichen {{Kennzeichen}} beantragt. Wir lehnen den Antrag ab. Gebühren fallen nicht an.

## Gründe

Einen Bewohnerparkausweis bekommt, wer in dem Gebiet wohnt und dort gemeldet ist (§ 45 Abs. 1b Nr. 2a StVO). Das trifft bei Ihnen nach unserem Melderegister nicht zu.

Vor dieser Entscheidung haben wir Ihnen Gelegenheit gegeben, sich zu äußern (§ 28 VwVfG).

{{Baustein: Kontakt}}

Mit freundlichen Grüßen
{{Sachbearbeitung}}`;

const parking = "bewohnerparkausweis";

/** Of one authority, for its parking permits. */
export const parkingTexts: readonly (DemoText & {
  readonly outcome: "granted" | "refused";
})[] = [
  {
    outcome: "granted",
    kind: "letter",
    name: "Bewohnerparkausweis: Bewilligung",
    leistungSlug: parking,
    subject: "Bewohnerparkausweis für {{Kennzeichen}}",
    body: parkingGrant,
  },
  {
    outcome: "refused",
    kind: "letter",
    name: "Bewohnerparkausweis: Ablehnung",
    leistungSlug: parking,
    subject: "Ablehnung Ihres Antrags auf einen Bewohnerparkausweis",
    body: parkingRefusal,
  },
];
