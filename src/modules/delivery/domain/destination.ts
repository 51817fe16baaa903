/** What is entered for a destination: where submissions of some Leistungen go. */
export type DestinationDraft = {
  /** For people, e.g. "Fachverfahren Parken"; unique within the tenant. */
  readonly name: string;
  readonly connectorKey: string;
  /** As entered; the connector parses them. */
  readonly options: Readonly<Record<string, unknown>>;
  /** A disabled destination gets no new deliveries, and waiting ones wait on. */
  readonly isEnabled: boolean;
  /** Slugs of Leistungen, or `*` for all. */
  readonly leistungSlugs: readonly string[];
  /** Left out: as it was, or for a new one as most have it. */
  readonly operation?: DestinationOperation;
};

/** How a destination is treated. */
export type DestinationOperation = {
  /** So many are sent at the same time. */
  readonly concurrency: number;
  /** After so many hours without success a person is told. */
  readonly patienceHours: number;
  /** Who is told; undefined: the office of the portal. */
  readonly officeEmail: string | undefined;
};

export const operationLimits = {
  concurrency: { least: 1, most: 8, usual: 2 },
  patienceHours: { least: 1, most: 720, usual: 48 },
} as const;

/** What a destination's options are encrypted for. */
export const optionsPurpose = (destinationId: string) =>
  `delivery.destination/${destinationId}`;
