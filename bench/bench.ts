import { comparePublicPage } from "./public-page.ts";
import { compareFormStep } from "./form-step.ts";
import { openSite } from "./site.ts";
const site = await openSite();
const r = { rounds: 3, seconds: 2, warmUpSeconds: 2 };
try {
  if (process.argv[2] !== "step") console.log(await comparePublicPage(site, r));
  console.dir(await compareFormStep(site, r), { depth: 5 });
} finally {
  await site.close();
}
