import {
  addUp,
  countedOnly,
  ofProcess,
} from "../../platform/metrics/add-up.ts";
import type { Family } from "../../platform/metrics/metrics.ts";
import { serveMetrics } from "../../platform/http-server/serve-metrics.ts";
import { writeMetrics } from "../../platform/metrics/write-metrics.ts";
import {
  handOverFigures,
  takeFigures,
} from "../../platform/process/group-figures.ts";
import { isGroupMember } from "../../platform/process/group-member.ts";
import { shareAnswer } from "../../platform/values/share-answer.ts";
import { readDatabaseMetrics } from "./database-metrics.ts";
import type { Services } from "../services.ts";
import type { ProcessMetrics } from "./process-metrics.ts";

export type OpenMetrics = {
  stop(): Promise<void>;
};

/** Counting goes over the whole queue: however many programs are asked, it is done once in this time. */
const countedForMs = 10_000;

/**
 * Lets figures be read at an address of their own, which no visitor reaches. Of several web processes behind one port each hands its figures to the one
 * that runs them, so that a scrape finds the sum, whichever of them ended since.
 */
export async function openMetrics(
  {
    settings,
    database,
    clock,
  }: Pick<Services, "settings" | "database" | "clock">,
  measured: ProcessMetrics | undefined,
): Promise<OpenMetrics | undefined> {
  if (!settings.metricsListen || !measured) return undefined;
  if (isGroupMember()) {
    const handing = handOverFigures(() => measured.metrics.snapshot());
    return {
      stop: () => {
        handing.stop();
        measured.stop();
        return Promise.resolve();
      },
    };
  }
  const group = figuresOfGroup();
  const ofDatabase = shareAnswer(countedForMs, () =>
    readDatabaseMetrics(database, { now: clock(), maxAgeMs: countedForMs }),
  );
  const server = await serveMetrics(settings.metricsListen, async () =>
    writeMetrics([
      ...addUp([
        ofProcess(measured.metrics.snapshot(), "main"),
        ...group.snapshots(),
      ]),
      ...(await ofDatabase()),
    ]),
  );
  return {
    stop: async () => {
      group.stop();
      measured.stop();
      await server.close();
    },
  };
}

function figuresOfGroup() {
  const latest = new Map<number, readonly Family[]>();
  let ended: readonly Family[] = [];
  const taking = takeFigures({
    onFigures: (processId, figures) => {
      if (isSnapshot(figures)) latest.set(processId, figures);
    },
    onEnd: (processId) => {
      ended = addUp([ended, countedOnly(latest.get(processId) ?? [])]);
      latest.delete(processId);
    },
  });
  return {
    snapshots: () => [
      ended,
      ...[...latest].map(([processId, figures]) =>
        ofProcess(figures, String(processId)),
      ),
    ],
    stop: () => {
      taking.stop();
    },
  };
}

/** It comes of the same program: enough to tell it from nothing. */
function isSnapshot(figures: unknown): figures is readonly Family[] {
  return Array.isArray(figures);
}
