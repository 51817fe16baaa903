import { html, type SafeHtml } from "../../../../platform/html/html.ts";
import { accordion } from "../../../../ui/accordion.ts";
import { radios } from "../../../../ui/radios.ts";
import { section } from "../../../../ui/section.ts";
import { select, type Option } from "../../../../ui/select.ts";
import { textInput } from "../../../../ui/text-input.ts";
import { textarea } from "../../../../ui/textarea.ts";
import {
  emptyContent,
  typedLanguages,
  typedLeistung,
} from "../../domain/typed/leistung-form.ts";
import type { TextModule } from "../../domain/content/leistung-content.ts";
import { placeOfInput } from "../../domain/typed/typed-rows.ts";
import { editorTexts } from "../../i18n/texts.ts";
import type { EditorFormInput } from "./editor-form-input.ts";
import { inputProps, isSituationInput } from "./editor-labels.ts";
import { rowInputs } from "./editor-rows.ts";
import {
  levelOptions,
  maturityOptions,
  structureOptions,
} from "./figure-options.ts";

export type { EditorFormInput };

const groups = [
  ["first", ["whatToDo", "summary", "description"]],
  ["needed", ["prerequisites", "documents"]],
  ["facts", ["feeText", "deadlineText", "processingText"]],
  ["how", ["procedure", "afterSending", "notes", "furtherInformation"]],
  ["law", ["legalBases", "remedies"]],
  ["access", ["easyLanguage"]],
  ["more", ["formText", "contact", "responsibleBody", "author"]],
] as const satisfies readonly (readonly [string, readonly TextModule[]])[];

/** All inputs of a Leistung: its name first, then the text modules in groups with the figures that belong to them, then where it can be done. */
export function editorInputs(input: EditorFormInput): SafeHtml {
  const t = editorTexts(input.locale);
  return html`${section({ title: t("group.name"), body: nameInputs(input), isWide: true })}
    <div class="kern-accordion-group portal-wide">
      ${groups.map(([group, modules]) =>
        foldedGroup(input, {
          title: t(`group.${group}`),
          fields: modules.flatMap((module) => [
            ...(figuresOf[module]?.fields ?? []),
            ...inEachLanguage(module),
          ]),
          isOpen: group === "first",
          body: html`${modules.map((module) => moduleInputs(input, module))}`,
        }),
      )}
      ${foldedGroup(input, {
        title: t("group.ways"),
        fields: wayFields,
        isOpen: false,
        body: wayInputs(input),
      })}
      ${foldedGroup(input, {
        title: t("group.directory"),
        fields: directoryFields,
        isOpen: false,
        body: directoryInputs(input),
      })}
    </div>`;
}

/** Figures that say the same as the words of a module, or belong to it; they stand above. */
const figuresOf: Readonly<
  Partial<
    Record<
      TextModule,
      {
        readonly fields: readonly string[];
        readonly body: (input: EditorFormInput) => SafeHtml;
      }
    >
  >
> = {
  feeText: {
    fields: ["fees"],
    body: (input) => rowInputs(input, "fees"),
  },
  deadlineText: {
    fields: ["deadlines"],
    body: (input) => rowInputs(input, "deadlines"),
  },
  processingText: {
    fields: ["processingTime"],
    body: (input) =>
      textInput({ ...commonOf(input, "processingTime"), width: 20 }),
  },
  easyLanguage: {
    fields: ["signLanguageVideos"],
    body: (input) => rowInputs(input, "signLanguageVideos"),
  },
};

const inEachLanguage = (name: string) =>
  typedLanguages.map((language) => `${name}-${language}`);

/** Says how much is in it, and is open where there is something to look at. */
function foldedGroup(
  { typed, errors, contested, touched, locale }: EditorFormInput,
  group: {
    readonly title: string;
    readonly fields: readonly string[];
    readonly isOpen: boolean;
    readonly body: SafeHtml;
  },
): SafeHtml {
  const count = group.fields.filter(
    (field) => (typed.get(field) ?? "").trim() !== (nothing.get(field) ?? ""),
  ).length;
  const told = new Set([
    ...contested,
    ...errors.map(({ field }) => placeOfInput(field)?.group ?? field),
    ...(touched ? [touched.group] : []),
  ]);
  const needsLook = group.fields.some((field) => told.has(field));
  return accordion({
    title: editorTexts(locale)("edit.filled", { title: group.title, count }),
    body: group.body,
    isOpen: group.isOpen || needsLook,
  });
}

const nothing = typedLeistung(emptyContent);

/** What all kinds of inputs have in common. */
function commonOf(input: EditorFormInput, field: string) {
  const { typed, contested, locale } = input;
  const isContested = contested.includes(field);
  return {
    ...(isContested && { error: editorTexts(locale)("conflict.field") }),
    ...inputProps(field, input),
    value: typed.get(field) ?? "",
  };
}

function nameInputs(input: EditorFormInput): SafeHtml {
  const line = (field: string) => textInput(commonOf(input, field));
  const choice = (field: string) =>
    select({
      ...commonOf(input, field),
      isOptional: field !== "amt" && field !== "thema",
      options: withChosen(input, field),
      isLong: true,
    });
  const pair = (...inputs: readonly SafeHtml[]) =>
    html`<div class="portal-pair">${inputs}</div>`;
  return html`${pair(...inEachLanguage("titel").map(line))}
  ${pair(...inEachLanguage("kurz").map(line))}
  ${pair(choice("amt"), choice("thema"))}
  ${pair(choice("thema2"), choice("thema3"))}
  ${pair(line("stichwoerter"), line("schluessel"))}
  ${pair(line("von"), line("bis"))}`;
}

/** Offices or topics; what was chosen stays, also where it is gone. */
function withChosen(input: EditorFormInput, field: string): readonly Option[] {
  const known = isSituationInput(field) ? input.situations : input.offices;
  const value = input.typed.get(field) ?? "";
  if (value === "" || known.some((it) => it.value === value)) return known;
  const label = editorTexts(input.locale)("option.gone", { name: value });
  return [...known, { value, label }];
}

function moduleInputs(input: EditorFormInput, module: TextModule): SafeHtml {
  return html`${figuresOf[module]?.body(input)}
    <div class="portal-pair">
      ${inEachLanguage(module).map((field) => {
        const common = commonOf(input, field);
        return textarea({ ...common, rows: rowsFor(common.value) });
      })}
    </div>`;
}

const rowsFor = (text: string) =>
  Math.min(24, 4 + text.split("\n").length + Math.floor(text.length / 90));

const wayFields = [
  ...[
    "belongsToCommunes",
    "onlineServices",
    "assuranceLevel",
    "onlineMaturity",
  ],
  ...["forms", "termin", "termin-adresse"],
];

function wayInputs(input: EditorFormInput): SafeHtml {
  const t = editorTexts(input.locale);
  return html`${radios({
      ...commonOf(input, "belongsToCommunes"),
      options: [
        { value: "", label: t("option.belongsToCommunes.leer") },
        { value: "ja", label: t("option.belongsToCommunes.ja") },
      ],
    })}
    <div class="portal-pair">
      ${select({ ...commonOf(input, "assuranceLevel"), options: levelOptions(input.locale) })}
      ${select({ ...commonOf(input, "onlineMaturity"), options: maturityOptions(input.locale) })}
    </div>
    ${rowInputs(input, "onlineServices")} ${rowInputs(input, "forms")}
    ${radios({
      ...commonOf(input, "termin"),
      options: [
        { value: "ja", label: t("option.termin.ja") },
        { value: "nein", label: t("option.termin.nein") },
        { value: "", label: t("option.termin.leer") },
      ],
    })}
    ${textInput(commonOf(input, "termin-adresse"))}`;
}

const directoryFields = [
  ...["officialTitle-de", "officialTitle-en", "furtherLeikaKeys"],
  ...["structure", "typing", "sdgAreas"],
];

function directoryInputs(input: EditorFormInput): SafeHtml {
  const line = (field: string) => textInput(commonOf(input, field));
  return html`<div class="portal-pair">
      ${inEachLanguage("officialTitle").map(line)}
    </div>
    <div class="portal-pair">
      ${line("furtherLeikaKeys")}
      ${select({
        ...commonOf(input, "structure"),
        options: structureOptions(input.locale),
        emptyLabel: editorTexts(input.locale)("option.none"),
      })}
    </div>
    ${rowInputs(input, "typing")} ${rowInputs(input, "sdgAreas")}`;
}
