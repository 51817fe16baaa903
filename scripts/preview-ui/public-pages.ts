import { html, type SafeHtml } from "../../src/platform/html/html.ts";
import { accordion } from "../../src/ui/accordion.ts";
import { breadcrumb } from "../../src/ui/breadcrumb.ts";
import { buttonRow, linkButton } from "../../src/ui/button.ts";
import { card, cardGrid } from "../../src/ui/card.ts";
import { definitionRows, lines } from "../../src/ui/definition-rows.ts";
import { pageHeading } from "../../src/ui/heading.ts";
import { hero } from "../../src/ui/hero.ts";
import { searchForm } from "../../src/ui/search-form.ts";
import { columns, section } from "../../src/ui/section.ts";
import { textBlock } from "../../src/ui/text-block.ts";

const locale = "de";

const cards: readonly SafeHtml[] = [
  card({
    level: 3,
    title: "Bewohnerparkausweis",
    href: "/leistung",
    preline: "Verkehr",
    body: "Parken vor der eigenen Haustür, für ein Jahr.",
  }),
  card({
    level: 3,
    title: "Hundesteuer: Hund anmelden",
    href: "#",
    preline: "Steuern",
    body: "Innerhalb von zwei Wochen nach der Anschaffung.",
  }),
  card({
    level: 3,
    title: "Geburtsurkunde",
    href: "#",
    preline: "Familie",
    body: "Urkunde bestellen und nach Hause schicken lassen.",
  }),
  card({
    level: 3,
    title: "Gewerbeanmeldung",
    href: "#",
    preline: "Wirtschaft",
    body: "Ein Gewerbe beginnen oder übernehmen.",
  }),
  card({
    level: 3,
    title: "Veranstaltung anmelden",
    href: "#",
    preline: "Freizeit",
    body: "Fest, Markt oder Umzug im Freien.",
  }),
];

export function startPage(): SafeHtml {
  return html`${hero({
    title: "Was möchten Sie erledigen?",
    lead: "Anträge stellen und Auskünfte finden: rund um die Uhr, ohne Weg ins Amt.",
    body: searchForm({
      action: "/leistungen",
      name: "q",
      label: "Leistung suchen",
      hint: "Zum Beispiel: Parkausweis, Hund anmelden, Geburtsurkunde",
      buttonLabel: "Suchen",
    }),
    linksLabel: "Häufig gesucht",
    links: [
      { label: "Bewohnerparkausweis", href: "/leistung" },
      { label: "Hund anmelden", href: "#" },
      { label: "Geburtsurkunde", href: "#" },
      { label: "Gewerbe anmelden", href: "#" },
    ],
  })}
  ${section({
    title: "Beliebte Leistungen",
    isWide: true,
    body: cardGrid(cards),
  })}
  ${section({
    title: "Wer ist für mich zuständig?",
    body: html`${textBlock("Wählen Sie Ihr Amt, oder rufen Sie uns an.")}${linkButton({ label: "Ämter und Kontakt", href: "/aemter", variant: "secondary" })}`,
  })}`;
}

export function leistungPage(): SafeHtml {
  return html`${breadcrumb({
    parents: [
      { label: "Start", href: "/" },
      { label: "Leistungen", href: "/leistungen" },
    ],
    current: "Bewohnerparkausweis",
    locale,
  })}
  ${pageHeading({ preline: "Verkehr", title: "Bewohnerparkausweis", lead: "Mit dem Ausweis parken Sie in Ihrem Wohngebiet ohne Parkschein." })}
  ${columns({
    main: html`${buttonRow(linkButton({ label: "Antrag online stellen", href: "/formular" }))}
    ${section({ title: "Was Sie brauchen", body: textBlock("- Fahrzeugschein als Foto oder PDF\n- Hauptwohnung im Parkgebiet\n- Kennzeichen") })}
    ${section({ title: "Wie es weitergeht", body: textBlock("Wir prüfen Ihren Antrag und schicken Ihnen den Ausweis mit der Post.\n\nÜblich sind 5 Arbeitstage.") })}
    ${section({ title: "Rechtliches", body: html`${accordion({ title: "Rechtsgrundlagen", body: textBlock("§ 45 Absatz 1b Straßenverkehrs-Ordnung (StVO)") })}${accordion({ title: "Widerspruch", body: textBlock("Sie können innerhalb eines Monats Widerspruch einlegen.") })}` })}`,
    aside: definitionRows([
      { term: "Gebühr", value: "30,70 € im Jahr" },
      { term: "Bearbeitung", value: "5 Arbeitstage" },
      {
        term: "Zuständig",
        value: lines([
          "Straßenverkehrsbehörde",
          "Am Hafen 2",
          "19000 Musterstadt",
        ]),
      },
      {
        term: "Öffnungszeiten",
        value: lines(["Mo, Di: 08:00–16:00", "Do: 08:00–18:00"]),
      },
    ]),
    asideLabel: "Auf einen Blick",
  })}`;
}
