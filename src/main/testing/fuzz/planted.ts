import type { FuzzTarget } from "./run-target.ts";

/** Readers that each break one promise: a run that does not notice them is worth nothing. New ones each time, as two of them remember. */
export function plantedTargets(): readonly FuzzTarget[] {
  return [
    {
      name: "throws",
      samples: [Buffer.from("<a>b</a>")],
      read: (input) => {
        if (input.includes("]]>")) throw new TypeError("planted");
      },
    },
    hanging(),
    leaking(),
  ];
}

function hanging(): FuzzTarget {
  let isHeld = false;
  return {
    name: "hangs",
    samples: [Buffer.from("aaaaaaaaaaaa")],
    read: (input) => {
      if (!input.includes("((((")) return;
      if (isHeld) return;
      isHeld = true;
      const begun = process.cpuUsage();
      // Thousands of steps between two looks at the clock of the processor.
      for (let step = 1, spent = 0; spent < 1_600_000; step += 1)
        if (step % 100_000 === 0) spent = process.cpuUsage(begun).user;
    },
  };
}

function leaking(): FuzzTarget {
  const kept: Buffer[] = [];
  return {
    name: "leaks",
    samples: [Buffer.from("a")],
    read: (input) =>
      void kept.push(Buffer.from(input.toString("hex").repeat(9_999))),
  };
}

/** Breaks its promise behind six conditions one after the other: nobody comes by them all at once by chance. */
export function hiddenTarget(): FuzzTarget {
  return {
    name: "throws behind six conditions",
    samples: [Buffer.from("Guten Tag, liebe Leute")],
    read: (input) => {
      if (input[0] !== 0x7b) return;
      if (input[1] !== 0x40) return;
      if (input.length < 9) return;
      if (input[2] !== input[5]) return;
      if (input[3] !== 0x23) return;
      if (input[4] === 0x7d) throw new TypeError("planted");
    },
  };
}
