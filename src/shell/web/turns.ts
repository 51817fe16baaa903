/** More came than can be served: asked to come again in a moment. Nothing of the request was done. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
}

/**
 * Whose turn is first while not all can be served:
 * - `sending`: somebody saves or sends what they filled in, or comes back from signing in elsewhere
 * - `begun`: a page of somebody who has begun something here, or is signed in; programs
 * - `new`: everybody else
 */
export const urgencies = ["sending", "begun", "new"] as const;
export type Urgency = (typeof urgencies)[number];

/** How many of an urgency may wait, and for how long, before they are asked to come again. */
export type Patience = {
  readonly places: number;
  readonly waitMs: number;
};

/** Lets as many requests begin as the process can serve; the others wait in line. */
export type Turns = {
  /**
   * Resolves when it is this request's turn. Throws `Overloaded` when the line is too long, or the wait was. How urgent it is is asked only when it
   * has to wait.
   */
  wait(urgency: () => Urgency): Promise<void>;
  waiting(): number;
  close(): void;
};

export type TurnsOptions = {
  /** How many more may begin now without waiting for the database. */
  readonly room: () => number;
  readonly patience: Readonly<Record<Urgency, Patience>>;
  /** How often is looked whether there is room again. */
  readonly everyMs: number;
  readonly onRefused?: (urgency: Urgency) => void;
};

type Waiter = {
  readonly since: number;
  readonly begin: () => void;
  readonly refuse: (error: Overloaded) => void;
};

/**
 * What makes an overloaded program useless is work that it begins and cannot finish in time. So a request begins only while few wait for a connection
 * of the database. That line grows with a slow database and with a busy processor alike: both hold connections for longer. It does not grow with
 * an outside service that lets its callers wait, so nobody is refused for one.
 */
export function createTurns(options: TurnsOptions): Turns {
  const { room, everyMs } = options;
  const lines = openLines(options);
  let looking: NodeJS.Timeout | undefined;
  const stopLooking = () => {
    clearInterval(looking);
    looking = undefined;
  };
  const look = () => {
    lines.refuseLate(performance.now());
    lines.letBegin(room());
    if (lines.waiting() === 0) stopLooking();
  };
  return {
    waiting: lines.waiting,
    wait: (urgency) => {
      if (!looking && room() > 0) return Promise.resolve();
      looking ??= setInterval(look, everyMs);
      return lines.join(urgency());
    },
    close: () => {
      lines.refuseLate(Number.POSITIVE_INFINITY);
      stopLooking();
    },
  };
}

/** One for each urgency; in each, who came first is first. */
function openLines({
  patience,
  onRefused = () => undefined,
}: Pick<TurnsOptions, "patience" | "onRefused">) {
  const lines: Readonly<Record<Urgency, Waiter[]>> = {
    sending: [],
    begun: [],
    new: [],
  };
  const refuseLate = (urgency: Urgency, now: number) => {
    const line = lines[urgency];
    while (line[0] && now - line[0].since > patience[urgency].waitMs) {
      line.shift()?.refuse(new Overloaded());
      onRefused(urgency);
    }
  };
  return {
    waiting: () =>
      urgencies.reduce((sum, urgency) => sum + lines[urgency].length, 0),
    join: (urgency: Urgency): Promise<void> => {
      if (lines[urgency].length >= patience[urgency].places) {
        onRefused(urgency);
        return Promise.reject(new Overloaded());
      }
      return new Promise((begin, refuse) => {
        lines[urgency].push({ since: performance.now(), begin, refuse });
      });
    },
    refuseLate: (now: number) => {
      for (const urgency of urgencies) refuseLate(urgency, now);
    },
    letBegin: (places: number) => {
      let left = places;
      for (const urgency of urgencies)
        for (; left > 0 && lines[urgency].length > 0; left -= 1)
          lines[urgency].shift()?.begin();
    },
  };
}
