import type { ICruiseOptions, IFlattenedRuleSet } from "dependency-cruiser";

export declare const rulesFor: (
  graph: Readonly<Record<string, readonly string[]>>,
) => IFlattenedRuleSet;

export declare const resolution: NonNullable<
  ICruiseOptions["enhancedResolveOptions"]
>;
