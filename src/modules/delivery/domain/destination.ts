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
};

/** What a destination's options are encrypted for. */
export const optionsPurpose = (destinationId: string) =>
  `delivery.destination/${destinationId}`;
