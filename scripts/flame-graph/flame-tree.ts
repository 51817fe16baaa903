import { z } from "zod";

/** What V8 writes with `--cpu-prof`, as far as it is read here. */
export const cpuProfile = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        /** From 0. */
        lineNumber: z.number(),
      }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  /** Microseconds between a sample and the one before. */
  timeDeltas: z.array(z.number()),
});
type CpuProfile = z.infer<typeof cpuProfile>;

/** A function as called from its parent, with the time it and all it called took. */
export type Frame = {
  readonly name: string;
  readonly micros: number;
  readonly selfMicros: number;
  readonly children: readonly Frame[];
};

/** Waiting is no work: it would fill the picture of a server that is not at its limit. */
const waiting = new Set(["(idle)"]);

/** The calls of a profile as a tree, the longest first, without the time the process waited. */
export function frameTree(
  profile: CpuProfile,
  shortUrl: (url: string) => string,
): Frame {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const self = new Map<number, number>();
  profile.samples.forEach((id, index) => {
    // A delta is the time before its sample, so that a sample lasts until the next one.
    const micros = profile.timeDeltas[index + 1] ?? 0;
    self.set(id, (self.get(id) ?? 0) + Math.max(0, micros));
  });
  const frame = (id: number): Frame => {
    const node = nodes.get(id);
    if (!node) throw new Error(`The profile has no node ${String(id)}`);
    const { functionName, url, lineNumber } = node.callFrame;
    const children = (node.children ?? [])
      .map(frame)
      .filter(({ name, micros }) => micros > 0 && !waiting.has(name))
      .toSorted((one, other) => other.micros - one.micros);
    const selfMicros = self.get(id) ?? 0;
    const place =
      url === "" ? "" : ` ${shortUrl(url)}:${String(lineNumber + 1)}`;
    return {
      name: `${functionName === "" ? "(anonymous)" : functionName}${place}`,
      selfMicros,
      micros: children.reduce((sum, { micros }) => sum + micros, selfMicros),
      children,
    };
  };
  const root = profile.nodes[0];
  if (!root) throw new Error("The profile is empty");
  return frame(root.id);
}

/** How long each function ran itself, wherever it was called from; the longest first. */
export function selfTimes(
  tree: Frame,
): { readonly name: string; readonly micros: number }[] {
  const times = new Map<string, number>();
  const add = ({ name, selfMicros, children }: Frame): void => {
    times.set(name, (times.get(name) ?? 0) + selfMicros);
    children.forEach(add);
  };
  add(tree);
  return [...times]
    .map(([name, micros]) => ({ name, micros }))
    .toSorted((one, other) => other.micros - one.micros);
}
