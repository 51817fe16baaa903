/* eslint-disable max-lines -- the whole model in one place */
/**
 * The inner model of a form, whatever it came from (XDatenfelder, written here, later the editor).
 * Immutable once stored; `formatVersion` grows only when old readers would misunderstand.
 * The same shape as JSON Schema: `../form-definition.schema.json`.
 */
export type FormDefinition = {
  readonly formatVersion: 1;
  /** Id of the form, for FIM the Stammdatenschema's: `S05000058`. Also the name of the root element in XML. */
  readonly key: string;
  /** Version of the content as its editors count: `1.0`. */
  readonly version: string;
  readonly title: string;
  readonly description?: string;
  readonly provenance: FormProvenance;
  /** In the order they are filled in; never empty. */
  readonly pages: readonly FormPage[];
  /** Rules in free German that no program applies yet; editors translate them. */
  readonly untranslatedRules: readonly FreeTextRule[];
  /** Rules of the source that conditions, computations or checks of this form already apply. */
  readonly translatedRules?: readonly FreeTextRule[];
  /** What must hold between fields. */
  readonly checks?: readonly Check[];
  /** Asked before the form: may this person apply here? */
  readonly precheck?: Precheck;
  /** What one should have at hand, one line each. */
  readonly documents?: readonly string[];
  /** How long filling in takes; absent: estimated from the number of fields. */
  readonly minutes?: number;
  readonly translations?: Translations;
};

/**
 * An expression in CEL (Common Expression Language). Elements are named by their key, characters other than letters, digits and `_`
 * written as `_`; a name is looked up in the group the rule stands in, then outward.
 */
export type Rule = string;

/** A statement about several fields that must hold, with what to do when it does not. */
export type Check = {
  /** Unique in the form. */
  readonly id: string;
  readonly rule: Rule;
  readonly message: string;
  /** Element at which the message stands: keys joined by dots. The rule is evaluated in each occurrence of its parent. */
  readonly elementPath: string;
};

/** Questions before the form, ending in one of the outcomes: the first whose rule holds. */
export type Precheck = {
  readonly questions: readonly FormField[];
  readonly outcomes: readonly PrecheckOutcome[];
};

export type PrecheckOutcome = {
  readonly when: Rule;
  readonly kind: "can-apply" | "need-first" | "other-authority";
  readonly text: string;
  /** Where to go instead: a path of this portal, or an address that begins with https://. */
  readonly link?: { readonly label: string; readonly href: string };
};

/** Where a form comes from. Kept so that everybody can check what the portal shows against its source. */
export type FormProvenance = {
  /** `own` for forms written in this project. */
  readonly standard: "xdatenfelder-2.0" | "xdatenfelder-3.0.0" | "own";
  readonly status: ReleaseStatus;
  /** When the source document was made, ISO 8601. */
  readonly createdAt?: string;
  readonly releasedOn?: string;
  readonly publisher?: string;
  readonly legalBasis?: string;
  /** What only the source standard knows of the form as a whole, as in `ElementSource`. */
  readonly details?: Readonly<Record<string, string>>;
  /** Overlays applied to the source, from the installation down to the authority. */
  readonly overlays?: readonly OverlayReference[];
};

/** Which overlay of which authority went into a form. */
export type OverlayReference = {
  readonly authority: string;
  readonly version: number;
};

/** Freigabestatus. The first three are of XDatenfelder 2.0, the others of 3.0.0 (code list `urn:xoev-de:xprozess:codeliste:status`, 1 to 8). */
export type ReleaseStatus =
  | "in-preparation"
  | "active"
  | "inactive"
  | "planned"
  | "in-progress"
  | "draft"
  | "released-methodically"
  | "released-silver"
  | "released-gold"
  | "marked-for-deletion";

/** One step of the online form: either one top-level group, or top-level fields that stand next to each other. */
export type FormPage = {
  /** Stands in the address of the step; unique in the form. */
  readonly key: string;
  /** Absent for a page of loose fields: the screen then uses a general title. */
  readonly title?: string;
  /** Shown below the heading. */
  readonly help?: string;
  /** The page is left out while this does not hold. */
  readonly visibleWhen?: Rule;
  readonly elements: readonly FormElement[];
};

export type FormElement = FormGroup | FormField;

export type FormGroup = ElementBase & {
  readonly kind: "group";
  /** Set where the source gives the group no heading of its own: its fields appear as if they stood in the parent. */
  readonly hideLabel?: true;
  /** Auswahlgruppe: exactly one of the elements is answered; the applicant says first which one. @see XDatenfelder 3.0.0, Gruppenart X */
  readonly choice?: true;
  readonly elements: readonly FormElement[];
};

export type FormField =
  | TextField
  | DateField
  | NumberField
  | BooleanField
  | SelectField
  | CountryField
  | ConsentField
  | TimeField
  | DateTimeField
  | LocationField
  | FileField
  | LabelField;

/** A field somebody fills in. */
export type InputField = Exclude<FormField, LabelField>;

type ElementBase = {
  /** Stable id, unique among its siblings; no dots. For FIM the element's id. */
  readonly key: string;
  readonly label: string;
  readonly help?: string;
  readonly cardinality: Cardinality;
  /** Left out, with what was answered in it, while this does not hold. */
  readonly visibleWhen?: Rule;
  readonly source?: ElementSource;
};

/** What every field has, whatever its type. */
export type FieldBase = ElementBase & {
  readonly kind: "field";
  /** Value of HTML's `autocomplete`, so that the browser can offer what it knows (WCAG 1.3.5). */
  readonly autocomplete?: string;
  /** Required while this holds, also where the cardinality begins with 0. */
  readonly requiredWhen?: Rule;
  /** The value is worked out from others: shown, never typed. */
  readonly computed?: Rule;
  /** `locked`: shown, but nobody can change its value. `hidden`: carried along unseen. @see XDatenfelder 3.0.0, Feldart */
  readonly entry?: "locked" | "hidden";
  /** Value in canonical form that the field begins with; of a locked or hidden field the only one. */
  readonly initialValue?: string;
  readonly prefill?: Prefill;
  /** What the field says of the place that the application is about, where that is not where the applicant lives. */
  readonly place?: PlacePart;
};

/**
 * Part of the place that decides who is responsible: that of an object (a building plot, a market) or one that is chosen. `ars`: the answer, or the
 * code of the option, is a Regionalschlüssel of 12 digits. `none`: nothing, whatever the form it came from says.
 */
export type PlacePart = (typeof placeParts)[number];

export const placeParts = [
  "none",
  "ars",
  "postcode",
  "town",
  "street",
] as const;

/** Where a first value may come from. A verified value of a locked field cannot be changed by the applicant. */
export type Prefill = { readonly source: PrefillSource };

/** `today`: the day the application is begun. `none`: nothing, whatever the field looks like. */
export type PrefillSource = "today" | "none" | AccountSource;

/** Of the signed-in person or organisation. */
export type AccountSource = (typeof accountSources)[number];

/** What an account may hold, as fields ask for it: a day of birth whole or in its parts. @see OZG § 8 */
export const accountSources = [
  "account.family-name",
  "account.birth-name",
  "account.given-names",
  "account.academic-title",
  "account.date-of-birth",
  "account.day-of-birth",
  "account.month-of-birth",
  "account.year-of-birth",
  "account.place-of-birth",
  "account.nationality",
  "account.street",
  "account.house-number",
  "account.postcode",
  "account.town",
  "account.country",
  "account.email",
  "account.phone",
  "account.organisation-name",
] as const;

/** How often an element may occur within one occurrence of its parent. `max: null` is "any number". */
export type Cardinality = { readonly min: number; readonly max: number | null };

/** The element in its source standard. */
export type ElementSource = {
  readonly id: string;
  readonly version?: string;
  readonly status?: FormProvenance["status"];
  readonly legalBasis?: string;
  /** What only the source standard knows, by the name of its element; kept so that the form can be exported again. */
  readonly details?: Readonly<Record<string, string>>;
};

type LengthLimits = {
  /** In Unicode code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
};

export type TextField = FieldBase &
  LengthLimits & {
    readonly dataType: "text";
    /** Regular expression in the dialect of XML Schema; matches the whole value. */
    readonly pattern?: string;
    /** Shown in the message when the value does not match: `SN-AB 123`. */
    readonly example?: string;
    readonly format?: TextFormat;
    readonly multiline?: true;
  };

/** What a text is; decides how it is read, checked and shown. */
export type TextFormat = (typeof textFormats)[number];

/** All formats of a text, for the schema of stored forms. */
export const textFormats = [
  "email",
  "phone",
  "postcode",
  "town",
  "street",
  "house-number",
  "person-name",
  "iban",
  "bic",
  "licence-plate",
  "tax-id",
] as const;

/** Stored as `2026-12-31`. */
export type DateField = FieldBase & {
  readonly dataType: "date";
  /** Canonical dates, both allowed themselves. */
  readonly minDate?: string;
  readonly maxDate?: string;
};

/** Stored as `08:30`. */
export type TimeField = FieldBase & { readonly dataType: "time" };

/** Stored as `2026-12-31T08:30`: time of the clock on the wall. */
export type DateTimeField = FieldBase & { readonly dataType: "datetime" };

/** Stored as the code of ISO 3166-1 with two letters: `DE`. */
export type CountryField = FieldBase & { readonly dataType: "country" };

/** A statement to agree to; stored as `true`. Required ones lead on only when ticked. */
export type ConsentField = FieldBase & {
  readonly dataType: "consent";
  /** What is agreed to, next to the box. */
  readonly content: string;
};

/** A place on the map, or in words. Stored as a GeoJSON Feature whose geometry may be null and whose property `description` holds the words. @see RFC 7946 */
export type LocationField = FieldBase & {
  readonly dataType: "location";
  readonly shape: "point" | "area";
};

/** Stored with a decimal point; `currency` with two decimals; plain digits of a `number` as typed, zeros in front included. */
export type NumberField = FieldBase &
  LengthLimits & {
    readonly dataType: "number" | "integer" | "currency";
    readonly minValue?: number;
    readonly maxValue?: number;
    /** Shown behind the input: `m²`, `kg`. */
    readonly unit?: string;
  };

/** Stored as `true` or `false`. */
export type BooleanField = FieldBase & { readonly dataType: "boolean" };

/** Stored as the option's code. */
export type SelectField = FieldBase & {
  readonly dataType: "select";
  readonly options: readonly Option[];
  readonly codeList?: CodeListReference;
};

export type Option = {
  readonly code: string;
  readonly label: string;
  readonly help?: string;
};

/** The code list the options were taken from, so that a receiver can name it. */
export type CodeListReference = {
  readonly urn: string;
  readonly version: string;
};

export type FileField = FieldBase & {
  readonly dataType: "file";
  readonly maxBytes: number;
  readonly mediaTypes: readonly MediaType[];
};

/** The most that a file may have: what browsers bring up to here in any network, and uploads store. */
export const largestFileBytes = 100_000_000;

/** What a file may be, for the schema of stored forms. */
export const mediaTypes = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/tiff",
  "image/heic",
  "text/plain",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
] as const;

export type MediaType = (typeof mediaTypes)[number];

/** Text to read between the fields; nothing to fill in. */
export type LabelField = FieldBase & {
  readonly dataType: "label";
  readonly content: string;
};

export type FreeTextRule = {
  readonly id: string;
  readonly text: string;
  /** Element the rule hangs on: keys joined by dots; empty for the whole form. */
  readonly elementPath: string;
  /** What only the source standard knows (typ, param, ziel, skript, fehler), kept for the export. */
  readonly details?: Readonly<Record<string, string>>;
};

/**
 * Texts in other languages: by element path (keys joined by dots; empty for the form itself, `page:<key>` for a page, `check:<id>` for a
 * check, `precheck:<key>` for a question before the form, `outcome:<place>` for what it ends in), then by language (BCP 47). `de-simple`
 * is Leichte Sprache.
 */
export type Translations = Readonly<
  Record<string, Readonly<Record<string, TranslatedTexts>>>
>;

export type TranslatedTexts = {
  /** Of a check the message, of a page or the form the title, of an outcome the words of its link. */
  readonly label?: string;
  readonly help?: string;
  readonly content?: string;
  /** By option code. */
  readonly options?: Readonly<Record<string, string>>;
  readonly optionHelps?: Readonly<Record<string, string>>;
  /** Of a text, for the message when the value does not match. */
  readonly example?: string;
  /** Of a number. */
  readonly unit?: string;
  /** Of the form itself: what one should have at hand, in the order it has them in. */
  readonly documents?: readonly string[];
};
