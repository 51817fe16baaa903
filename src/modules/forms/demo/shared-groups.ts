import type { FormGroup } from "../domain/form-definition.ts";
import { date, group, optional, text } from "./build-form.ts";

/** Who applies. Every demo form asks for it in the same words. */
export const applicant: FormGroup = group("antragsteller", "Ihre Angaben", [
  text("vorname", "Vorname", {
    autocomplete: "given-name",
    help: "Alle Vornamen wie im Ausweis.",
  }),
  text("familienname", "Familienname", { autocomplete: "family-name" }),
  date("geburtsdatum", "Geburtsdatum", { autocomplete: "bday" }),
  // Who comes to the counter may have none.
  text("email", "E-Mail", {
    ...optional,
    format: "email",
    autocomplete: "email",
    maxLength: 254,
    help: "An diese Adresse schreiben wir, wenn es etwas Neues gibt.",
  }),
  text("telefon", "Telefon", {
    ...optional,
    format: "phone",
    autocomplete: "tel",
    maxLength: 30,
    help: "Für Rückfragen am Tag.",
  }),
]);

/** A German address; `own` addresses can be filled in by the browser. */
export const ownAddress: FormGroup = group("anschrift", "Ihre Anschrift", [
  text("strasse", "Straße", {
    format: "street",
    autocomplete: "address-line1",
  }),
  text("hausnummer", "Hausnummer", {
    maxLength: 10,
    help: "Mit Zusatz, zum Beispiel 12 a.",
  }),
  text("postleitzahl", "Postleitzahl", {
    format: "postcode",
    autocomplete: "postal-code",
    pattern: "[0-9]{5}",
    maxLength: 5,
    example: "19053",
  }),
  text("ort", "Ort", { format: "town", autocomplete: "address-level2" }),
]);
