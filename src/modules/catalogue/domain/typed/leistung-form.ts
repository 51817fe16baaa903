import type { FormError, FormFault, TypedLeistung } from "./form-error.ts";
import {
  textModules,
  type InLanguages,
  type LeistungContent,
  type TextModule,
} from "../content/leistung-content.ts";
import { readFigures } from "./read-figures.ts";
import { typedFigures, type FigureInput } from "./typed-figures.ts";
import { placeOfInput } from "./typed-rows.ts";
import { dayOf, typedDay } from "./typed-day.ts";
import {
  isAllowedAddress,
  markupOf,
  refusedAddresses,
  typedOf,
} from "./typed-text.ts";

export type { FormError, FormFault, TypedLeistung };

/** Languages that are typed side by side. Other ones of a text stay. */
export const typedLanguages = ["de", "en"] as const;
type TypedLanguage = (typeof typedLanguages)[number];

/** All text modules in the order of the page. */
const moduleNames: readonly TextModule[] = Object.keys(textModules).filter(
  (key): key is TextModule => key in textModules,
);

/** How many situations are chosen in the form; further ones stay. */
export const situationInputs = ["thema", "thema2", "thema3"] as const;

/** The choices that exist in the portal. */
export type FormChoices = {
  readonly offices: readonly string[];
  readonly situations: readonly string[];
};

const longestLine = 300;
const longestModule = 50_000;

/** A Leistung that says nothing yet. */
export const emptyContent: LeistungContent = {
  title: { de: "" },
  teaser: { de: "" },
  assuranceLevel: "none",
  onlineMaturity: 0,
  situations: [],
  keywords: [],
  officeSlug: "",
};

/** What the form shows of a content. */
export function typedLeistung(content: LeistungContent): TypedLeistung {
  const inEach = (name: string, texts: InLanguages | undefined) =>
    typedLanguages.map(
      (language) => [`${name}-${language}`, texts?.[language] ?? ""] as const,
    );
  const figures = typedFigures(content);
  const shown = (...names: readonly FigureInput[]) =>
    names.map((name) => [name, figures[name]] as const);
  const modules = moduleNames.flatMap((module) => [
    ...shown(...(figuresAbove[module] ?? [])),
    ...inEach(module, content[module]).map(
      ([name, markup]) => [name, typedOf(markup)] as const,
    ),
  ]);
  const { appointment } = content;
  return new Map<string, string>([
    ...inEach("titel", content.title),
    ...inEach("kurz", content.teaser),
    ["amt", content.officeSlug],
    ...situationInputs.map(
      (name, index) => [name, content.situations[index] ?? ""] as const,
    ),
    ["stichwoerter", content.keywords.join(", ")],
    ["schluessel", content.leikaKey ?? ""],
    ["von", typedDay(content.validFrom)],
    ["bis", typedDay(content.validUntil)],
    ...modules,
    ["termin", appointment ? (appointment.needed ? "ja" : "nein") : ""],
    ["termin-adresse", appointment?.url ?? ""],
    ...shown("onlineServices", "assuranceLevel", "onlineMaturity", "forms"),
    ...shown("signLanguageVideos", "officialTitle-de", "officialTitle-en"),
    ...shown("furtherLeikaKeys", "structure", "typing", "sdgAreas"),
    ...shown("belongsToCommunes"),
  ]);
}

/** Figures that stand above the words about the same. */
const figuresAbove: Readonly<
  Partial<Record<TextModule, readonly FigureInput[]>>
> = {
  feeText: ["fees"],
  deadlineText: ["deadlines"],
  processingText: ["processingTime"],
};

/** The content that was typed over `before`, and everything that is wrong with it. What the form does not show stays. */
export function readLeistung(
  typed: TypedLeistung,
  before: LeistungContent,
  choices: FormChoices,
): {
  readonly content: LeistungContent;
  readonly errors: readonly FormError[];
} {
  const reader = new Reader(typed);
  const modules = moduleNames.map(
    (module) => [module, reader.module(module, before[module])] as const,
  );
  const { figures, errors } = readFigures(typed, before);
  const content: LeistungContent = {
    ...before,
    title: reader.line("titel", before.title),
    teaser: reader.line("kurz", before.teaser),
    ...Object.fromEntries(modules),
    officeSlug: reader.office(before, choices.offices),
    situations: reader.situations(before, choices.situations),
    keywords: reader.words("stichwoerter"),
    leikaKey: reader.key("schluessel"),
    appointment: reader.appointment(),
    ...figures,
    ...reader.validity(),
  };
  return {
    content: withoutAbsent(content),
    errors: inOrder([...reader.errors, ...errors]),
  };
}

const order = [...typedLeistung(emptyContent).keys()];

function inOrder(errors: readonly FormError[]): FormError[] {
  const placeOf = ({ field }: FormError) =>
    order.indexOf(placeOfInput(field)?.group ?? field);
  return errors.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Keys without a value are left out, as in the database. */
function withoutAbsent(content: LeistungContent): LeistungContent {
  const kept: LeistungContent = { ...content };
  for (const [key, value] of Object.entries(content))
    if (value === undefined) Reflect.deleteProperty(kept, key);
  return kept;
}

class Reader {
  readonly errors: FormError[] = [];
  readonly #typed: TypedLeistung;

  constructor(typed: TypedLeistung) {
    this.#typed = typed;
  }

  #text(name: string): string {
    return (this.#typed.get(name) ?? "").trim();
  }

  #fault(field: string, fault: FormFault, part = ""): void {
    this.errors.push({ field, fault, part });
  }

  line(name: string, before: InLanguages): InLanguages {
    for (const language of typedLanguages)
      if (this.#text(`${name}-${language}`).length > longestLine)
        this.#fault(`${name}-${language}`, "too-long", String(longestLine));
    const german = this.#text(`${name}-de`);
    if (german === "") this.#fault(`${name}-de`, "missing");
    return this.#translated(before, {
      de: german,
      en: this.#text(`${name}-en`),
    });
  }

  /** Texts of other languages stay; an empty one goes. */
  #translated(
    before: InLanguages | undefined,
    { de, en }: Record<TypedLanguage, string>,
  ): InLanguages {
    const others = Object.entries(before ?? {}).filter(
      ([language]) => language !== "de" && language !== "en",
    );
    return { ...Object.fromEntries(others), ...(en !== "" && { en }), de };
  }

  module(
    module: TextModule,
    before: InLanguages | undefined,
  ): InLanguages | undefined {
    const [de, en] = typedLanguages.map((language) => {
      const name = `${module}-${language}`;
      const typed = this.#text(name);
      if (typed.length > longestModule)
        this.#fault(name, "too-long", String(longestModule));
      const [address] = refusedAddresses(typed);
      if (address !== undefined) this.#fault(name, "address", address);
      return markupOf(typed, before?.[language]);
    });
    if (!de && !en) return undefined;
    if (!de) this.#fault(`${module}-de`, "german-missing");
    return this.#translated(before, { de: de ?? "", en: en ?? "" });
  }

  /** One of those there are. What was chosen before may stay though it is gone, and what came without an office or a topic may do without. */
  #choice(name: string, known: readonly string[]): string {
    const chosen = this.#text(name);
    if (chosen !== "" && !known.includes(chosen)) this.#fault(name, "unknown");
    return chosen;
  }

  office(before: LeistungContent, known: readonly string[]): string {
    const chosen = this.#choice("amt", [...known, before.officeSlug]);
    const isNeeded = isNew(before) || before.officeSlug !== "";
    if (chosen === "" && isNeeded) this.#fault("amt", "missing");
    return chosen;
  }

  situations(before: LeistungContent, known: readonly string[]): string[] {
    const all = [...known, ...before.situations];
    const chosen = situationInputs.map((name) => this.#choice(name, all));
    const isNeeded = isNew(before) || before.situations.length > 0;
    if (chosen[0] === "" && isNeeded) this.#fault("thema", "missing");
    return this.#withFurther(chosen, before.situations);
  }

  #withFurther(chosen: readonly string[], before: readonly string[]): string[] {
    const further = before.slice(situationInputs.length);
    return [...new Set([...chosen, ...further])].filter((key) => key !== "");
  }

  words(name: string): string[] {
    const words = this.#text(name)
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== "");
    return [...new Set(words)];
  }

  key(name: string): string | undefined {
    const key = this.#text(name).replaceAll(/\s/g, "");
    if (key === "") return undefined;
    if (!/^99\d{12}$/.test(key)) this.#fault(name, "key");
    return key;
  }

  appointment(): LeistungContent["appointment"] {
    const url = this.#text("termin-adresse");
    const chosen = this.#text("termin");
    if (url !== "" && !isAllowedAddress(url))
      this.#fault("termin-adresse", "address", url);
    if (chosen !== "ja" && chosen !== "nein") {
      if (url !== "") this.#fault("termin", "missing");
      return undefined;
    }
    return { needed: chosen === "ja", ...(url !== "" && { url }) };
  }

  validity(): Pick<LeistungContent, "validFrom" | "validUntil"> {
    const [validFrom, validUntil] = ["von", "bis"].map((name) => {
      const typed = this.#text(name);
      const day = dayOf(typed);
      if (typed !== "" && day === undefined) this.#fault(name, "day");
      return day;
    });
    const isTurned =
      validFrom !== undefined &&
      validUntil !== undefined &&
      validUntil < validFrom;
    if (isTurned) this.#fault("bis", "days-turned");
    return { validFrom, validUntil };
  }
}

const isNew = ({ title }: LeistungContent) => title.de === "";
