/** `npm run flame-graph -- profile.cpuprofile picture.svg`: what `npm run bench -- --profile` wrote, as a picture and a list. */
import { readFile, writeFile } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { cpuProfile, frameTree, selfTimes } from "./flame-graph/flame-tree.ts";
import { flameSvg } from "./flame-graph/flame-svg.ts";

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) {
  console.error(
    "npm run flame-graph -- <profile.cpuprofile> <picture.svg>\n\nThe time is read downwards: a frame stands below the one that called it.",
  );
  process.exitCode = 2;
} else await draw(from, to);

async function draw(profileFile: string, pictureFile: string): Promise<void> {
  const profile = cpuProfile.parse(
    JSON.parse(await readFile(profileFile, "utf8")),
  );
  const tree = frameTree(profile, shortUrl);
  await writeFile(pictureFile, flameSvg(tree));
  console.log(
    `${(tree.micros / 1000).toFixed(0)} ms of a processor; the most in themselves:`,
  );
  for (const { name, micros } of selfTimes(tree).slice(0, 25))
    console.log(
      `${((micros / tree.micros) * 100).toFixed(1).padStart(5)} %  ${name}`,
    );
}

function shortUrl(url: string): string {
  if (!url.startsWith("file:")) return url;
  return relative(process.cwd(), fileURLToPath(url));
}
