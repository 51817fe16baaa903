/** What an invented person wrote in an invented portal. Only German: it is data. */
export const de = {
  portal: "Serviceportal Nordlicht (erfunden)",
  leistung: "Unterhaltsvorschuss",
  upload: "Geburtsurkunde Muster.pdf",
  data: `<?xml version="1.0" encoding="UTF-8"?>
<Unterhaltsvorschuss xmlns="urn:xoev-de:fim:standard:xfall:s17000652_1.2">
  <Antragsteller>
    <Vorname>Leonore</Vorname>
    <Familienname>Nordmann</Familienname>
    <Telefon>03871 555 0147</Telefon>
  </Antragsteller>
  <Kind>
    <Vorname>Jonte</Vorname>
    <Familienname>Nordmann</Familienname>
    <Geburtsdatum>2021-04-17</Geburtsdatum>
    <LebtBeiAntragsteller>true</LebtBeiAntragsteller>
  </Kind>
  <AndererElternteil>
    <Familienname>Sörensen</Familienname>
    <ZahltUnterhalt>unregelmäßig</ZahltUnterhalt>
    <LetzteZahlung>2026-08-03</LetzteZahlung>
  </AndererElternteil>
  <Vorgangsnummer>{number}</Vorgangsnummer>
</Unterhaltsvorschuss>`,
};
