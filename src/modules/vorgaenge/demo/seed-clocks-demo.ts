import type { Context } from "../../../platform/context/context.ts";
import type { ClockRule } from "../domain/clock-rule.ts";
import type { StateNames } from "../domain/state-names.ts";
import { listClocks, setClock } from "../use-cases/clock-rules.ts";

const usual = {
  period: undefined,
  onQuestion: "stops",
  warningDays: 3,
  land: "MV",
} as const satisfies Partial<ClockRule>;

const clocks: readonly {
  readonly leistungSlug: string;
  readonly rule: ClockRule;
  readonly names: StateNames;
}[] = [
  {
    leistungSlug: "bewohnerparkausweis",
    rule: { ...usual, targetDays: 10 },
    names: new Map(),
  },
  {
    leistungSlug: "hundesteuer",
    rule: { ...usual, targetDays: 20, warningDays: 5 },
    names: new Map(),
  },
  {
    leistungSlug: "geburtsurkunde",
    rule: { ...usual, targetDays: 5, warningDays: 2 },
    names: new Map([
      [
        "in-progress",
        {
          de: "Urkunde wird ausgestellt",
          en: "Certificate is being issued",
        },
      ],
      [
        "decided",
        { de: "Urkunde ist ausgestellt", en: "Certificate has been issued" },
      ],
    ]),
  },
  {
    leistungSlug: "veranstaltung",
    rule: {
      ...usual,
      targetDays: 30,
      warningDays: 7,
      period: {
        count: 3,
        unit: "months",
        legalBasis: "§ 75 VwGO",
        approvesBySilence: false,
      },
    },
    names: new Map([
      [
        "in-progress",
        {
          de: "Wird mit den Fachämtern abgestimmt",
          en: "Being agreed with other departments",
        },
      ],
    ]),
  },
  {
    leistungSlug: "jagdschein",
    rule: {
      ...usual,
      targetDays: 15,
      period: {
        count: 3,
        unit: "months",
        legalBasis: "§ 75 VwGO",
        approvesBySilence: false,
      },
    },
    names: new Map(),
  },
];

/** How long a demo authority may take for its Leistungen; what is set already stays. */
export async function seedClocksDemo(
  context: Context,
  slugs: readonly string[],
): Promise<void> {
  const set = await listClocks(context);
  for (const clock of clocks)
    if (
      set.ok &&
      !set.value.rules.has(clock.leistungSlug) &&
      slugs.includes(clock.leistungSlug)
    )
      await setClock(context, clock);
}
