import {
  choice,
  computedMoney,
  date,
  file,
  form,
  group,
  integer,
  optional,
  page,
  text,
  yesNo,
} from "../demo/build-form.ts";
import type { FormDefinition, FormGroup } from "../domain/form-definition.ts";
import { allFieldTypes } from "./all-field-types.ts";

const address = (key: string, extras: Partial<FormGroup> = {}): FormGroup => ({
  ...group(key, "Anschrift", [
    text("strasse", "Straße", { format: "street" }),
    text("plz", "Postleitzahl", { format: "postcode" }),
    text("ort", "Ort", { format: "town" }),
  ]),
  ...extras,
});

/** One child or more, each with any number of carers. */
const children: FormGroup = {
  ...group("kind", "Kind", [
    text("vorname", "Vorname", { format: "person-name" }),
    date("geburt", "Geburtsdatum", { maxDate: "2020-12-31" }),
    {
      ...group("betreuung", "Betreuung", [
        text("wer", "Einrichtung"),
        integer("stunden", "Stunden in der Woche", {
          minValue: 1,
          maxValue: 60,
        }),
      ]),
      cardinality: { min: 0, max: null },
    },
  ]),
  cardinality: { min: 1, max: 4 },
};

const conditional = form("Bedingungen", "Musterantrag mit Bedingungen", {
  description: "",
  legalBasis: "",
  pages: [
    page("wer", "Wer beantragt?", [
      choice("art", "Sie beantragen als", [
        { code: "p", label: "Privatperson" },
        { code: "u", label: "Unternehmen" },
      ]),
      text("firma", "Name des Unternehmens", { visibleWhen: "art == 'u'" }),
      address("privat", { visibleWhen: "art == 'p'" }),
      address("sitz", { visibleWhen: "art == 'u'" }),
      yesNo("post", "Soll die Post an eine andere Anschrift gehen?"),
      address("postanschrift", { visibleWhen: "post" }),
      text("telefon", "Telefon", {
        ...optional,
        format: "phone",
        requiredWhen: "art == 'u'",
      }),
    ]),
    {
      ...page("kinder", "Kinder", [
        children,
        integer("monate", "Monate", { minValue: 1, maxValue: 12 }),
        computedMoney("zuschuss", "Zuschuss", { computed: "monate * 20" }),
      ]),
      visibleWhen: "art == 'p'",
    },
    page("nachweis", "Nachweis", [
      {
        ...group("weg", "Wie weisen Sie es nach?", [
          file("foto", "Foto", { mediaTypes: ["image/jpeg"] }),
          group("zeuge", "Jemand bezeugt es", [
            text("name", "Name der Person", { format: "person-name" }),
            { ...date("am", "Gesehen am"), dataType: "datetime" },
          ]),
        ]),
        choice: true,
      },
      text("kennung", "Kennung", { entry: "hidden", initialValue: "K1" }),
      text("stelle", "Stelle", { entry: "locked", initialValue: "Amt 1" }),
    ]),
  ],
});

/** Questions that come and go with the answers, repeat in each other and are called alike, then a field of every type. */
export const conditionalForm: FormDefinition = {
  ...conditional,
  pages: [...conditional.pages, ...allFieldTypes.pages],
};
