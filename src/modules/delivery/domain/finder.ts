import type { ConnectorDescription, EnteredOptions } from "./option-field.ts";

/** Finds out who takes a Leistung of a place, where a service outside knows that. */
export type DestinationFinder = {
  /** What is asked, made by `describeOptions`. */
  readonly describe: (locale: "de" | "en") => ConnectorDescription;
  /** Asks and checks what is answered; changes nothing. Throws a ZodError when the query does not fit. */
  find(query: EnteredOptions, signal: AbortSignal): Promise<FoundDestinations>;
};

export type FoundDestinations =
  | {
      readonly kind: "found";
      readonly destinations: readonly FoundDestination[];
    }
  | { readonly kind: "unavailable"; readonly cause: string };

export type FoundDestination = {
  readonly name: string;
  /** Address and contacts, as they are said there. */
  readonly lines: readonly string[];
  /** Why it is not to be taken, a code in kebab-case. Left out: it is genuine and the right one. */
  readonly fault?: string;
  /** Options of a destination that are known by this. */
  readonly options: Readonly<Record<string, string>>;
};
