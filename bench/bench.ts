import { comparePublicPage } from "./public-page.ts";
import { compareFormStep } from "./form-step.ts";
import { compareSubmit } from "./submit.ts";
import { openSite } from "./site.ts";
const site = await openSite();
const r = { rounds: 3, seconds: 2, warmUpSeconds: 2 };
const w = process.argv[2] ?? "all";
try {
  if (w === "all" || w === "page")
    console.log(await comparePublicPage(site, r));
  if (w === "all" || w === "step")
    console.dir(await compareFormStep(site, r), { depth: 5 });
  if (w === "all" || w === "submit")
    console.dir(await compareSubmit(site, { rounds: 3, perRound: 1600 }), {
      depth: 5,
    });
} finally {
  await site.close();
}
