import { createTurns, type Turns, type Urgency } from "../shell/web/turns.ts";
import type { Services } from "./services.ts";

/** So many may wait for a connection: enough that none is ever without work, few enough that nobody waits there for long. */
const waitingAtMost = 20;
const toldEveryMs = 60_000;

export type TurnsInput = Pick<Services, "database" | "logger"> & {
  readonly onRefused?: ((urgency: Urgency) => void) | undefined;
};

/**
 * Requests begin while the database keeps up. Who is new is asked to come again after three seconds; who saves or sends waits for up to half a minute
 * before that happens, and is served before all others.
 */
export function openTurns({
  database,
  logger,
  onRefused = () => undefined,
}: TurnsInput): Turns {
  const tell = tellOfRefused(logger);
  return createTurns({
    room: () => waitingAtMost - database.waiting(),
    everyMs: 10,
    patience: {
      sending: { places: 2_000, waitMs: 30_000 },
      begun: { places: 1_000, waitMs: 10_000 },
      new: { places: 500, waitMs: 3_000 },
    },
    onRefused: (urgency) => {
      onRefused(urgency);
      tell();
    },
  });
}

/** One line when it begins, and one a minute as long as it lasts. */
function tellOfRefused(logger: Services["logger"]): () => void {
  let refused = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    refused += 1;
    const now = performance.now();
    if (now - toldAt < toldEveryMs) return;
    logger.warn(
      { refused },
      "more visitors than this process can serve: some are asked to come again",
    );
    toldAt = now;
    refused = 0;
  };
}
