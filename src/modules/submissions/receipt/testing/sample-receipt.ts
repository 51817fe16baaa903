import type { ReceiptContent } from "../receipt-content.ts";

const crestSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56"><path d="M3 3h42v28c0 14-9 19-21 23C12 50 3 45 3 31z" fill="#1d4ed8" stroke="#1e293b" stroke-width="2"/><path d="M3 3h42v16H3z" fill="#facc15"/><circle cx="24" cy="34" r="8" fill="#ffffff"/></svg>`;

/** Jürgen Größe applies for a parking permit in Musterstadt. */
export const sampleReceipt: ReceiptContent = {
  locale: "de",
  portal: {
    name: "Landeshauptstadt Musterstadt",
    accentColour: "#0b4f8a",
    crestSvg,
  },
  leistungTitle: "Bewohnerparkausweis beantragen",
  reference: "7K4M-29CF-X3T",
  depositedAt: new Date("2026-03-03T13:05:00Z"),
  contentHash:
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  verificationUrl: "http://musterstadt.localhost:8080/quittung/7K4M-29CF-X3T",
  sections: [
    {
      heading: "Angaben zur Person",
      entries: [
        { label: "Familienname", values: ["Größe"] },
        { label: "Vornamen", values: ["Jürgen Nguyễn Đức"] },
        { label: "Geburtsdatum", values: ["29.02.1980"] },
        { label: "Telefon", values: [] },
      ],
    },
    {
      heading: "Angaben zum Fahrzeug",
      entries: [
        { label: "Amtliches Kennzeichen", values: ["SN-AB 123", "SN-XY 45E"] },
        {
          label: "Begründung",
          values: [
            "Ich wohne seit dem 1. Februar in der Gasse.\nDort gibt es keine Stellplätze für Bewohnerinnen und Bewohner, und der nächste Parkplatz liegt weit entfernt.",
          ],
        },
      ],
    },
  ],
  uploads: [
    {
      filename: "Fahrzeugschein – Vorderseite.pdf",
      sizeBytes: 1_234_567,
      sha256: "ab".repeat(32),
    },
    {
      filename: "Meldebestätigung.jpg",
      sizeBytes: 84_000,
      sha256: "cd".repeat(32),
    },
  ],
  nextSteps: [
    "Wir prüfen Ihren Antrag. Das dauert meist fünf Arbeitstage.",
    "Fehlt etwas, schreiben wir Ihnen.",
    "Sie bekommen den Ausweis mit der Post.",
  ],
  office: {
    name: "Bürgerbüro Musterstadt",
    street: "Am Markt 1",
    postcode: "19000",
    town: "Musterstadt",
    phone: "0385 000-0",
    email: "buergerbuero@musterstadt.example",
    openingHours: [
      { days: "Mo bis Mi", hours: "8:00 bis 16:00 Uhr" },
      { days: "Do", hours: "8:00 bis 18:00 Uhr" },
    ],
  },
  machineReadable: [
    {
      filename: "antrag.json",
      mediaType: "application/json",
      content: '{"familienname":"Größe"}',
    },
  ],
};
