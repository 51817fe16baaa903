import { packageWords } from "../../../modules/delivery/output.ts";

const facts = `Vorgangsnummer: {reference}
Leistung: {leistung}
Eingegangen: {submittedAt}

Im Anhang:
{files}

Kennung der Zustellung: {deliveryId}
Prüfsumme des Antrags: {hash}
Kommt diese Kennung ein zweites Mal an, ist es derselbe Antrag.
`;

export const de = {
  title: "Verschlüsselte E-Mail (S/MIME)",
  about:
    "Sendet jeden Antrag mit allen Anlagen an ein Postfach des Amtes. Nur das Amt kann die E-Mail öffnen.",
  "option.to": "Postfach des Amtes",
  "hint.to":
    "Zum Beispiel parken@schwerin.de, nicht die Adresse einer einzelnen Person.",
  "option.certificate": "Zertifikat des Postfachs",
  "hint.certificate":
    "Das öffentliche S/MIME-Zertifikat als Text (PEM), mit einem RSA-Schlüssel ab 2048 Bit. Steht eine Adresse darin, muss es die des Postfachs sein.",
  "option.padding": "Verfahren für den Schlüssel",
  "hint.padding":
    "Ältere E-Mail-Programme können nur das zweite Verfahren lesen.",
  "choice.padding.oaep": "RSAES-OAEP mit SHA-256, empfohlen",
  "choice.padding.pkcs1": "RSA nach PKCS #1 v1.5",
  "option.maxMegabytes": "Höchste Größe aller Dateien in Megabyte",
  "hint.maxMegabytes":
    "1 bis 50. Die E-Mail ist fast doppelt so groß wie ihre Dateien. Größere Anträge werden nicht gekürzt, sondern Ihnen zur Klärung vorgelegt.",
  ...packageWords.de,
  "option.formats": "Dateien im Anhang",
  subject: "Neuer Antrag {reference}, verschlüsselt",
  text: `Guten Tag,

im Portal ist ein neuer Antrag für Sie eingegangen.

${facts}`,
  "correction.subject": "Korrektur zum Antrag {reference}, verschlüsselt",
  "correction.text": `Guten Tag,

im Portal hat jemand auf Ihre Rückfrage hin Angaben eines Antrags korrigiert oder ergänzt. Die Dateien ersetzen die früheren.

${facts}`,
  "test.subject": "Test {reference}, verschlüsselt: bitte nicht bearbeiten",
  "test.text": `Guten Tag,

dies ist ein Test. Es gibt keinen Antrag, und Sie müssen nichts tun. Können Sie diesen Text lesen, kommen auch Anträge lesbar an.

${facts}`,
};
